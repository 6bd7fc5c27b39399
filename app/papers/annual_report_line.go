package papers

import (
	"cmp"

	"tutela/app/doc"
)

// annualReportLine is a line for the report that goes with the yearly accounts. No
// law asks for it any more (5-law, 1; D.L. 5/2012, art. 45).
func annualReportLine(w *writer, _ any) doc.Document {
	p := newRecordPaper(w, "annual-report", w.controllerRow())
	p.add(p.say("about")...)
	p.add(p.say("line", "{titolare}", cmp.Or(w.d.Office().Name, toComplete))...)
	p.add(w.signature())
	return p.document("")
}
