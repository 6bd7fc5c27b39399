package breach_test

import (
	"slices"
	"strings"
	"testing"

	"tutela/app/breach"
)

// answers reads 18 letters: 1 to 4, then s, n, or - where there is no answer.
func answers(t testing.TB, text string) (a breach.Answers) {
	t.Helper()
	if len(text) != breach.Items {
		t.Fatalf("%q has %d answers", text, len(text))
	}
	for i, c := range text {
		switch c {
		case 's':
			a[i] = breach.AnswerYes
		case 'n':
			a[i] = breach.AnswerNo
		case '-':
		default:
			a[i] = int(c - '0')
		}
	}
	return a
}

func TestItems(t *testing.T) {
	items := breach.List()
	if len(items) != 18 {
		t.Fatalf("%d items", len(items))
	}
	for i, it := range items {
		lines := 2
		if it.N <= breach.Graded {
			lines = 4
		}
		if it.N != i+1 || len(it.Scale) != lines || len(it.Weights) != lines || it.Group == "" || it.Short == "" || it.Label == "" || !strings.HasSuffix(it.Help, "?") {
			t.Errorf("item %d: %+v", i+1, it)
		}
		if want := it.N == 17 || it.N == 18; it.Inverted() != want {
			t.Errorf("item %d inverted: %v", it.N, !want)
		}
		if slices.Contains(it.Scale, "") {
			t.Errorf("item %d does not say what each value means", it.N)
		}
	}
}

// TestCensus counts all 2,097,152 combinations twice, item by item and one by
// one, and finds the figures of the paper's arithmetic.
func TestCensus(t *testing.T) {
	want := map[breach.Class]int{breach.ClassA: 1, breach.ClassB: 15636, breach.ClassC: 1182777, breach.ClassD: 898738}
	got := breach.Census()
	tried := map[breach.Class]int{}
	all := 0
	var a breach.Answers
	var try func(n int)
	try = func(n int) {
		if n > breach.Items {
			tried[a.Class()]++
			all++
			return
		}
		lines := 2
		if n <= breach.Graded {
			lines = 4
		}
		for line := 1; line <= lines; line++ {
			a[n-1] = line
			try(n + 1)
		}
	}
	try(1)
	for class, n := range want {
		if got[class] != n || tried[class] != n {
			t.Errorf("class %s: %d by sums, %d by trying, want %d", class, got[class], tried[class], n)
		}
	}
	if len(got) != 4 || len(tried) != 4 || all != 2_097_152 {
		t.Errorf("%d combinations, classes %v", all, tried)
	}
}

func TestClassOf(t *testing.T) {
	for total, want := range map[int]string{2: "", 3: "A", 4: "B", 8: "B", 9: "C", 15: "C", 16: "D", 27: "D", 28: "", -1: ""} {
		if got := breach.ClassOf(total).String(); got != want {
			t.Errorf("%d is %q, want %q", total, got, want)
		}
	}
	for i, b := range breach.Bands() {
		if i > 0 && b.From != breach.Bands()[i-1].To+1 {
			t.Errorf("class %s leaves a gap or overlaps", b.Class)
		}
	}
	if b := breach.Bands(); b[0].From != breach.Lowest || b[3].To != breach.Highest {
		t.Error("the classes do not cover 3 to 27")
	}
}

// TestTotal: nothing is known until all 18 are answered, though the class may be.
func TestTotal(t *testing.T) {
	tests := []struct {
		answers   string
		low, high int
		total     bool
		open      string
		missing   int
	}{
		{"------------------", 3, 27, false, "ABCD", 18},
		{"111nnnnnnnnnnnnnss", 3, 3, true, "A", 0},
		{"111nnnnnnnnnnnnnnn", 5, 5, true, "B", 0},   // No to encryption and copies counts
		{"111nnnnnnnnnnnnn--", 3, 5, false, "AB", 2}, // the paper form would show 3 here
		{"444sssssssssssssnn", 27, 27, true, "D", 0},
		{"321snssnnsnsnnnn--", 11, 13, false, "C", 2}, // the picture of the design
		{"311nsnnnnssnnnnsns", 10, 10, true, "C", 0},  // the case of the stolen notebook
		{"511nnnnnnnnnnnnnss", 3, 6, false, "AB", 1},  // out of the scale is no answer
	}
	for _, test := range tests {
		a := answers(t, test.answers)
		low, high := a.Possible()
		total, known := a.Total()
		open := ""
		for _, c := range a.Open() {
			open += c.String()
		}
		if low != test.low || high != test.high || known != test.total || open != test.open || len(a.Missing()) != test.missing {
			t.Errorf("%s: %d to %d, known %v, open %s, missing %v", test.answers, low, high, known, open, a.Missing())
		}
		if known && (total != low || a.Class().String() != open) || !known && a.Class() != 0 {
			t.Errorf("%s: total %d, class %s", test.answers, total, a.Class())
		}
	}
}

// TestOpenIsWhatCanBe: the open classes are those that filling in the rest reaches.
func TestOpenIsWhatCanBe(t *testing.T) {
	for _, text := range []string{"311nsnsnnsnnnnns--", "2--nnnnnsnnnnnnn-s", "1-1--nnnnnnnnnnnss"} {
		a := answers(t, text)
		reached := map[breach.Class]bool{}
		var try func(missing []int)
		try = func(missing []int) {
			if len(missing) == 0 {
				reached[a.Class()] = true
				return
			}
			n := missing[0]
			lines := 2
			if n <= breach.Graded {
				lines = 4
			}
			for line := 1; line <= lines; line++ {
				a[n-1] = line
				try(missing[1:])
			}
			a[n-1] = 0
		}
		try(a.Missing())
		open := a.Open()
		for _, c := range open {
			if !reached[c] {
				t.Errorf("%s: %s is open but cannot be", text, c)
			}
		}
		if len(open) != len(reached) {
			t.Errorf("%s: open %v, reached %v", text, open, reached)
		}
	}
}
