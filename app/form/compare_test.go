package form_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"testing/quick"

	"tutela/app/form"
)

// Versions differ in words exactly where they differ at all.
func TestCompareFindsWhatDiffers(t *testing.T) {
	err := quick.Check(func(one, other uint64) bool {
		a, b := randomThing(rand.New(rand.NewPCG(one, 1))), randomThing(rand.New(rand.NewPCG(other, 1)))
		if len(thingType.Compare(a, a, words{})) > 0 {
			return false
		}
		return thingType.Equal(a, b) == (len(thingType.Compare(a, b, words{})) == 0)
	}, &quick.Config{MaxCount: 2000})
	if err != nil {
		t.Fatal(err)
	}
}

func TestCompareRows(t *testing.T) {
	parts := func(names ...string) *thing {
		x := &thing{Name: "x"}
		for _, n := range names {
			x.Parts = append(x.Parts, &part{Name: n})
		}
		return x
	}
	dated := parts("a", "b")
	dated.Parts[1].Due = "2026-11-22"
	dated.Parts[1].Bits = []*bit{{Size: form.Number(3)}}
	for _, c := range []struct {
		name          string
		before, after *thing
		want          []form.Difference
	}{
		{"one in the middle", parts("a", "c"), parts("a", "b", "c"), []form.Difference{{Path: "parts/1", Label: "Parti «b»", After: "Nome: b"}}},
		{"one taken out", parts("a", "b", "c"), parts("a", "c"), []form.Difference{{Path: "parts/1", Label: "Parti «b»", Before: "Nome: b"}}},
		{"renamed", parts("a", "b"), parts("a", "z"), []form.Difference{{Path: "parts/1/name", Label: "Parti «z», Nome", Before: "b", After: "z"}}},
		{"moved", parts("a", "b"), parts("b", "a"), []form.Difference{{Path: "parts", Label: "Parti: ordine", Before: "a; b", After: "b; a"}}},
		{"within rows", parts("a", "b"), dated, []form.Difference{
			{Path: "parts/1/due", Label: "Parti «b», Entro il", After: "22/11/2026"},
			{Path: "parts/1/bits/0", Label: "Parti «b», Pezzi", After: "Misura: 3 giorni"},
		}},
		{"from nothing", nil, parts(), []form.Difference{{Path: "name", Label: "Nome", After: "x"}}},
	} {
		var before any
		if c.before != nil {
			before = c.before
		}
		if got := thingType.Compare(before, c.after, words{}); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %+v\nwant %+v", c.name, got, c.want)
		}
	}
}
