package papers

import (
	"cmp"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
	"tutela/app/wording"
)

// fifthChapter is what the records say of the rights of data subjects (spec 3.4,
// chapter 5).
func fifthChapter() map[string]documentPart {
	return map[string]documentPart{
		"diritti":     {build: (*accountability).rights, fixed: true},
		"richieste":   {build: (*accountability).requests},
		"informative": {build: (*accountability).notices},
		"consensi":    {build: (*accountability).consents},
	}
}

// rights are those of the law, each in a sentence.
func (a *accountability) rights() []doc.Block {
	table := doc.Table{Columns: []doc.Column{{Head: "Diritto", Width: 5}, {Head: "Che cosa permette di chiedere", Width: 11}, {Head: "Norma (GDPR)", Width: 4}}}
	for _, e := range a.d.Book().Entries(app.SubjectRights) {
		table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(e.Label)}}, doc.C(e.Help), doc.C(wording.Unbroken.Replace(e.Attr["law"]))})
	}
	return []doc.Block{table}
}

// requests are the last ones, without who made them: the document goes through many
// hands.
func (a *accountability) requests() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "N.", Width: 3}, {Head: "Ricevuta il", Width: 4}, {Head: "Che cosa", Width: 6}, {Head: "Entro il", Width: 4}, {Head: "Risposta ed esito", Width: 5}},
		Empty:   "Finora non è arrivata alcuna richiesta.",
	}
	for _, q := range lastOf(app.All(a.d, app.RequestForm), func(x, y *app.Request) int { return cmp.Compare(x.Received, y.Received) }) {
		c := q.Clock(a.day())
		table.Rows = append(table.Rows, doc.Row{
			cell(q.Number), cell(q.Received.String()), cell(strings.Join(a.labels(app.SubjectRights, q.Rights), ", ")), cell(c.Due.String()), outcomeCell(q, c),
		})
	}
	return []doc.Block{table}
}

// notices is for each treatment which notice is given, and how; or why none.
func (a *accountability) notices() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Trattamento", Width: 6}, {Head: "Informativa", Width: 6}, {Head: "Come si dà", Width: 7}},
		Empty:   "Nel registro non è ancora iscritto alcun trattamento.",
	}
	for _, t := range app.GoingOn(a.d) {
		given := needed(noticeEdition(t))
		how := needed(t.NoticeHow)
		if t.Notice == form.No || t.Notice == form.NotNeeded {
			given, how = cell("non si dà"), needed(t.NoticeExemption)
		}
		table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(t.Title)}}, given, how})
	}
	return []doc.Block{table}
}

// consents are the treatments that rest on consent, and how its proof is kept.
func (a *accountability) consents() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Trattamento", Width: 6}, {Head: "Per che cosa", Width: 7}, {Head: "Come si conserva la prova", Width: 7}},
		Empty:   "Nessun trattamento si fonda sul consenso.",
	}
	for _, t := range app.GoingOn(a.d) {
		if !restsOnConsent(t) {
			continue
		}
		var purposes []string
		for _, p := range t.Purposes {
			for _, b := range t.BasesOf(p) {
				if b == "consent" {
					purposes = appendNew(purposes, a.d.Entry("purpose", p.Purpose))
				}
			}
		}
		table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{doc.B(t.Title)}}, cell(cmp.Or(strings.Join(purposes, "; "), "dati particolari")), needed(t.ConsentProof)})
	}
	return []doc.Block{table}
}
