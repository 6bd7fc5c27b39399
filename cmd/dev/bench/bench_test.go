package main

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"tutela/app/doc"
)

func TestRows(t *testing.T) {
	s := &subject{unit: "schede", sizes: []int{100, 1000, 5000}, quantities: []quantity{
		{name: "tempo", peers: []peer{{name: "il primo", most: 2}, {name: "il secondo", most: 2}}},
		{name: "memoria", kind: memory, flat: true, peers: []peer{{name: "il primo"}}},
	}}
	all := [][]figures{
		{{ours: []float64{3e-6, 1e-6, 2e-6}, peers: [][]float64{{1e-6, 1e-6, 1e-6}, {2e-6, 1e-6, 2e-6}}}, {ours: []float64{50_000}, peers: [][]float64{{1_000_000}}}},
		{{ours: []float64{0.0104}, peers: [][]float64{{0.0052}, {0.0104}}}, {ours: []float64{2_400_000}, peers: [][]float64{{1_000_000}}}},
		{{ours: []float64{12.34}, peers: [][]float64{{6.15}, nil}}, {ours: []float64{1_234_000_000}, peers: [][]float64{{1_000_000}}}},
	}
	want := `| tempo: 100 · 1.000 · 5.000 schede | 2 µs · 10,4 ms · 12,3 s | ×5.200 · ×1.187 (ideale: ×10 · ×5) | il primo | 2 (1–3) · 2 (2–2) · 2,01 (2,01–2,01); obiettivo: al più 2, mancato |
| | | | il secondo | 1 (1–1,5) · 1 (1–1) · –; obiettivo: al più 2 |
| memoria: 100 · 1.000 · 5.000 schede | 50 kB · 2,4 MB · 1.234 MB | ×48 · ×514 (ideale: ×1) | il primo | 0,05 (0,05–0,05) · 2,4 (2,4–2,4) · 1.234 (1.234–1.234) |
`
	if got := rowsOf(s, all); got != want {
		t.Errorf("got\n%swanted\n%s", got, want)
	}
}

// TestMeasure: all take turns, at least three however long they take; what a peer
// does not measure stays out.
func TestMeasure(t *testing.T) {
	var order strings.Builder
	step := func(name string, got ...float64) op {
		return func(context.Context) ([]float64, error) {
			order.WriteString(name)
			return got, nil
		}
	}
	closed := 0
	s := &subject{key: "x", quantities: []quantity{{peers: []peer{{}, {}, {}}}, {peers: []peer{{}}}}}
	s.prepare = func(context.Context, *bench, int) (*contest, error) {
		return &contest{ours: step("a", 4, 5), peers: []op{step("b", 2), nil, step("c", 3)}, close: func() error { closed++; return nil }}, nil
	}
	got, err := (&bench{times: 7}).measure(t.Context(), s, 10)
	if err != nil {
		t.Fatal(err)
	}
	if order.String() != strings.Repeat("abc", 1+leastTurns) || closed != 1 {
		t.Errorf("%s, closed %d times", &order, closed)
	}
	time, memory := got[0], got[1]
	if !slices.Equal(time.ours, []float64{4, 4, 4}) || !slices.Equal(memory.ours, []float64{5, 5, 5}) || memory.peers[0] != nil ||
		!slices.Equal(time.peers[0], []float64{2, 2, 2}) || time.peers[1] != nil || !slices.Equal(time.peers[2], []float64{3, 3, 3}) {
		t.Errorf("%v", got)
	}
	s.prepare = func(context.Context, *bench, int) (*contest, error) {
		return &contest{ours: func(context.Context) ([]float64, error) { return nil, errors.New("broken") }, close: func() error { closed++; return nil }}, nil
	}
	if _, err := (&bench{times: 7}).measure(t.Context(), s, 10); err == nil || !strings.Contains(err.Error(), "x of 10: broken") || closed != 2 {
		t.Errorf("%v, closed %d times", err, closed)
	}
}

func TestRepeatedHasOneTableOfContents(t *testing.T) {
	d := doc.Document{Blocks: []doc.Block{doc.Contents{}, doc.P("uno"), doc.P("due")}}
	if got := repeated(d, 3); len(got.Blocks) != 7 || len(d.Blocks) != 3 {
		t.Errorf("%d blocks of %d", len(got.Blocks), len(d.Blocks))
	}
}

// TestArguments: what makes no sense is refused before anything is measured.
func TestArguments(t *testing.T) {
	for _, wrong := range []string{"dance", "save dance", "--write --quick", "--write save", "--often"} {
		if err := run(t.Context(), strings.Fields(wrong)); err == nil {
			t.Errorf("bench %s was accepted", wrong)
		}
	}
	if all, err := choose(nil); err != nil || len(all) != len(subjects) {
		t.Errorf("%d subjects, %v", len(all), err)
	}
	for i, s := range subjects {
		if len(s.sizes) != 4 || !slices.IsSorted(s.sizes) || slices.Index(keys(), s.key) != i {
			t.Errorf("%s has the sizes %v", s.key, s.sizes)
		}
	}
}
