package papers

import (
	"cmp"

	"tutela/app/doc"
)

// annexG is annex G of the document: how far the use of mail and of the internet may
// be watched (art. 4 L. 300/1970; 6-details, 31).
func annexG(w *writer, _ any) doc.Document {
	p := newRecordPaper(w, "annex-g", w.controllerRow())
	p.add(p.say("opening", "{titolare}", cmp.Or(w.d.Office().Name, toComplete))...)
	p.add(p.say("law")...)
	p.add(p.say("principles")...)
	p.add(p.say("forbidden")...)
	p.add(p.say("prevention")...)
	p.add(p.say("metadata")...)
	p.add(p.say("steps")...)
	p.add(p.say("end")...)
	p.add(p.say("inform")...)
	return p.document("artt. 4 e 8 della legge 300/1970; provvedimenti del Garante del 1° marzo 2007 e n. 364/2024")
}
