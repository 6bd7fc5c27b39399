package papers_test

import (
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/doc"
	"tutela/app/form"
	"tutela/app/papers"
)

func fill(t *testing.T, d *app.Dossier, kind string, subject any) doc.Document {
	t.Helper()
	p, ok := papers.Find(papers.All(app.Registers()), kind)
	if !ok {
		t.Fatalf("no paper %s", kind)
	}
	return p.Fill(d, subject)
}

// TestDPIADrafts: each of the two papers is a draft for what it lacks itself, not
// for what the other does.
func TestDPIADrafts(t *testing.T) {
	d := apptest.Sample(t)
	list := app.All(d, app.DPIAForm)
	made, skipped := list[0], list[1]
	draft := func(kind string, rec *app.DPIA) bool { return fill(t, d, kind, rec).Draft }
	if draft("dpia-screening", made) || draft("dpia", made) || draft("dpia-screening", skipped) {
		t.Error("what is complete is no draft")
	}
	paper := fill(t, d, "dpia", skipped)
	if text := doc.Text(paper); !paper.Draft || !strings.Contains(text, "non è stata decisa") || strings.Contains(text, "Rischi") {
		t.Errorf("an assessment that nobody made:\n%s", text)
	}
	was := made.Risks
	made.Risks = ""
	if draft("dpia-screening", made) || !draft("dpia", made) {
		t.Error("the assessment lacks its risks, the screening nothing")
	}
	made.Risks, made.High = was, ""
	if !draft("dpia-screening", made) || !draft("dpia", made) {
		t.Error("without an answer neither is whole")
	}
}

// TestDPIAConsultation: a residual Alto brings the section of art. 36.
func TestDPIAConsultation(t *testing.T) {
	d := apptest.Sample(t)
	rec := app.All(d, app.DPIAForm)[0]
	if text := doc.Text(fill(t, d, "dpia", rec)); strings.Contains(text, "Consultazione") {
		t.Errorf("asked without need:\n%s", text)
	}
	rec.ResidualProbability, rec.ResidualConsequence, rec.Consulted = form.Number(5), form.Number(4), "2026-03-02"
	text := doc.Text(fill(t, d, "dpia", rec))
	for _, want := range []string{"Consultazione preventiva del Garante", "Consultazione chiesta il: 02/03/2026", "Risposta attesa entro il: 27/04/2026", "Livello di rischio: Alto"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing:\n%s", want, text)
		}
	}
}

// TestDPOSigns: the DPO signs where there is one.
func TestDPOSigns(t *testing.T) {
	d := apptest.Sample(t)
	rec := app.All(d, app.DPIAForm)[0]
	o := d.Office()
	for _, kind := range []string{"dpia", "dpia-screening"} {
		o.HasDPO, o.DPO = "no", ""
		if strings.Contains(doc.Text(fill(t, d, kind, rec)), "____ Rita Neri") {
			t.Errorf("%s: nobody is there to sign", kind)
		}
		o.HasDPO, o.DPO = "yes", "Rita Neri"
		if text := doc.Text(fill(t, d, kind, rec)); !strings.Contains(text, "Rita Neri") {
			t.Errorf("%s:\n%s", kind, text)
		}
	}
}

// TestProcessorRegister: who is no longer a client leaves the register of today
// and stays in that of then; an empty register says so.
func TestProcessorRegister(t *testing.T) {
	d := apptest.Sample(t)
	c := app.All(d, app.ClientForm)[0]
	c.Ended = "2026-06-30"
	if text := doc.Text(fill(t, d, "processor-register", nil)); strings.Contains(text, c.Name) || !strings.Contains(text, "non è iscritto alcun cliente") {
		t.Errorf("today:\n%s", text)
	}
	d.AsOf = "2026-06-01"
	if text := doc.Text(fill(t, d, "processor-register", nil)); !strings.Contains(text, c.Name) || !strings.Contains(text, "Responsabile del trattamento: Ferramenta") {
		t.Errorf("then:\n%s", text)
	}
	c.SubRule = ""
	if !fill(t, d, "processor-register", nil).Draft {
		t.Error("a client lacks something: the register is a draft")
	}
}
