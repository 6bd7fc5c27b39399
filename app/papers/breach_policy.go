package papers

import (
	"cmp"
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// breachPolicy is the office's procedure for breaches (spec 2.5; 6-details, 17).
func breachPolicy(w *writer, _ any) doc.Document {
	p := &policy{composer: composer{writer: w, prose: textOf("breach-policy")}}
	p.cover()
	p.chapter("premises")
	p.chapter("purpose", "{titolare}", cmp.Or(w.d.Office().Name, toComplete))
	p.chapter("breach")
	p.add(p.say("examples")...)
	p.add(p.say("doubt")...)
	p.chapter("addressees")
	p.chapter("data")
	p.chapter("reports", "{email}", w.breachEmail())
	p.chapter("steps")
	for _, passage := range [][]doc.Block{
		p.say("step-inquiry"), p.say("step-containment"), p.say("step-notification"), p.say("step-communication"), p.say("step-documentation"),
	} {
		p.add(passage...)
	}
	p.chapter("roles")
	p.add(p.say("roles-list")...)
	p.add(doc.Heading{Level: 2, Text: "Recapiti"}, w.crisisTable())
	p.chapter("register")
	p.chapter("forms")
	p.add(p.say("forms-list")...)
	p.add(p.say("forms-use")...)
	p.chapter("approval")
	p.add(w.signature())
	return doc.Document{
		Title: "Procedura per le violazioni dei dati personali", Subtitle: "Data Breach Policy – artt. 33 e 34 del regolamento (UE) 2016/679 (GDPR)",
		Blocks: numbered(p.blocks), Draft: lacking(p.blocks) || !w.officeComplete(),
	}
}

type policy struct{ composer }

func (p *policy) chapter(key string, placed ...string) { p.add(p.say(key, placed...)...) }

// cover has what the paper says of the office and of itself, then the index.
func (p *policy) cover() {
	o := p.d.Office()
	p.add(p.say("cover")...)
	f := p.controller()
	put := func(label string, needed bool, texts ...string) {
		if text := strings.Join(nonEmpty(texts...), " · "); text != "" || needed {
			e := doc.Entry{Label: label, Missing: text == ""}
			if text != "" {
				e.Value = [][]doc.Run{doc.T(text)}
			}
			f.Entries = append(f.Entries, e)
		}
	}
	put("Fax e sito web", false, prefixed("fax ", o.Fax), o.Web)
	put("E-mail per le violazioni", true, o.BreachEmail)
	put("Certificazioni", false, o.Certifications)
	put("Testo della procedura", true, p.line("edition"))
	if p.blank {
		f.Entries = append(f.Entries, doc.Entry{Label: "Revisione dell’ufficio, n. e data", Lines: 1})
	} else {
		put("Stampata il", true, p.d.Today().String()+"; il numero di questa edizione è quello del registro dei documenti stampati")
	}
	p.add(f)
	who, number := p.firstToCall()
	p.add(p.say("tonight", "{chi}", who, "{recapito}", number)...)
	p.add(p.say("contents")...)
	p.add(doc.Contents{Levels: 2}, doc.PageBreak{})
}

// breachEdition is the edition of the procedure that the forms belong to.
func breachEdition() string { return textOf("breach-policy").line("edition") }

// firstToCall is the first of the crisis team, or who stands for the office. A
// blank form has it too: it is for the moment when nobody looks things up.
func (w *writer) firstToCall() (who, number string) {
	if team := w.onCall(); len(team) > 0 {
		m := team[0]
		return cmp.Or(app.CrisisForm.Type().Named(m, w.d), m.Function), cmp.Or(m.Phone, m.Email, toComplete)
	}
	o := w.d.Office()
	return cmp.Or(o.Representative, "il titolare"), cmp.Or(o.Phone, o.Email, toComplete)
}
