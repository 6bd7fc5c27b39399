package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// TestAssessment: the file of the tool of the CNIL goes into the office, comes out as
// the same tree, and is taken again as nothing new; one of the office goes out and in.
func TestAssessment(t *testing.T) {
	file, dir := demo(t), t.TempDir()
	from := filepath.Join("..", "..", "app", "exchange", "pia", "testdata", "palestra.json")
	before := exported(t, file)
	out := must(t, "--data", file, "import", from, "--dry-run")
	for _, want := range []string{"Valutazioni d’impatto: 1 nuove", "nuova: Ingressi in palestra con il badge", "per nome non si trova il trattamento di «Ingressi in palestra con il badge»"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in %s", want, out)
		}
	}
	if !bytes.Equal(exported(t, file), before) {
		t.Error("a trial changed the office")
	}
	must(t, "--data", file, "import", from)
	if out := must(t, "--data", file, "import", from); !strings.Contains(out, "già uguali: 1") {
		t.Errorf("again: %s", out)
	}
	var whole struct {
		Registers struct {
			DPIA []struct{ UID, Necessity string } `json:"dpia"`
		}
	}
	if err := json.Unmarshal(exported(t, file), &whole); err != nil {
		t.Fatal(err)
	}
	uid := ""
	for _, x := range whole.Registers.DPIA {
		if strings.Contains(x.Necessity, "Né foto né impronta") {
			uid = x.UID
		}
	}
	to := filepath.Join(dir, "pia.json")
	must(t, "--data", file, "export", "--dpia", uid, to)
	if !reflect.DeepEqual(asTree(t, to), asTree(t, from)) {
		t.Error("it comes out as another tree")
	}
	must(t, "--data", file, "export", "--dpia", "Videosorveglianza del negozio", to)
	if out := must(t, "--data", file, "import", to); !strings.Contains(out, "0 nuove, 1 cambiate") || strings.Count(out, "era «") != 1 || !strings.Contains(out, "Documenti «PIA Videosorveglianza del negozio.json»") {
		t.Errorf("its own: %s", out)
	}
	if out := must(t, "--data", file, "import", to); !strings.Contains(out, "già uguali: 1") {
		t.Errorf("its own again: %s", out)
	}
	says(t, refused, "non si fa", "--data", file, "export", "--dpia", "Newsletter e promozioni", to)
	says(t, refused, "Nessuna scheda si chiama «X»", "--data", file, "export", "--dpia", "X", to)
	says(t, usage, "in un file .json", "--data", file, "export", "--dpia", uid, filepath.Join(dir, "pia.xlsx"))
	half := filepath.Join(dir, "mezza.json")
	if err := os.WriteFile(half, read(t, from)[:1000], 0o600); err != nil {
		t.Fatal(err)
	}
	says(t, refused, "Il file della PIA è interrotto: finisce prima del dovuto. Esportate di nuovo", "--data", file, "import", half)
}

func asTree(t *testing.T, path string) (out any) {
	t.Helper()
	if err := json.Unmarshal(read(t, path), &out); err != nil {
		t.Fatal(err)
	}
	return out
}
