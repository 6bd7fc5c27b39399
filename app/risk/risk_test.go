package risk

import (
	"strings"
	"testing"
)

// Each table is written as the office reads it: a row a probability, a column a
// consequence.
func TestEveryCell(t *testing.T) {
	for id, table := range map[string][]string{
		"5x5": {
			"1 1 1 2 2",
			"1 2 2 3 3",
			"1 2 3 3 4",
			"2 3 3 4 4",
			"2 3 4 4 4",
		},
		"4x4": {
			"1 1 2 2",
			"1 2 3 3",
			"2 3 4 4",
			"2 3 4 4",
		},
	} {
		m, ok := Find(id)
		if !ok {
			t.Fatalf("no matrix %s", id)
		}
		if len(m.Probability) != len(table) || len(m.Consequence) != len(table) {
			t.Fatalf("%s: %d × %d words", id, len(m.Probability), len(m.Consequence))
		}
		for p, row := range table {
			for c, want := range strings.Fields(row) {
				got, err := m.Level(p+1, c+1)
				if err != nil || int(got) != int(want[0]-'0') {
					t.Errorf("%s: %d × %d = %d (%v), want %s", id, p+1, c+1, got, err, want)
				}
				if n, _ := m.Product(p+1, c+1); n != (p+1)*(c+1) {
					t.Errorf("%s: product %d × %d = %d", id, p+1, c+1, n)
				}
			}
		}
	}
}

func TestCaseOfTheSheet(t *testing.T) {
	m, _ := Find(Default)
	l, err := m.Level(2, 2)
	if err != nil {
		t.Fatal(err)
	}
	got := m.Probability[1] + " × " + m.Consequence[1] + " = " + l.Word()
	if got != "Poco probabile × Marginali = Medio-basso" {
		t.Error(got)
	}
}

func TestRefusesOutOfRange(t *testing.T) {
	for _, m := range Matrices() {
		top := len(m.Probability)
		for _, v := range [][2]int{{0, 1}, {1, 0}, {-1, 2}, {top + 1, 1}, {1, top + 1}} {
			l, err := m.Level(v[0], v[1])
			if err == nil || l != 0 {
				t.Errorf("%s %v: %v, %v", m.ID, v, l, err)
			}
		}
	}
	m, _ := Find(Default)
	_, err := m.Product(6, 1)
	if err == nil || err.Error() != "La probabilità va da 1 a 5: 6 non è ammesso." {
		t.Error(err)
	}
	if _, ok := Find("3x3"); ok {
		t.Error("a matrix that is not there was found")
	}
}

func TestWords(t *testing.T) {
	old, _ := Find("4x4")
	for _, tt := range []struct {
		level                  Level
		word, short, was, of44 string
	}{
		{Acceptable, "Accettabile", "Accett.", "lieve", "Basso"},
		{MediumLow, "Medio-basso", "Medio-b.", "medio", "Medio-basso"},
		{Relevant, "Rilevante", "Rilev.", "grave", "Medio-alto"},
		{High, "Alto", "Alto", "gravissimo", "Alto"},
	} {
		if tt.level.Word() != tt.word || tt.level.Short() != tt.short || tt.level.Old() != tt.was || old.Word(tt.level) != tt.of44 {
			t.Errorf("%d: %s %s %s %s", tt.level, tt.level.Word(), tt.level.Short(), tt.level.Old(), old.Word(tt.level))
		}
		if tt.level.Advice() == "" {
			t.Errorf("%s has no advice", tt.word)
		}
		for _, m := range Matrices() {
			if s := m.Short(tt.level); s == "" || len([]rune(s)) > 8 {
				t.Errorf("%s: short %q", m.ID, s)
			}
		}
	}
	for _, l := range []Level{0, -1, 5} {
		if l.Word()+l.Short()+l.Old()+l.Advice()+old.Word(l)+old.Short(l) != "" || l.Valid() {
			t.Errorf("level %d has words", l)
		}
	}
}

func TestDangersAndRisks(t *testing.T) {
	want := map[string]string{
		Physical: "PD", Natural: "PD", Interruption: "PDMDivA",
		Technical: "PDMDivA", Compromise: "PDMDivA", Unauthorised: "PDM",
	}
	if len(Dangers()) != 6 || len(Risks()) != 5 {
		t.Fatalf("%d dangers, %d risks", len(Dangers()), len(Risks()))
	}
	for _, d := range Dangers() {
		var got string
		for _, r := range Risks() {
			if d.Brings(r.Slug) {
				got += r.Letter
			}
		}
		if got != want[d.Slug] {
			t.Errorf("%s brings %s, want %s", d.Slug, got, want[d.Slug])
		}
		for _, r := range d.Risks {
			if _, ok := FindRisk(r); !ok {
				t.Errorf("%s brings an unknown risk %q", d.Slug, r)
			}
		}
		if f, ok := FindDanger(d.Slug); !ok || f.Label != d.Label || !strings.HasSuffix(d.Label, ")") {
			t.Errorf("%s: %q", d.Slug, d.Label)
		}
	}
	if _, ok := FindDanger("loss"); ok {
		t.Error("a risk was found among the dangers")
	}
	Dangers()[0].Risks[0] = "changed"
	if d, _ := FindDanger(Physical); d.Risks[0] != Loss {
		t.Error("the table was changed from outside")
	}
}

func TestNeeds(t *testing.T) {
	for _, tt := range []struct {
		before, after Level
		dpia, consult bool
	}{
		{0, 0, false, false},
		{0, Relevant, false, false},
		{High, Acceptable, true, false},
		{0, High, true, true},
		{High, 0, true, false},
		{Relevant, High, true, true},
	} {
		if NeedsDPIA(tt.before, tt.after) != tt.dpia || NeedsConsultation(tt.after) != tt.consult {
			t.Errorf("%d, %d", tt.before, tt.after)
		}
	}
	if MediumLow.NeedsNote() || !Relevant.NeedsNote() {
		t.Error("the note is for Rilevante and above")
	}
}
