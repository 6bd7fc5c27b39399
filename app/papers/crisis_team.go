package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

var crisisType = app.CrisisForm.Type()

// crisisTeamPage is the call list, to hang on the wall: whom to call, what to say,
// where to turn to (spec 2.6).
func crisisTeamPage(w *writer, _ any) doc.Document {
	text := textOf("crisis-team")
	out := doc.Document{Title: "Squadra di crisi: recapiti", Subtitle: "Da appendere dove tutti la vedono"}
	add := func(blocks ...doc.Block) { out.Blocks = append(out.Blocks, blocks...) }
	add(text.say("when")...)
	team := w.crisisTeam()
	add(w.callList(team))
	add(w.addresses(team)...)
	add(doc.Heading{Level: 1, Text: "Che cosa dire al telefono"})
	add(w.largeList(text.say("say")))
	add(text.say("do-not")...)
	add(text.say("reporters", "{email}", w.breachEmail())...)
	add(doc.Heading{Level: 1, Text: "Fuori dall’ufficio"}, w.outsideNumbers())
	out.Draft = len(team) == 0 || w.breachEmail() == toComplete || w.d.Office().Name == ""
	for _, m := range team {
		out.Draft = out.Draft || !crisisType.Complete(m) || slices.Contains(w.substitute(m), toComplete)
	}
	return out
}

// breachEmail is where Allegato A is sent.
func (w *writer) breachEmail() string {
	o := w.d.Office()
	return cmp.Or(o.BreachEmail, o.Email, o.PEC, toComplete)
}

// crisisTeam are its members of today; a blank paper leaves room for them.
func (w *writer) crisisTeam() []*app.CrisisMember {
	if w.blank {
		return nil
	}
	return w.onCall()
}

// onCall are the members of today, in the order in which they were written.
func (w *writer) onCall() (out []*app.CrisisMember) {
	for _, m := range app.All(w.d, app.CrisisForm) {
		if (m.To == "" || m.To >= w.d.Today()) && m.From <= w.d.Today() {
			out = append(out, m)
		}
	}
	return out
}

// callList is the team in large type, the number beside the name.
func (w *writer) callList(team []*app.CrisisMember) doc.Table {
	t := doc.Table{Large: true, Columns: []doc.Column{
		{Head: "N.", Width: 1, Align: doc.Center}, {Head: "Chi", Width: 9}, {Head: "Telefono", Width: 5}, {Head: "Se non risponde", Width: 5},
	}, Empty: "La squadra non è ancora scritta: si avvisa il titolare."}
	if w.blank {
		t.BlankRows = 4
	}
	for i, m := range team {
		who := doc.Cell{Paras: [][]doc.Run{doc.B(crisisType.Named(m, w.d))}}
		if m.Function != "" {
			who.Paras = append(who.Paras, doc.T(m.Function))
		}
		substitute := cell(w.substitute(m)...)
		if m.Substitute == "" && i+1 < len(team) {
			substitute = doc.C("chi viene dopo")
		}
		t.Rows = append(t.Rows, doc.Row{doc.C(itoa(i + 1)), who, {Paras: [][]doc.Run{doc.B(cmp.Or(m.Phone, toComplete))}}, substitute})
	}
	return t
}

// addresses are the e-mails, which can be written small: one calls first.
func (w *writer) addresses(team []*app.CrisisMember) []doc.Block {
	var out []string
	for _, m := range team {
		if m.Email != "" {
			out = append(out, crisisType.Named(m, w.d)+" "+m.Email)
		}
	}
	if len(out) == 0 {
		return nil
	}
	return []doc.Block{doc.Para{Runs: doc.T("E-mail: " + strings.Join(out, "; ") + "."), Small: true}}
}

// largeList sets the items of a list in large type.
func (w *writer) largeList(blocks []doc.Block) doc.Table {
	t := doc.Table{Large: true, NoHead: true, Columns: []doc.Column{{Width: 1, Align: doc.Center}, {Width: 18}}}
	for _, b := range blocks {
		if list, ok := b.(doc.List); ok {
			for i, item := range list.Items {
				t.Rows = append(t.Rows, doc.Row{doc.C(itoa(i + 1)), {Paras: [][]doc.Run{item}}})
			}
		}
	}
	return t
}

// substitute is who answers in the place of a member, with the telephone that the
// register of people has.
func (w *writer) substitute(m *app.CrisisMember) []string {
	p := app.Find(w.d, app.PersonForm, m.Substitute)
	if p == nil {
		return nil
	}
	return []string{w.d.Ref(app.PersonForm.Key, p.UID()), cmp.Or(p.Phone, toComplete)}
}

// crisisTable is the team within the procedure.
func (w *writer) crisisTable() doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Head: "Funzione", Width: 4}, {Head: "Nome", Width: 4}, {Head: "Telefono", Width: 3}, {Head: "E-mail", Width: 4}, {Head: "Sostituto", Width: 3},
	}, Empty: "La squadra di crisi non è ancora scritta: fino ad allora si avvisa il titolare."}
	if w.blank {
		t.BlankRows = 3
	}
	for _, m := range w.crisisTeam() {
		t.Rows = append(t.Rows, doc.Row{cell(m.Function), cell(crisisType.Named(m, w.d)), cell(m.Phone), cell(m.Email), cell(w.substitute(m)...)})
	}
	return t
}

// outsideNumbers are those outside the office; numbers that change are not printed.
func (w *writer) outsideNumbers() doc.Table {
	row := func(who, what string) doc.Row { return doc.Row{{Paras: [][]doc.Run{doc.B(who)}}, doc.C(what)} }
	t := doc.Table{NoHead: true, Columns: []doc.Column{{Width: 3}, {Width: 8}}, Rows: []doc.Row{
		row("Emergenze", "112, per un furto in corso o un pericolo. La denuncia si fa poi a Carabinieri o Polizia; per i reati in rete c’è la Polizia postale."),
		row("Garante", "Le violazioni si notificano solo nel servizio in rete servizi.gpdp.it, e le notifica il titolare: non si telefona."),
		row("Banca", "Il numero di blocco delle carte, se fra i dati ci sono carte o conti dell’ufficio."),
	}}
	o := w.d.Office()
	if o.HasDPO == "yes" {
		t.Rows = append(t.Rows, row("RPD", joined(", ", o.DPO, o.DPOContacts)))
	}
	return t
}
