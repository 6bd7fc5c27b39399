package doc

import (
	"fmt"
	"slices"
	"strings"
)

// Section is what stands under one heading of a printed document, word by word;
// what stands before the first has no title.
type Section struct {
	Title string
	Words []string
}

// Change is a section that two editions of a document do not have alike.
type Change struct {
	Title string
	// New and Gone say that only the later edition has it, or only the earlier.
	New, Gone bool
	Pieces    []Piece // of a section that both have
}

// Piece is a place where a section differs: some words of each edition, those that
// differ in bold.
type Piece struct{ Before, After []Run }

// Compare tells section by section what differs between two editions, in the order
// of the later one; what it has no more comes last.
func Compare(before, after []Section) []Change {
	old := map[string]Section{}
	keys := named(before, func(key string, s Section) { old[key] = s })
	var out []Change
	kept := map[string]bool{}
	named(after, func(key string, s Section) {
		was, ok := old[key]
		kept[key] = true
		switch {
		case !ok:
			out = append(out, Change{Title: s.Title, New: true, Pieces: []Piece{{After: T(strings.Join(s.Words, " "))}}})
		case !slices.Equal(was.Words, s.Words):
			out = append(out, Change{Title: s.Title, Pieces: pieces(was.Words, s.Words)})
		}
	})
	for _, key := range keys {
		if s := old[key]; !kept[key] {
			out = append(out, Change{Title: s.Title, Gone: true, Pieces: []Piece{{Before: T(strings.Join(s.Words, " "))}}})
		}
	}
	return out
}

// named goes through sections by names of which there are no two alike.
func named(list []Section, do func(key string, s Section)) (keys []string) {
	seen := map[string]int{}
	for _, s := range list {
		seen[s.Title]++
		key := fmt.Sprintf("%d %s", seen[s.Title], s.Title)
		keys = append(keys, key)
		do(key, s)
	}
	return keys
}

const (
	// contextWords stand before and behind what differs.
	contextWords = 6
	// mostCompared bounds the work for one section; beyond it all of the section
	// that is not alike at its ends is one piece.
	mostCompared = 4 << 20
)

// pieces are the places where two texts differ, with the words around them.
func pieces(a, b []string) (out []Piece) {
	same := alike(a, b)
	for i := 1; i < len(same); i++ {
		// Between two runs of words that are alike lies what is not.
		fromA, fromB := same[i-1].a+same[i-1].n, same[i-1].b+same[i-1].n
		toA, toB := same[i].a, same[i].b
		if fromA == toA && fromB == toB {
			continue
		}
		lead := a[max(same[i-1].a, fromA-contextWords):fromA]
		tail := a[toA:min(toA+same[i].n, toA+contextWords)]
		out = append(out, Piece{Before: told(lead, a[fromA:toA], tail), After: told(lead, b[fromB:toB], tail)})
	}
	return out
}

// told sets what differs between the words around it; the gaps are not bold.
func told(lead, differs, tail []string) (out []Run) {
	add := func(words []string, bold bool) {
		text := strings.Join(words, " ")
		switch n := len(out); {
		case text == "":
			return
		case n > 0 && bold:
			out[n-1].Text += " "
		case n > 0:
			text = " " + text
		}
		out = append(out, Run{Text: text, Bold: bold})
	}
	add(lead, false)
	add(differs, true)
	add(tail, false)
	return out
}

// stretch is a run of n words that both texts have, at a and at b.
type stretch struct{ a, b, n int }

// alike gives the words that both texts have in the same order: at first the
// beginning, at last the end, each maybe of no words.
func alike(a, b []string) []stretch {
	head := 0
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	out := []stretch{{0, 0, head}}
	midA, midB := a[head:len(a)-tail], b[head:len(b)-tail]
	if len(midA)*len(midB) <= mostCompared {
		out = append(out, longest(midA, midB, head)...)
	}
	return append(out, stretch{len(a) - tail, len(b) - tail, tail})
}

// longest is the longest sequence of words that both have, as stretches; from is
// where both begin.
func longest(a, b []string, from int) (out []stretch) {
	left := make([][]int32, len(a)+1) // how many words are alike from here on
	for i := range left {
		left[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				left[i][j] = left[i+1][j+1] + 1
			} else {
				left[i][j] = max(left[i+1][j], left[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			if n := len(out); n > 0 && out[n-1].a+out[n-1].n == from+i && out[n-1].b+out[n-1].n == from+j {
				out[n-1].n++
			} else {
				out = append(out, stretch{from + i, from + j, 1})
			}
			i, j = i+1, j+1
		case left[i+1][j] >= left[i][j+1]:
			i++
		default:
			j++
		}
	}
	return out
}
