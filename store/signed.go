package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"tutela/app"
	"tutela/app/form"
)

// SignPrint keeps a form in which a printed paper came back signed, with the lines
// that it signs. When all have signed, the paper is signed, and older ones of its
// kind and subject are superseded.
func (db *DB) SignPrint(ctx context.Context, by By, g app.SignedForm) (app.SignedForm, error) {
	err := db.write(ctx, by, "keep signed paper", func(tx *Tx) (err error) {
		g, err = tx.signPrint(g)
		return err
	})
	g.Data = nil
	return g, err
}

func (tx *Tx) signPrint(g app.SignedForm) (app.SignedForm, error) {
	p, err := tx.print(g.Print)
	if err != nil {
		return g, err
	}
	if err := p.Signable(); err != nil {
		return g, err
	}
	if len(p.Signers) > 0 && len(g.Lines) == 0 {
		return g, &app.Refusal{What: "Non è detto chi ha firmato.", Do: "Segnate almeno una delle firme."}
	}
	for _, x := range p.Signed {
		if x.SHA256 == digestOf(g.Data) {
			return g, &app.Refusal{What: "Questo file è già fra le copie firmate del documento."}
		}
	}
	uid, err := uuid.NewV7()
	if err != nil {
		return g, fmt.Errorf("make uid: %w", err)
	}
	g.UID, g.At, g.Who = uid.String(), tx.db.now(), tx.by.Who
	if err := tx.insertSigned(&g); err != nil {
		return g, err
	}
	for _, i := range g.Lines {
		if i < 0 || i >= len(p.Signers) {
			return g, fmt.Errorf("sign paper %s: it has no line %d", p.UID, i)
		}
		p.Signers[i].Signed = g.UID
		if _, err := tx.s.exec("UPDATE print_signer SET signed = ? WHERE print = ? AND pos = ?", g.UID, p.UID, i); err != nil {
			return g, err
		}
	}
	if p.State == app.PrintPrinted && len(p.Unsigned()) == 0 {
		if err := tx.setState(p, app.PrintSigned); err != nil {
			return g, err
		}
		if _, err := tx.s.exec("UPDATE print SET state = ? WHERE kind = ? AND register = ? AND subject = ? AND revision < ?",
			app.PrintSuperseded, p.Kind, p.Register, p.Subject, p.Revision); err != nil {
			return g, err
		}
	}
	return g, tx.noteSigned(ActionSign, g)
}

// UnsignPrint takes away a form that was kept by mistake. The trail remembers it.
func (db *DB) UnsignPrint(ctx context.Context, by By, print, uid string) error {
	return db.write(ctx, by, "take away signed paper", func(tx *Tx) error {
		p, err := tx.print(print)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(p.Signed, func(g app.SignedForm) bool { return g.UID == uid })
		if i < 0 {
			return &app.Refusal{What: "Questa copia firmata non c’è più.", Err: fmt.Errorf("signed %s: %w", uid, ErrNotFound)}
		}
		g := p.Signed[i]
		for pos, s := range p.Signers {
			if s.Signed == uid {
				g.Lines = append(g.Lines, pos)
			}
		}
		if _, err := tx.s.exec("UPDATE print_signer SET signed = NULL WHERE signed = ?", uid); err != nil {
			return err
		}
		if _, err := tx.s.exec("DELETE FROM print_signed WHERE uid = ?", uid); err != nil {
			return err
		}
		if p.State == app.PrintSigned && (len(g.Lines) > 0 || len(p.Signed) == 1) {
			if err := tx.setState(p, app.PrintPrinted); err != nil {
				return err
			}
		}
		return tx.noteSigned(ActionUnsign, g)
	})
}

func (tx *Tx) setState(p Print, state string) error {
	_, err := tx.s.exec("UPDATE print SET state = ? WHERE uid = ?", state, p.UID)
	return err
}

// noteSigned writes into the trail which bytes a paper was signed in.
func (tx *Tx) noteSigned(action string, g app.SignedForm) error {
	facts, err := json.Marshal(struct {
		UID    string    `json:"uid"`
		How    string    `json:"how"`
		Name   string    `json:"name"`
		SHA256 string    `json:"sha256"`
		Day    form.Date `json:"day"`
		Signer string    `json:"signer,omitempty"`
		Lines  []int     `json:"lines"`
	}{g.UID, g.How, g.Name, g.SHA256, g.Day, g.Signer, g.Lines})
	if err != nil {
		return err
	}
	return tx.append(action, app.PrintRegister, g.Print, facts, nil)
}

// print gives a kept paper with its signatures, without bytes.
func (tx *Tx) print(uid string) (Print, error) {
	out := make([]Print, 1)
	p := &out[0]
	found, err := tx.s.one("SELECT uid, kind, register, subject, revision, state FROM print WHERE uid = ?", []any{uid},
		&p.UID, &p.Kind, &p.Register, &p.Subject, &p.Revision, &p.State)
	if err == nil && !found {
		err = &app.Refusal{What: "Questo documento stampato non c’è più.", Err: fmt.Errorf("print %s: %w", uid, ErrNotFound)}
	}
	if err == nil {
		err = readSigned(tx.s, out)
	}
	return *p, err
}

// insertSigners writes who signs a paper, and what is known of their signatures.
func (tx *Tx) insertSigners(p Print) error {
	for i := range p.Signed {
		p.Signed[i].Print = p.UID
		if err := tx.insertSigned(&p.Signed[i]); err != nil {
			return err
		}
	}
	for i, s := range p.Signers {
		var signed any // NULL while it is not
		if s.Signed != "" {
			signed = s.Signed
		}
		if _, err := tx.s.exec("INSERT INTO print_signer (print, pos, role, name, signed) VALUES (?, ?, ?, ?, ?)", p.UID, i, s.Role, s.Name, signed); err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) insertSigned(g *app.SignedForm) (err error) {
	if g.SHA256, err = tx.PutBlob(g.MIME, g.Data); err != nil {
		return err
	}
	_, err = tx.s.exec("INSERT INTO print_signed (uid, print, how, name, mime, sha256, day, signer, at, who) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		g.UID, g.Print, g.How, g.Name, g.MIME, g.SHA256, string(g.Day), g.Signer, formatTime(g.At), g.Who)
	return err
}

// readSigned adds to papers who signs them and what they were signed in.
func readSigned(s *session, list []Print) error {
	at := make(map[string]int, len(list))
	for i, p := range list {
		at[p.UID] = i
	}
	only, args := "", []any(nil)
	if len(list) == 1 {
		only, args = " WHERE print = ?", []any{list[0].UID}
	}
	var g app.SignedForm
	var day, when string
	err := s.each("SELECT uid, print, how, name, mime, sha256, day, signer, at, who FROM print_signed"+only+" ORDER BY at, uid", args,
		[]any{&g.UID, &g.Print, &g.How, &g.Name, &g.MIME, &g.SHA256, &day, &g.Signer, &when, &g.Who}, func() (err error) {
			g.Day = form.Date(day)
			if g.At, err = parseTime(when); err != nil {
				return err
			}
			p := &list[at[g.Print]]
			p.Signed = append(p.Signed, g)
			return nil
		})
	if err != nil {
		return err
	}
	var x app.PrintSigner
	var print string
	return s.each("SELECT print, role, name, coalesce(signed, '') FROM print_signer"+only+" ORDER BY print, pos", args,
		[]any{&print, &x.Role, &x.Name, &x.Signed}, func() error {
			p := &list[at[print]]
			p.Signers = append(p.Signers, x)
			return nil
		})
}
