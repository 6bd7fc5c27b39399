package pia

import (
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"tutela/app"
	"tutela/app/form"
)

func example(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/palestra.json")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func one(t testing.TB, data []byte) *File {
	t.Helper()
	files, err := Read(data)
	if err != nil || len(files) != 1 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	return files[0]
}

func filled(f *File) *app.DPIA {
	d := app.DPIAForm.Type().Start().(*app.DPIA)
	f.Fill(d)
	return d
}

func tree(t testing.TB, data []byte) map[string]any {
	t.Helper()
	var out map[string]any
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// differs lists the places where two trees are not alike.
func differs(a, b any, path string) (out []string) {
	switch x := a.(type) {
	case map[string]any:
		y, _ := b.(map[string]any)
		for k := range x {
			out = append(out, differs(x[k], y[k], path+"/"+k)...)
		}
		for k := range y {
			if _, ok := x[k]; !ok {
				out = append(out, path+"/"+k)
			}
		}
		return out
	case []any:
		if y, ok := b.([]any); ok && len(x) == len(y) {
			for i := range x {
				out = append(out, differs(x[i], y[i], path+"/"+strconv.Itoa(i))...)
			}
			return out
		}
	}
	if !reflect.DeepEqual(a, b) {
		out = append(out, path)
	}
	return out
}

// TestRoundTrip: what goes in comes out the same tree; of what is changed in the
// record, that place alone differs, whatever else the file holds.
func TestRoundTrip(t *testing.T) {
	data := example(t)
	for _, c := range []struct {
		name   string
		change func(d *app.DPIA)
		want   []string
	}{
		{"nothing", func(d *app.DPIA) {}, nil},
		{"one answer", func(d *app.DPIA) {
			d.Necessity = strings.Replace(d.Necessity, "Né foto né impronta", "Né foto, né <impronta>", 1)
		}, []string{"/answers/7/data/text"}},
		{"an answer taken away", func(d *app.DPIA) {
			d.Description = strings.Replace(d.Description, "Strumenti e supporti:\nLettore, computer del banco, copie su disco esterno.", "", 1)
		}, []string{"/answers/4/data/text"}},
		{"an entry of a list", func(d *app.DPIA) { d.Risks = strings.Replace(d.Risks, "- Visitatori", "- Visitatori\n- Fornitori", 1) }, []string{"/answers/13/data/list"}},
		{"what is under no line", func(d *app.DPIA) { d.Necessity = "Prima di tutto.\n\n" + d.Necessity }, []string{"/answers/7/data/text"}},
		{"a measure", func(d *app.DPIA) {
			d.Measures += "\nOgni sera, su un disco."
		}, []string{"/measures/2/content"}},
		{"another measure", func(d *app.DPIA) { d.Measures += "\n\n• Porta chiusa\nDi notte." }, []string{"/measures"}},
		{"one measure less", func(d *app.DPIA) { d.Measures = strings.Replace(d.Measures, "• Copie", "", 1) }, []string{"/measures"}},
		{"the opinion", func(d *app.DPIA) {
			d.DPOOpinion = strings.Replace(d.DPOOpinion, "Si può fare", "Non si può fare", 1)
		}, []string{"/pia/dpo_status"}},
		{"what is to be done", func(d *app.DPIA) {
			d.OutcomeNote = strings.Replace(d.OutcomeNote, "nell’informativa", "nel cartello", 1)
		}, []string{"/evaluations/1/action_plan_comment"}},
		{"the outcome", func(d *app.DPIA) { d.Outcome = app.DPIAStop }, []string{"/pia/status"}},
		{"the same outcome for the tool", func(d *app.DPIA) { d.Outcome = app.DPIAConsult }, nil},
		{"the day", func(d *app.DPIA) { d.Assessed = "2026-03-21" }, []string{"/pia/updated_at"}},
		{"the risk left", func(d *app.DPIA) {
			d.ResidualProbability, d.ResidualConsequence = form.Number(1), form.Number(3)
		}, []string{"/evaluations/3/gauges/x", "/evaluations/3/gauges/y"}},
		{"the risk before", func(d *app.DPIA) { d.InitialProbability = form.Number(4) }, []string{"/answers/16/data/gauge"}},
		{"what the tool has no place for", func(d *app.DPIA) { d.Criteria, d.Next = []string{"monitoring"}, "2027-03-20" }, nil},
	} {
		f := one(t, data)
		d := filled(f)
		c.change(d)
		f.Take(d)
		got := differs(tree(t, data), tree(t, f.Bytes()), "")
		if !reflect.DeepEqual(sorted(got), sorted(c.want)) {
			t.Errorf("%s: differs at %v, want %v", c.name, got, c.want)
		}
	}
}

func sorted(s []string) map[string]bool {
	out := map[string]bool{}
	for _, x := range s {
		out[x] = true
	}
	return out
}

// TestReadsBack: a record goes into a file and comes out as it was, but for what the
// tool has no place for.
func TestReadsBack(t *testing.T) {
	for _, d := range []*app.DPIA{
		{Description: "Quattro telecamere: una in cassa.\n\n- ingresso\n- cassa", Necessity: "Gli specchi\nnon bastano.", Risks: "Furto & «uso» diverso.",
			Measures: "Cartelli.\nArmadio chiuso.", OutcomeNote: "Entro gennaio; ne risponde Marta.", DPOOpinion: "Va bene.", Views: "Sentiti in riunione.",
			Matrix: "4x4", InitialProbability: form.Number(3), InitialConsequence: form.Number(4), ResidualProbability: form.Number(2), ResidualConsequence: form.Number(3),
			Screened: "2026-01-19", Decision: app.DPIAAssess, Outcome: app.DPIAMeasures, Assessed: "2026-02-02"},
		{Measures: "• Una\nsubito\n\n• Due", ViewsNot: "Sono pochi", Matrix: "4x4", ResidualProbability: form.Number(1), ResidualConsequence: form.Number(4),
			Screened: "2026-01-19", Decision: app.DPIAAssess, Outcome: app.DPIAStop, Assessed: "2026-02-02"},
		{Screened: "2026-01-19", Decision: app.DPIAAssess, Matrix: "5x5"},
	} {
		f := New("Telecamere", "Marta Bianchi", time.Date(2026, 1, 19, 9, 0, 0, 0, time.UTC), time.Date(2026, 2, 10, 9, 0, 0, 0, time.UTC))
		f.Take(d)
		back := filled(one(t, f.Bytes()))
		for _, x := range app.DPIAForm.Type().Compare(d, back, nil) {
			t.Errorf("%s is «%s», was «%s»", x.Label, x.After, x.Before)
		}
	}
}

// TestFive: a record on the matrix of five keeps its values where the file says the
// same on the scales of the tool, and goes over to those where it says another thing.
func TestFive(t *testing.T) {
	d := &app.DPIA{Matrix: "5x5", InitialProbability: form.Number(5), InitialConsequence: form.Number(5), ResidualProbability: form.Number(4), ResidualConsequence: form.Number(3), Decision: app.DPIAAssess}
	f := New("x", "", time.Now(), time.Now())
	f.Take(d)
	if before, after := f.levels(); before != (gauge{4, 4}) || after != (gauge{3, 2}) {
		t.Errorf("written as %v and %v", before, after)
	}
	f.Fill(d)
	if d.Matrix != "5x5" || d.ResidualProbability.N != 4 || d.ResidualConsequence.N != 3 {
		t.Errorf("the same risk became %v × %v on %s", d.ResidualProbability, d.ResidualConsequence, d.Matrix)
	}
	d.ResidualProbability = form.Number(1)
	f.Fill(d)
	if d.Matrix != "4x4" || d.ResidualProbability.N != 3 || d.ResidualConsequence.N != 2 || d.InitialProbability.N != 4 || d.InitialConsequence.N != 4 {
		t.Errorf("another risk became %v × %v on %s", d.ResidualProbability, d.ResidualConsequence, d.Matrix)
	}
}

// TestFillSaysNothing: a file that is silent takes nothing away.
func TestFillSaysNothing(t *testing.T) {
	d := filled(one(t, example(t)))
	d.NoDPO, d.Criteria, d.Matrix, d.Screened = true, []string{"monitoring"}, "5x5", "2025-12-01"
	was := *d
	New("x", "", time.Time{}, time.Time{}).Fill(d)
	was.NoDPO = false // there is an opinion
	if !reflect.DeepEqual(*d, was) {
		t.Errorf("%+v", app.DPIAForm.Type().Compare(&was, d, nil))
	}
}

// TestOwnStructure: the questions that an organisation made go by their own names.
func TestOwnStructure(t *testing.T) {
	f := one(t, []byte(`{"pia":{"name":"x","structure_id":2,"structure_data":{"sections":[
		{"id":1,"items":[{"id":1,"title":"sections.1.items.1.title","questions":[{"id":111,"title":"sections.1.items.1.questions.1.title","answer_type":"text"},{"id":"9","title":"Dove sono i sensori?","answer_type":"text"}]}]},
		{"id":2,"items":[{"id":1,"title":"Etica","questions":[{"id":41,"title":"È giusto?","answer_type":"text"},{"id":42,"title":"Danni","answer_type":"gauge"},{"id":43,"title":"Quanto spesso","answer_type":"gauge"},{"id":44,"title":"Chi","answer_type":"list"}]}]}]}},
		"answers":[{"reference_to":111,"data":{"text":"uno"}},{"reference_to":"9","data":{"text":"due"}},{"reference_to":41,"data":{"text":"sì"}},
		{"reference_to":42,"data":{"text":"poco","gauge":2}},{"reference_to":43,"data":{"gauge":"3"}},{"reference_to":44,"data":{"list":["tutti"]}},{"reference_to":999,"data":{"text":"altro"}}]}`))
	d := filled(f)
	if d.Description != "Il trattamento:\nuno\n\nDove sono i sensori?:\ndue" || d.Necessity != "È giusto?:\nsì" || d.Risks != "Danni:\npoco\n\nChi:\n- tutti" {
		t.Errorf("%q, %q, %q", d.Description, d.Necessity, d.Risks)
	}
	if d.ResidualProbability.N != 3 || d.ResidualConsequence.N != 2 {
		t.Errorf("risk %v × %v", d.ResidualProbability, d.ResidualConsequence)
	}
}

func TestRefused(t *testing.T) {
	for text, where := range map[string]string{
		`{"pia":3}`:                              "pia",
		`{"pia":{},"answers":{}}`:                "answers",
		`{"pia":{},"answers":[{"data":"x"}]}`:    "answers/0/data",
		`{"pia":{},"measures":[{},4]}`:           "measures/1",
		`[{"pia":{}},{"pia":{},"comments":"x"}]`: "2/comments",
		`{"pia":{}} {"pia":{}}`:                  "alla fine",
		`{"answers":[]}`:                         "pia",
	} {
		_, err := Read([]byte(text))
		var shape *ShapeError
		if !errors.As(err, &shape) || shape.Path != where {
			t.Errorf("%s: %v, want %s", text, err, where)
		}
	}
	for n, want := range map[int]error{Most: nil, Most + 1: ErrMany} {
		if _, err := Read([]byte(`{"pia":{},"comments":[{}` + strings.Repeat(",{}", n-1) + `]}`)); !errors.Is(err, want) {
			t.Errorf("%d entries: %v", n, err)
		}
	}
}

func TestIs(t *testing.T) {
	data := example(t)
	for text, want := range map[string]bool{
		string(data): true, string(data[:200]): true, "[" + string(data) + "]": true, "\ufeff" + string(data): true,
		`{"answers":[{"a":1}],"pia":{}}`: true,
		`{"structure":{}}`:               false, `{"format":"tutela"}`: false, `"pia"`: false, `[]`: false, ``: false, `pia`: false, `{"x":{"pia":1}}`: false,
	} {
		if Is([]byte(text)) != want {
			t.Errorf("%.40q: want %v", text, want)
		}
	}
}

// FuzzRead: whatever is read goes out as the same tree, and after a change in the
// record still is a file that says what the record says.
func FuzzRead(f *testing.F) {
	f.Add(example(f))
	for _, s := range []string{
		`[{"pia":{}}]`, `{"pia":{"structure_data":{"sections":[{"id":1,"items":[{"id":1,"questions":[{"id":"01","title":"<b>a</b>","answer_type":"text"}]}]}]}}}`,
		`{"pia":{"created_at":"2026-01-01T00:00:00.000Z","status":"2","updated_at":"2026-01-02T00:00:00Z"},"measures":[{"title":"Misure"},{"title":"Misure"},{}]}`,
		`{"pia":{"dpo_status":0,"dpo_opinion":"no"},"answers":[{"reference_to":325,"data":{"gauge":3}},{"reference_to":326,"data":{"gauge":4}}],"evaluations":[{"reference_to":"3.2","gauges":{"x":1,"y":1}}]}`,
		`{"pia":`, `{"pia":{},"answers":[{"data":{"list":["a",{}]},"reference_to":"321"}],"x":1e999}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		files, err := Read(data)
		if err != nil {
			return
		}
		for _, f := range files {
			d := filled(f)
			was := string(f.Bytes())
			f.Take(d)
			if string(f.Bytes()) != was {
				t.Fatalf("what was read goes out as %s", f.Bytes())
			}
			d.Description, d.Measures, d.Views, d.Outcome, d.Assessed = "Altro.", "• Una\nnuova", "Sentiti.", app.DPIAStop, "2026-01-02"
			d.ResidualProbability, d.ResidualConsequence, d.Matrix = form.Number(2), form.Number(3), "4x4"
			f.Take(d)
			again := filled(one(t, f.Bytes()))
			if again.Measures != d.Measures || again.Outcome != d.Outcome || !strings.Contains(again.Views, d.Views) {
				t.Fatalf("it reads back as %q, %q, %q", again.Measures, again.Outcome, again.Views)
			}
		}
	})
}
