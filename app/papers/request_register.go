package papers

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/form"
)

// requestRegister is the register of the requests of the whole office, in the
// order in which they came (art. 5(2) GDPR).
func requestRegister(w *writer, _ any) doc.Document {
	p := newRequestPaper(w, &app.Request{})
	table := doc.Table{
		Columns: []doc.Column{
			{Head: "N.", Width: 3}, {Head: "Ricevuta il", Width: 4}, {Head: "Di chi sono i dati", Width: 5}, {Head: "Che cosa chiede", Width: 6},
			{Head: "Trattamenti", Width: 6}, {Head: "Entro il", Width: 4}, {Head: "Proroga", Width: 4}, {Head: "Risposta ed esito", Width: 5},
			{Head: "Che cosa si è fatto, o perché no", Width: 9},
		},
		Empty: "Nessuna richiesta è stata registrata.",
	}
	draft := !w.officeComplete()
	if w.blank {
		table.BlankRows = 7
	} else {
		list := slices.Clone(app.All(w.d, app.RequestForm))
		slices.SortStableFunc(list, func(a, b *app.Request) int { return cmp.Compare(a.Received, b.Received) })
		for _, q := range list {
			c := q.Clock(w.day())
			// An answer that is still owed is no hole of the register.
			draft = draft || slices.ContainsFunc(requestType.Problems(q), func(x form.Problem) bool {
				return x.Gravity == form.Wrong || x.Gravity == form.Missing && x.Path != "answered" && q.Annulled == ""
			})
			table.Rows = append(table.Rows, doc.Row{
				cell(q.Number), cell(q.Received.String()), cell(q.Subject, prefixed("da ", q.Applicant)), cell(w.labels(app.SubjectRights, q.Rights)...),
				cell(w.words(requestType.Field("treatments"), q)...), cell(c.Due.String()), extensionCell(q, c), outcomeCell(q, c), cell(requestStory(w, q)...),
			})
		}
	}
	s := w.signature()
	if w.blank {
		s.Place = ""
	}
	blocks := append([]doc.Block{w.letterhead()}, p.say("register")...)
	return doc.Document{Landscape: true, Draft: draft, Blocks: append(blocks, table, s)}
}

func extensionCell(q *app.Request, c app.RequestClock) doc.Cell {
	out := cell(q.Extended.String())
	if c.ToldLate {
		out = doc.C(q.Extended.String(), "tardi: non vale")
		out.Tint = doc.Warn
	}
	return out
}

// outcomeCell is the answer, or how the term stands.
func outcomeCell(q *app.Request, c app.RequestClock) doc.Cell {
	switch c.State {
	case app.RequestAnnulled:
		return doc.C("annullata il " + q.Annulled.String())
	case app.RequestAnswered, app.RequestAnsweredLate:
		out := doc.C(q.Answered.String(), app.RequestOutcome(q.Outcome))
		if c.State == app.RequestAnsweredLate {
			out.Paras = append(out.Paras, doc.T(daysLate(-c.Left)))
			out.Tint = doc.Warn
		}
		return out
	case app.RequestPaused:
		return doc.C("ferma: si aspetta la prova di chi è")
	case app.RequestLate:
		out := doc.C("senza risposta", daysLate(-c.Left))
		out.Tint = doc.Bad
		return out
	}
	return doc.C("in corso")
}

func daysLate(n int) string {
	if n == 1 {
		return "in ritardo di un giorno"
	}
	return fmt.Sprintf("in ritardo di %d giorni", n)
}

// requestStory is what was done, why not more, and who was told.
func requestStory(w *writer, q *app.Request) []string {
	out := []string{q.Done}
	if q.Denied() {
		out = append(out, joined(": ", strings.Join(w.words(requestType.Field("ground"), q), ""), q.GroundWhy))
	}
	if q.Charge.N > 0 {
		out = append(out, joined(": ", "Contributo di "+form.FormatMoney(q.Charge.N)+" €", q.ChargeWhy))
	}
	for _, r := range q.Recipients {
		if r.Told != "" {
			out = append(out, fmt.Sprintf("Avvisato il %s: %s", r.Told, app.RequestRecipientName(r, w.d)))
		}
	}
	if q.Annulled != "" {
		out = append(out, q.AnnulledWhy)
	}
	return out
}
