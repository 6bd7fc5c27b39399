package exchange_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/exchange"
	"tutela/app/form"
)

// assessments is an office that takes what was read.
type assessments struct {
	*apptest.Memory
	t     *testing.T
	files map[string][]byte
}

func newAssessments(t *testing.T) *assessments {
	a := &assessments{apptest.NewMemory(apptest.Now), t, map[string][]byte{}}
	if err := a.Save(app.TreatmentForm.Type(), &app.Treatment{Title: "ingressi in palestra  con il badge"}); err != nil {
		t.Fatal(err)
	}
	return a
}

func (a *assessments) blob(sha string) ([]byte, error) {
	if data, ok := a.files[sha]; ok {
		return data, nil
	}
	return nil, errors.New("no such file")
}

func (a *assessments) read(data []byte) (*exchange.Workbook, error) {
	return exchange.ReadPIA(data, a.Dossier(a.t), a.blob)
}

// take reads a file and saves what it plans.
func (a *assessments) take(data []byte) *exchange.Workbook {
	a.t.Helper()
	w, err := a.read(data)
	if err != nil {
		a.t.Fatal(err)
	}
	for _, f := range w.Bundle.Files {
		a.files[f.SHA256] = f.Bytes
	}
	list := a.Records[app.DPIAForm.Key]
	for _, rec := range w.Bundle.Records[app.DPIAForm.Key] {
		if i := slices.IndexFunc(list, func(old any) bool { return old.(*app.DPIA).UID() == rec.(*app.DPIA).UID() }); i >= 0 {
			list[i] = rec
		} else {
			list = append(list, rec)
		}
	}
	a.Records[app.DPIAForm.Key] = list
	return w
}

func (a *assessments) write(x *app.DPIA) []byte {
	a.t.Helper()
	data, err := exchange.WritePIA(a.Dossier(a.t), x, a.blob)
	if err != nil {
		a.t.Fatal(err)
	}
	return data
}

func palestra(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile("pia/testdata/palestra.json")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func sameTree(t *testing.T, a, b []byte) bool {
	t.Helper()
	var x, y any
	if err := errors.Join(json.Unmarshal(a, &x), json.Unmarshal(b, &y)); err != nil {
		t.Fatal(err)
	}
	return reflect.DeepEqual(x, y)
}

// TestPIA: an assessment becomes a record of the treatment of its name and comes out
// the same tree; read again it is the same record, changed in the tool it changes the
// fields that it says.
func TestPIA(t *testing.T) {
	a := newAssessments(t)
	data := palestra(t)
	w := a.take(data)
	if len(w.Changes) != 1 || !w.Changes[0].New || w.Same != 0 || len(w.Treatmentless) != 0 {
		t.Fatalf("%+v", w)
	}
	x := a.Records[app.DPIAForm.Key][0].(*app.DPIA)
	sum := sha256.Sum256(bytes.TrimSpace(data))
	if len(x.Files) != 1 || x.Files[0].Name != "PIA Ingressi in palestra con il badge.json" || x.Files[0].SHA256 != hex.EncodeToString(sum[:]) {
		t.Errorf("files: %+v", x.Files)
	}
	if got := a.Ref(app.TreatmentForm.Key, x.Treatment); !strings.HasPrefix(got, "ingressi") {
		t.Errorf("it is of the treatment %q", got)
	}
	if !sameTree(t, a.write(x), data) {
		t.Error("it comes out as another tree")
	}
	if w := a.take(data); w.Same != 1 || len(w.Changes) != 0 || len(w.Bundle.Files) != 0 {
		t.Errorf("again: %+v", w)
	}
	// As the tool gives it back after an import of its own, with one answer changed.
	other := bytes.Replace(data, []byte(`"name": "Ingressi`), []byte(`"name": "(IMPORT) Ingressi`), 1)
	other = bytes.Replace(other, []byte(`Né foto né impronta`), []byte(`Né foto né <b>dita</b>`), 1)
	w = a.take(other)
	if len(w.Changes) != 1 || w.Changes[0].New {
		t.Fatalf("changed: %+v", w)
	}
	var labels []string
	for _, d := range w.Changes[0].Differs {
		labels = append(labels, d.Label)
	}
	if strings.Join(labels, ", ") != "Necessità e proporzionalità" {
		t.Errorf("changed: %v", labels)
	}
	x = a.Records[app.DPIAForm.Key][0].(*app.DPIA)
	if len(x.Files) != 1 || !strings.Contains(x.Necessity, "Né foto né dita") || !sameTree(t, a.write(x), other) {
		t.Errorf("%d files, %s", len(x.Files), x.Necessity)
	}
}

// TestPIAOfOurOwn: what was written from a record that came from no file changes that
// record when it comes back.
func TestPIAOfOurOwn(t *testing.T) {
	a := newAssessments(t)
	x := &app.DPIA{
		Screened: "2026-01-19", Decision: app.DPIAAssess, Description: "Badge all’ingresso.", Measures: "Password.", Matrix: "5x5",
		ResidualProbability: form.Number(3), ResidualConsequence: form.Number(3), Criteria: []string{"monitoring"}, NoTypes: true,
		Files: []form.File{{Name: "mappa.json", SHA256: "no"}},
	}
	a.files["no"] = []byte(`{"type":"FeatureCollection"}`)
	if err := a.Save(app.DPIAForm.Type(), x); err != nil {
		t.Fatal(err)
	}
	data := a.write(x)
	if w := a.take(data); len(w.Changes) != 1 || len(w.Changes[0].Differs) != 1 || w.Changes[0].Differs[0].Path != "files" {
		t.Errorf("unchanged but for the file kept: %+v", w.Changes)
	}
	data = bytes.Replace(data, []byte("Password."), []byte("Due &lt;password&gt;."), 1)
	w := a.take(data)
	if len(w.Changes) != 1 || w.Changes[0].New || len(w.Treatmentless) != 1 {
		t.Fatalf("%+v", w)
	}
	back := a.Records[app.DPIAForm.Key][0].(*app.DPIA)
	if back.Measures != "Due <password>." || back.Matrix != "5x5" || len(back.Criteria) != 1 || len(back.Files) != 2 {
		t.Errorf("%+v", back)
	}
}

// TestPIASkipped: there is no assessment of what is not assessed.
func TestPIASkipped(t *testing.T) {
	a := newAssessments(t)
	if _, err := exchange.WritePIA(a.Dossier(t), &app.DPIA{Decision: app.DPIASkip}, a.blob); !strings.Contains(app.Sentence(err), "non si fa") {
		t.Errorf("%v", err)
	}
}

// TestPIAList: each of several becomes a record; the same one twice is refused.
func TestPIAList(t *testing.T) {
	a := newAssessments(t)
	one := palestra(t)
	two := bytes.Replace(bytes.Replace(one, []byte("08:55:01.123Z"), []byte("08:55:01.124Z"), 1), []byte(`"name": "Ingressi`), []byte(`"name": "Uscite`), 1)
	list := func(parts ...[]byte) []byte { return []byte("[" + string(bytes.Join(parts, []byte(","))) + "]") }
	w := a.take(list(one, two))
	if len(w.Changes) != 2 || len(a.Records[app.DPIAForm.Key]) != 2 || len(w.Treatmentless) != 1 || w.Changes[1].Title != "Uscite in palestra con il badge" {
		t.Fatalf("%+v", w)
	}
	for i, want := range [][]byte{one, two} {
		if !sameTree(t, a.write(a.Records[app.DPIAForm.Key][i].(*app.DPIA)), want) {
			t.Errorf("the file %d comes out as another tree", i+1)
		}
	}
	if _, err := a.read(list(one, one)); !strings.Contains(app.Sentence(err), "c’è due volte") {
		t.Errorf("twice, known: %v", err)
	}
	if _, err := newAssessments(t).read(list(one, one)); !strings.Contains(app.Sentence(err), "c’è due volte") {
		t.Errorf("twice, new: %v", err)
	}
	again := app.DPIAForm.Type().Clone(a.Records[app.DPIAForm.Key][0]).(*app.DPIA)
	a.Records[app.DPIAForm.Key] = append(a.Records[app.DPIAForm.Key], again)
	again.Treatment = ""
	if w, err := a.read(one); err != nil || w.Same != 1 {
		t.Errorf("two records of one, told apart by the treatment: %v", err)
	}
	again.Treatment = a.Records[app.DPIAForm.Key][0].(*app.DPIA).Treatment
	if _, err := a.read(one); !strings.Contains(app.Sentence(err), "Più schede dell’ufficio vengono dalla PIA «Ingressi in palestra con il badge»") {
		t.Errorf("two records of one: %v", err)
	}
}

func TestPIARefused(t *testing.T) {
	data := palestra(t)
	for name, c := range map[string]struct {
		data []byte
		said string
	}{
		"cut short":        {data[:len(data)/2], "Il file della PIA è interrotto"},
		"a list cut short": {append([]byte("["), data...), "Il file della PIA è interrotto"},
		"spoilt":           {bytes.Replace(data, []byte(`"answers"`), []byte(`answers`), 1), "non è JSON"},
		"unknown version":  {bytes.Replace(data, []byte(`"answers": [`), []byte(`"answers": [7,`), 1), "in una forma che questo programma non conosce: non si capisce «answers/0»"},
		"too big":          {append(bytes.TrimSpace(data), bytes.Repeat([]byte(" "), app.MaxFile)...), "troppo grande"},
	} {
		w, err := newAssessments(t).read(c.data)
		if w != nil || !strings.Contains(app.Sentence(err), c.said) {
			t.Errorf("%s: %v", name, err)
		}
	}
	a := newAssessments(t)
	a.take(data)
	x := a.Records[app.DPIAForm.Key][0].(*app.DPIA)
	x.Assessed, x.Next = "", "2026-03-19" // the day before the file's
	if _, err := a.read(data); !strings.Contains(app.Sentence(err), "Prossimo riesame: Viene prima della valutazione") {
		t.Errorf("against the form: %v", err)
	}
	if x.Next = "2026-03-20"; a.take(data).Same != 0 {
		t.Error("the day of the assessment was not taken")
	}
}
