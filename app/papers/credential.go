package papers

import (
	"slices"
	"strconv"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

var credentialType = app.CredentialForm.Type()

// credentialPaper is what the papers of one credential share.
type credentialPaper struct {
	composer
	c *app.Credential
}

func newCredentialPaper(w *writer, subject any) *credentialPaper {
	c, _ := subject.(*app.Credential)
	if c == nil {
		c, w.blank = &app.Credential{}, true
	}
	return &credentialPaper{composer: composer{writer: w, prose: textOf("credentials")}, c: c}
}

// print writes fields of the credential. Those named in needed are missing where
// they are empty, whether or not the register can do without them: the paper
// cannot.
func (p *credentialPaper) print(needed []string, keys ...string) doc.Fields {
	var out doc.Fields
	for _, f := range fieldsOf(credentialType, keys...) {
		e, ok := p.entry(f, p.c)
		if !ok && !p.blank && f.Shown(p.c) && slices.Contains(needed, f.Key) {
			e, ok = doc.Entry{Label: f.Label, Missing: true}, true
		}
		if ok {
			out.Entries = append(out.Entries, e)
		}
	}
	return out
}

// document closes the paper: a draft where something that it prints is missing,
// or wrong in the register.
func (p *credentialPaper) document() doc.Document {
	out := doc.Document{Blocks: numbered(p.blocks)}
	out.Draft = !p.officeComplete() || lacking(p.blocks) ||
		slices.ContainsFunc(credentialType.Problems(p.c), func(x form.Problem) bool { return x.Gravity == form.Wrong })
	if !p.blank {
		out.Subtitle = credentialType.Named(p.c, p.d)
	}
	return out
}

// letterhead is the controller as a letter within the office names it: no more, so
// that the signatures stand on the page of what is signed.
func (w *writer) letterhead() doc.Fields {
	head := w.controller()
	head.Entries = slices.DeleteFunc(head.Entries, func(e doc.Entry) bool { return e.Label != "Titolare del trattamento" && e.Label != "Sede" })
	return head
}

// person is the entry of whose the credential is, with duties.
func (p *credentialPaper) person() doc.Entry {
	e, _ := p.entry(credentialType.Field("person"), p.c)
	e.Label = "Persona"
	x := app.Find(p.d, app.PersonForm, p.c.Person)
	if !p.blank && x == nil {
		e.Missing, e.Value = true, nil
	}
	if x != nil {
		if duties := x.DutyNames(p.d); len(duties) > 0 {
			e.Value = [][]doc.Run{doc.T(x.Surname + " " + x.Name + " (" + strings.Join(duties, ", ") + ")")}
		}
	}
	return e
}

// handwritten are dates that are filled in by hand as long as they are not known.
func (p *credentialPaper) handwritten(keys ...string) doc.Fields {
	var out doc.Fields
	for _, f := range fieldsOf(credentialType, keys...) {
		if !p.blank && !f.Shown(p.c) {
			continue
		}
		e, _ := p.entry(f, p.c)
		if len(e.Value) == 0 {
			e.Missing, e.Lines = false, 1
		}
		e.Label, e.Half = f.Label, f.Kind == form.KDate
		out.Entries = append(out.Entries, e)
	}
	return out
}

// signatures are the lines to sign on, dated as given; "" leaves the date open.
func (p *credentialPaper) signatures(on form.Date, signers ...doc.Signer) {
	s := doc.Signature{Place: p.d.Office().City, Date: on.String(), Signers: signers}
	if p.blank {
		s.Place, s.Date = "", ""
	}
	p.add(s)
}

// credentialRequest asks in writing for a credential (5-law 6, CRED5).
func credentialRequest(w *writer, subject any) doc.Document {
	p := newCredentialPaper(w, subject)
	p.add(p.letterhead())
	p.add(p.say("request")...)
	f := doc.Fields{Entries: []doc.Entry{p.person()}}
	f.Entries = append(f.Entries, p.print(nil, "system", "kind", "profile", "treatments", "special").Entries...)
	by := p.print(nil, "requested_by", "requested")
	for i := range by.Entries {
		by.Entries[i].Half = true
	}
	f.Entries = append(f.Entries, by.Entries...)
	p.add(f)
	p.add(p.say("outcome")...)
	p.add(p.handwritten("user_id", "issued", "provisional", "device_serial", "device_given", "tested", "opened", "rules_signed"))
	p.signatures(p.c.Requested, doc.Signer{Role: "Chi chiede", Name: p.nameOf(p.c.RequestedBy)}, doc.Signer{Role: "L’amministratore di sistema", Note: "per quanto fatto"})
	return p.document()
}

// passwordReissue asks for a new password for one that was lost (CRED6).
func passwordReissue(w *writer, subject any) doc.Document {
	p := newCredentialPaper(w, subject)
	p.add(p.letterhead())
	p.add(p.say("reissue")...)
	f := doc.Fields{Entries: []doc.Entry{p.person()}}
	f.Entries = append(f.Entries, p.print([]string{"lost"}, "system", "user_id", "lost").Entries...)
	p.add(f, doc.Boxes{Label: "Perché", Options: []doc.Box{{Text: "dimenticata"}, {Text: "persa o rubata"}, {Text: "forse nota ad altri"}}})
	p.add(doc.Heading{Level: 1, Text: "Come si fa"})
	p.add(p.say("reissue-rules")...)
	p.add(doc.Heading{Level: 1, Text: "Che cosa è stato fatto"})
	done := p.handwritten("reissued")
	for i := range done.Entries {
		done.Entries[i].Label, done.Entries[i].Half = "Nuova consegnata il", false
	}
	done.Entries = append([]doc.Entry{{Label: "Vecchia annullata il", Lines: 1}}, done.Entries...)
	done.Entries = append(done.Entries, doc.Entry{Label: "Cambiata dalla persona il", Lines: 1})
	p.add(done)
	p.add(p.say("no-password")...)
	p.signatures("", doc.Signer{Role: "Chi chiede", Name: p.nameOf(p.c.RequestedBy)}, doc.Signer{Role: "L’amministratore di sistema", Note: "per quanto fatto"})
	return p.document()
}

// wasLost says that there is a password to be given again.
func wasLost(rec any) bool {
	c, ok := rec.(*app.Credential)
	return ok && c.Lost != "" && c.HasPassword()
}

func itoa(n int) string { return strconv.Itoa(n) }
