package papers

import (
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

var inspectionType = app.InspectionForm.Type()

// inspectionMinutes are the minutes of an inspection, printed to be signed (spec 7,
// inspection-minutes; 5-law 6, CTL1).
func inspectionMinutes(w *writer, subject any) doc.Document {
	i, _ := subject.(*app.Inspection)
	if i == nil {
		i, w.blank = &app.Inspection{}, true
	}
	p := newRecordPaper(w, "inspection")
	p.draft = p.draft || !w.blank && (len(i.Checked) == 0 || len(i.Findings) == 0 && !i.NoFindings)
	p.add(p.say("opening")...)
	p.head("Il controllo")
	p.add(p.inspected(i))
	p.head("Che cosa è stato guardato")
	p.add(p.checked(i))
	p.head("Da mettere a posto")
	if !w.blank && len(i.Findings) == 0 && i.NoFindings {
		p.add(p.say("findings-none")...)
	} else {
		p.add(p.findings(i))
	}
	if f := p.fields(fieldsOf(inspectionType, "outcome"), i); len(f.Entries) > 0 {
		p.add(f)
	}
	if due := i.NextDue(); due != "" {
		p.add(p.say("next", "{data}", due.String())...)
	} else {
		p.add(p.say("controller")...)
	}
	p.sign(i.Signed.String(), doc.Signer{Role: "Chi ha controllato", Name: i.InCharge(w.d)}, doc.Signer{Role: "Il titolare del trattamento", Name: w.d.Office().Representative, Note: "per presa visione"})
	subtitle := ""
	if !w.blank {
		subtitle = inspectionType.Named(i, w.d)
	}
	return p.document(subtitle)
}

// inspected says what, when, by whom: the fields of the register that stand in for
// one another are one line here.
func (p *recordPaper) inspected(i *app.Inspection) doc.Fields {
	out := p.fields(fieldsOf(inspectionType, "on", "months", "present"), i)
	period := doc.Entry{Label: "Periodo esaminato", Lines: 1}
	if i.From != "" || i.To != "" {
		period.Value, period.Lines = [][]doc.Run{doc.T(strings.TrimSpace(prefixed("dal ", i.From.String()) + prefixed(" al ", i.To.String())))}, 0
	}
	if p.blank || period.Lines == 0 {
		out.Entries = append(out.Entries, period)
	}
	head := []doc.Entry{{Label: "Che cosa", Lines: 1, Half: true}, {Label: "Chi controlla", Lines: 1, Half: true}}
	if !p.blank {
		where := i.Where(p.d)
		head[0] = doc.Entry{Label: "Che cosa", Half: true, Value: [][]doc.Run{doc.T(strings.ToUpper(where[:1]) + where[1:])}}
		head[1] = doc.Entry{Label: "Chi controlla", Half: true, Missing: i.InCharge(p.d) == ""}
		if who := i.InCharge(p.d); who != "" {
			head[1].Value = [][]doc.Run{doc.T(who)}
		}
	}
	out.Entries = append(head, out.Entries...)
	if i.Edition != "" || p.blank {
		out.Entries = append(out.Entries, p.fields(fieldsOf(inspectionType, "edition"), i).Entries...)
	}
	return out
}

func (p *recordPaper) checked(i *app.Inspection) doc.Table {
	t := doc.Table{
		Columns: []doc.Column{{Head: "Che cosa", Width: 6}, {Head: "Secondo quale regola", Width: 6}, {Head: "Rispettata", Width: 2}},
		Empty:   "Non è ancora scritto che cosa è stato guardato.",
	}
	if p.blank {
		t.BlankRows = 5
		return t
	}
	row := inspectionType.Field("checked").Child
	for _, c := range i.Checked {
		kept := cell(p.words(row.Field("kept"), c)...)
		switch c.Kept {
		case "no":
			kept.Tint = doc.Bad
		case "part":
			kept.Tint = doc.Warn
		}
		t.Rows = append(t.Rows, doc.Row{cell(c.What), cell(c.Rule), kept})
	}
	return t
}

func (p *recordPaper) findings(i *app.Inspection) doc.Table {
	t := doc.Table{
		Columns: []doc.Column{{Head: "Che cosa non va", Width: 5}, {Head: "Come si rimedia", Width: 5}, {Head: "A cura di", Width: 3}, {Head: "Entro il", Width: 2}, {Head: "Fatto il", Width: 2}},
		Empty:   "Non è ancora scritto che cosa va messo a posto.",
	}
	if p.blank {
		t.BlankRows = 3
		return t
	}
	for _, f := range i.Findings {
		done := doc.C(f.Done.String())
		if f.Late(p.d.Today()) {
			done = doc.C("in ritardo")
			done.Tint = doc.Warn
		}
		t.Rows = append(t.Rows, doc.Row{cell(f.What), cell(f.How), cell(f.ByWhom), cell(f.Due.String()), done})
	}
	return t
}
