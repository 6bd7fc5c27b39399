package papers

import (
	"strings"

	"tutela/app/doc"
)

// use is how the data of the treatment are used, as art. 15(1) GDPR wants a person
// told who asks: what the notice says, for one sheet and in short.
func (n *notice) use() doc.Fields {
	t := n.t
	r := rows{writer: n.writer}
	var purposes, terms []string
	for _, x := range t.Purposes {
		purposes = append(purposes, capital(n.d.Entry("purpose", x.Purpose)))
	}
	r.put("Per che cosa", 1, true, strings.Join(purposes, "; "))
	r.put("Quali dati", 2, true, strings.Join(n.labels("data-type", t.DataTypes), "; "))
	r.put("Da dove vengono", 1, true, strings.Join(n.labels("source", t.Sources), "; "))
	others, own := n.partners()
	var outside []string
	for _, s := range t.Recipients {
		if e, _ := n.d.Book().Find("recipient", s); !e.Has("place", "internal") {
			outside = append(outside, n.d.Entry("recipient", s))
		}
	}
	r.put("Chi li vede", 2, false, n.line("inside"), strings.Join(append(append(outside, others...), own...), "; "))
	transfers := n.transfers(t)
	if t.Transfer == "none" {
		transfers = []string{n.line("transfer-none")}
	}
	r.put("Paesi terzi e garanzie", 1, true, transfers...)
	for _, x := range t.Retention {
		line := termWords(x)
		if types := n.labels("data-type", x.DataTypes); len(types) > 0 {
			line += ": " + strings.Join(types, ", ")
		}
		terms = append(terms, line)
	}
	r.put("Per quanto tempo", 2, true, append(terms, nonEmpty(strings.Split(t.RetentionText, "\n")...)...)...)
	decision := n.line("use-decides-none")
	switch {
	case n.decides():
		decision = n.line("use-decides")
	case n.profiles(t):
		decision = n.line("use-profiles")
	}
	r.put("Decisioni di programmi", 1, false, decision)
	return r.Fields
}
