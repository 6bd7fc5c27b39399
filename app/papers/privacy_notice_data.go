package papers

import (
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/check"
	"tutela/app/doc"
	"tutela/app/form"
)

// ofClass gives the labels of the types of data of one class: "common", "special"
// (art. 9) or "criminal" (art. 10).
func (w *writer) ofClass(t *app.Treatment, class string) []string {
	var out []string
	for _, s := range t.DataTypes {
		e, ok := w.d.Book().Find("data-type", s)
		if e.Has("class", class) || class == "common" && (!ok || e.Attr["class"] == "") {
			out = append(out, w.d.Entry("data-type", s))
		}
	}
	return out
}

// data says which data, with the condition of the special ones, and whence.
func (n *notice) data() {
	n.add(n.say("data")...)
	var f doc.Fields
	add := func(label string, lines int, needed bool, texts ...string) {
		if e, ok := n.row(label, lines, needed, texts...); ok {
			f.Entries = append(f.Entries, e)
		}
	}
	special, criminal := n.ofClass(n.t, "special"), n.ofClass(n.t, "criminal")
	add("Dati comuni", 2, len(n.t.DataTypes) == 0, strings.Join(n.ofClass(n.t, "common"), "; "))
	if n.blank || n.t.Special == form.Yes || len(special) > 0 {
		conditions := append(n.labels("legal-basis-9", n.t.Bases9), nonEmpty(n.t.Bases9Text)...)
		add("Dati particolari (art. 9)", 1, true, strings.Join(special, "; "))
		add("Condizione (art. 9, par. 2)", 1, true, conditions...)
	}
	if n.blank || n.t.Basis10 != "" || len(criminal) > 0 {
		add("Dati su condanne e reati (art. 10)", 1, true, strings.Join(criminal, "; "))
		add("Norma che lo permette", 1, true, n.t.Basis10)
	}
	public := ""
	if slices.ContainsFunc(n.t.Sources, func(s string) bool { e, _ := n.d.Book().Find("source", s); return e.Is("public") }) {
		public = n.line("public-sources")
	}
	add("Da dove vengono", 1, true, strings.Join(n.labels("source", n.t.Sources), "; "), public)
	n.add(f)
}

// provision says whether data must be given, and what follows otherwise
// (art. 13(2)(e) GDPR): it follows from the bases, and only for data that the
// person gives. What a legitimate interest loses, no record says.
func (n *notice) provision() {
	direct, _ := n.provenance()
	if !direct && !n.blank {
		return
	}
	asked := slices.ContainsFunc(n.t.Sources, func(s string) bool {
		e, _ := n.d.Book().Find("source", s)
		return e.Is("direct") && s != "automatic-collection"
	})
	n.add(n.say("provision")...)
	if !asked && !n.blank {
		n.add(n.say("provision-automatic")...)
		return
	}
	var list doc.List
	add := func(holds bool, key string) {
		if holds {
			list.Items = append(list.Items, n.runs(key))
		}
	}
	other := n.rests(legitimateInterest, "public-task", "vital-interests")
	add(n.rests("contract"), "provision-contract")
	add(n.rests("legal-obligation"), "provision-legal")
	add(n.consented(), "provision-consent")
	add(n.rests(legitimateInterest), "provision-interest")
	if len(list.Items) > 0 {
		n.add(list)
	}
	if other || len(list.Items) == 0 {
		n.add(doc.Fields{Entries: []doc.Entry{{Label: "Che cosa succede se mancano", Lines: 1}}})
	}
}

// recipients are those inside, those outside by category, those who work for the
// office by name; then the third countries.
func (n *notice) recipients() {
	n.add(n.say("recipients")...)
	var outside []string
	for _, s := range n.t.Recipients {
		if e, _ := n.d.Book().Find("recipient", s); !e.Has("place", "internal") {
			outside = append(outside, s)
		}
	}
	others, own := n.partners()
	if len(n.t.Recipients) > 0 && len(outside)+len(others)+len(own) == 0 {
		outside = nil
		others = []string{n.line("outside-nobody")}
	}
	f := doc.Fields{Entries: []doc.Entry{{Label: "Dentro l’ufficio", Value: [][]doc.Run{n.runs("inside")}}}}
	add := func(label string, lines int, needed bool, texts ...string) {
		if e, ok := n.row(label, lines, needed, texts...); ok {
			f.Entries = append(f.Entries, e)
		}
	}
	add("Fuori dall’ufficio", 2, true, strings.Join(append(n.labels("recipient", outside), others...), "; "))
	add("Per conto nostro (art. 28)", 2, false, strings.Join(own, "; "))
	if n.t.Disseminated == "yes" {
		add("Diffusione", 0, false, n.line("disseminated"))
	}
	transfers := n.transfers(n.t)
	switch {
	case n.t.Transfer == "none" && n.abroad():
		transfers = nil // nobody is told what the rest of the sheet belies
	case n.t.Transfer == "none":
		transfers = []string{n.line("transfer-none")}
	case len(transfers) > 0:
		transfers = append(transfers, n.line("transfer-copy"))
	}
	add("Paesi terzi e garanzie", 2, true, transfers...)
	n.add(f)
}

// partners names the suppliers of the sheet: those that decide for themselves,
// and those that work for the office.
func (n *notice) partners() (others, own []string) {
	for _, uid := range n.t.Partners {
		s := app.Find(n.d, app.SupplierForm, uid)
		if s == nil || s.Ended != "" && s.Ended <= n.d.Today() {
			continue
		}
		name := s.Name
		if s.Service != "" {
			name += " (" + s.Service + ")"
		}
		if s.Role == "controller" {
			others = append(others, name)
		} else {
			own = append(own, name)
		}
	}
	return others, own
}

// abroad says that the sheet belies its answer that nothing is transferred: by a
// supplier, a recipient or a service outside the European Economic Area. The rule
// that finds it asks nothing of an activity that ended; its notice is still one.
func (n *notice) abroad() bool {
	t := *n.t
	t.Archived = ""
	return slices.ContainsFunc(check.Record(n.d, treatmentType, &t), func(f check.Finding) bool { return f.Rule.Key == "transfer-undeclared" })
}

// keeping says for how long, a line for each kind of data. The rule that a term
// comes from is told where it is law, not where it is custom.
func (n *notice) keeping() {
	n.add(n.say("retention")...)
	var f doc.Fields
	add := func(label string, needed bool, texts ...string) {
		if e, ok := n.row(label, 2, needed, texts...); ok {
			f.Entries = append(f.Entries, e)
		}
	}
	for _, r := range n.t.Retention {
		label := "Tutti i dati"
		if len(r.DataTypes) > 0 {
			label = capital(strings.Join(n.labels("data-type", r.DataTypes), "; "))
		}
		text := termWords(r)
		if e, _ := n.d.Book().Find("retention-source", r.Source); e.Is("law") && text != "" {
			text += " (" + e.Label + ")"
		}
		add(label, true, text)
	}
	if len(f.Entries) == 0 || n.t.RetentionText != "" {
		add("Termine", true, strings.Split(n.t.RetentionText, "\n")...)
	}
	n.add(f)
	n.add(n.say("retention-after")...)
}

// termWords is a term as a person says it: one of no length ends with its event.
func termWords(r *app.Retention) string {
	words := r.Words()
	if !r.Term.Valid || r.Term.N != 0 {
		return words
	}
	until := map[string]string{"end": "fino alla fine del rapporto", "withdrawal": "fino alla revoca del consenso"}
	if text := until[r.From]; text != "" {
		return text
	}
	return words
}
