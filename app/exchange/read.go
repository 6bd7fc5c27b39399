package exchange

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"tutela/app"
	"tutela/app/form"
)

// reader gathers a bundle and all that is wrong with it.
type reader struct {
	types  map[string]*form.Type
	bundle *app.Bundle
	wrong  []string
}

func (r *reader) add(path, format string, args ...any) {
	r.wrong = append(r.wrong, path+": "+fmt.Sprintf(format, args...))
}

// mostTold keeps a refusal readable.
const mostTold = 20

func (r *reader) refusal() error {
	told := r.wrong
	more := ""
	if len(told) > mostTold {
		more = fmt.Sprintf("; e altri %d punti", len(told)-mostTold)
		told = told[:mostTold]
	}
	return &app.Refusal{
		What: "Il file non si può importare: " + strings.Join(told, "; ") + more + ".",
		Do:   "Niente è stato cambiato. Correggete questi punti e riprovate.",
	}
}

func (r *reader) records(registers map[string]json.RawMessage) {
	keys := make([]string, 0, len(registers))
	for key := range registers {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		t := r.types[key]
		if t == nil {
			r.add("registers/"+key, "questo registro non esiste")
			continue
		}
		var rows []json.RawMessage
		if json.Unmarshal(registers[key], &rows) != nil {
			r.add("registers/"+key, "qui serve un elenco fra parentesi quadre")
			continue
		}
		for i, raw := range rows {
			r.record(t, fmt.Sprintf("registers/%s/%d", key, i), raw)
		}
	}
}

func (r *reader) record(t *form.Type, path string, raw json.RawMessage) {
	rec, err := t.Decode(raw)
	if err != nil {
		for _, e := range flatten(err) {
			var at *form.PathError
			if errors.As(e, &at) {
				r.add(path+"/"+at.Path, "%s", at.Text)
			} else {
				r.add(path, "%s", e)
			}
		}
		return
	}
	if rec.(form.Record).Head().UID == "" {
		r.add(path+"/uid", "manca")
		return
	}
	for _, p := range t.Problems(rec) {
		if p.Gravity == form.Wrong {
			r.add(path+"/"+p.Path, "%s", strings.TrimSuffix(p.Text, "."))
		}
	}
	r.bundle.Records[t.Key] = append(r.bundle.Records[t.Key], rec)
}

func flatten(err error) []error {
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		return many.Unwrap()
	}
	return []error{err}
}

func (r *reader) files(files []file) {
	for i, f := range files {
		path := fmt.Sprintf("files/%d", i)
		data, err := base64.StdEncoding.DecodeString(f.Data)
		if err != nil || digest(data) != f.SHA256 {
			r.add(path, "il contenuto non corrisponde alla sua impronta")
			continue
		}
		r.bundle.Files = append(r.bundle.Files, app.Blob{SHA256: f.SHA256, MIME: f.MIME, Bytes: data})
	}
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func (r *reader) prints(prints []printed) {
	for i, p := range prints {
		path := fmt.Sprintf("prints/%d", i)
		data, err := base64.StdEncoding.DecodeString(p.Data)
		if err != nil || digest(data) != p.SHA256 {
			r.add(path, "il contenuto non corrisponde alla sua impronta")
			continue
		}
		layout, err := base64.StdEncoding.DecodeString(p.Layout)
		if err != nil {
			r.add(path+"/layout", "non si legge")
			continue
		}
		at, err := time.Parse(time.RFC3339, p.At)
		if err != nil {
			r.add(path+"/at", "il momento «%s» non va bene", p.At)
			continue
		}
		signers, forms := r.signed(path, p)
		r.bundle.Prints = append(r.bundle.Prints, app.Print{UID: p.UID, Kind: p.Kind, Title: p.Title, Register: p.Register, Subject: p.Subject,
			Revision: p.Revision, At: at.UTC(), Who: p.Who, State: p.State, SHA256: p.SHA256, Facts: p.Facts, PDF: data, Layout: layout, Description: p.Description,
			Signers: signers, Signed: forms})
	}
}

// signed reads who signs a paper and the forms in which it was signed.
func (r *reader) signed(path string, p printed) (signers []app.PrintSigner, forms []app.SignedForm) {
	known := map[string]bool{"": true}
	for i, g := range p.Signed {
		path := fmt.Sprintf("%s/signed/%d", path, i)
		data, err := base64.StdEncoding.DecodeString(g.Data)
		if err != nil || digest(data) != g.SHA256 {
			r.add(path, "il contenuto non corrisponde alla sua impronta")
			continue
		}
		at, err := time.Parse(time.RFC3339, g.At)
		if err != nil {
			r.add(path+"/at", "il momento «%s» non va bene", g.At)
			continue
		}
		known[g.UID] = true
		forms = append(forms, app.SignedForm{UID: g.UID, Print: p.UID, How: g.How, Name: g.Name, MIME: g.MIME, SHA256: g.SHA256, Day: form.Date(g.Day), Signer: g.Signer, At: at.UTC(), Who: g.Who, Data: data})
	}
	for i, s := range p.Signers {
		if !known[s.Signed] {
			r.add(fmt.Sprintf("%s/signers/%d", path, i), "è firmato in una copia che non c’è")
			continue
		}
		signers = append(signers, app.PrintSigner(s))
	}
	return signers, forms
}

func (r *reader) history(rows []change) {
	for i, c := range rows {
		at, err := time.Parse(time.RFC3339Nano, c.At)
		if err != nil {
			r.add(fmt.Sprintf("history/%d/at", i), "il momento «%s» non va bene", c.At)
			continue
		}
		r.bundle.History = append(r.bundle.History, app.Change{Seq: c.Seq, At: at.UTC(), Who: c.Who, HostUser: c.HostUser, Action: c.Action,
			Register: c.Register, UID: c.UID, Payload: c.Payload, Digest: c.Digest, Prev: c.Prev, Hash: c.Hash})
	}
}

// references looks for references to nothing and for entries of no catalogue.
func (r *reader) references(registers []app.Register, known app.Known) {
	uids := map[string]bool{}
	for key, list := range r.bundle.Records {
		for _, rec := range list {
			uid := rec.(form.Record).Head().UID
			if uids[key+"/"+uid] {
				r.add("registers/"+key, "il uid %s compare due volte", uid)
			}
			uids[key+"/"+uid] = true
		}
	}
	for _, reg := range registers {
		for i, rec := range r.bundle.Records[reg.Key] {
			r.pointers(reg.Type, rec, fmt.Sprintf("registers/%s/%d/", reg.Key, i), uids, known)
		}
	}
}

func (r *reader) pointers(t *form.Type, rec any, path string, uids map[string]bool, known app.Known) {
	for _, f := range t.Fields() {
		if f.Kind == form.KList {
			for i := range f.Rows(rec) {
				r.pointers(f.Child, f.Row(rec, i), fmt.Sprintf("%s%s/%d/", path, f.Key, i), uids, known)
			}
			continue
		}
		var values []string
		switch v := f.Value(rec).(type) {
		case string:
			values = []string{v}
		case []string:
			values = v
		}
		for _, v := range values {
			switch f.Kind {
			case form.KRef, form.KRefs:
				if !uids[f.Register+"/"+v] && !known.Has(f.Register, v) {
					r.add(path+f.Key, "non c’è nessuna registrazione %s in %s", v, f.Register)
				}
			case form.KCatalogue, form.KCatalogues:
				if !known.Has(f.Catalogue, v) && !r.own(f.Catalogue, v) {
					r.add(path+f.Key, "«%s» non è una voce dell’elenco %s", v, f.Catalogue)
				}
			}
		}
	}
}

// own says that the bundle brings the entry along.
func (r *reader) own(name, slug string) bool {
	for _, rec := range r.bundle.Records[app.CatalogEntryForm.Key] {
		if e := rec.(*app.CatalogEntry); e.Catalogue == name && e.Slug == slug {
			return true
		}
	}
	return false
}
