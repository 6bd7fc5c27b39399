package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestReadmeTable: the table of the README is as the command makes it, whatever the
// figures: its rows are those of the subjects, each with a figure for each size.
func TestReadmeTable(t *testing.T) {
	text, err := os.ReadFile("../../../" + readme)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, begun := strings.Cut(string(text), tableBegin)
	got, _, ended := strings.Cut(rest, tableEnd)
	if !begun || !ended {
		t.Fatal("the lines that hold the table are not there")
	}
	want := circumstances(time.Now(), 1) + tableHead
	for _, s := range subjects {
		want += rowsOf(s, madeUp(s))
	}
	gotLines, wantLines := strings.Split(got, "\n"), strings.Split(want, "\n")
	if len(gotLines) != len(wantLines) {
		t.Fatalf("%d lines, the command makes %d: write it anew with “go run ./cmd/dev bench --write”", len(gotLines), len(wantLines))
	}
	for i, line := range gotLines {
		if g, w := shape(line), shape(wantLines[i]); g != w {
			t.Errorf("line %d:\n%s\nthe command makes:\n%s", i+1, g, w)
		}
	}
}

// madeUp are figures for each size of a subject.
func madeUp(s *subject) (all [][]figures) {
	for range s.sizes {
		var of []figures
		for _, q := range s.quantities {
			f := figures{ours: []float64{1}}
			for range q.peers {
				f.peers = append(f.peers, []float64{1})
			}
			of = append(of, f)
		}
		all = append(all, of)
	}
	return all
}

var (
	measured = regexp.MustCompile(`^[\d.]+(,\d+)? (µs|ms|s|kB|MB)$`)
	grownBy  = regexp.MustCompile(`^×[\d.]+(,\d+)?$`)
	beside   = regexp.MustCompile(`^([\d.]+(,\d+)? \([\d.]+(,\d+)?–[\d.]+(,\d+)?\)|–)$`)
	day      = regexp.MustCompile(`il \d\d/\d\d/\d{4} su [^;]+; mediane di \d+–\d+ turni`)
)

// shape is a line with # for each figure.
func shape(line string) string {
	cells := strings.Split(line, " | ")
	for i, cell := range cells {
		cell, after, _ := strings.Cut(strings.TrimSuffix(cell, " |"), ";") // the goal is asked for below
		cell, ideal, _ := strings.Cut(cell, " (ideale")
		parts := strings.Split(cell, between)
		changed := false
		for j, part := range parts {
			for _, form := range []*regexp.Regexp{measured, grownBy, beside} {
				if form.MatchString(part) {
					parts[j], changed = "#", true
				}
			}
		}
		if changed {
			cells[i] = strings.Join(parts, between) + ideal + strings.TrimSuffix(after, ", mancato")
		}
	}
	return day.ReplaceAllString(strings.Join(cells, " | "), "#")
}

func TestInReadme(t *testing.T) {
	got, err := inReadme("prima\n"+tableBegin+"vecchia\n"+tableEnd+"dopo\n", "nuova\n")
	if err != nil || got != "prima\n"+tableBegin+"nuova\n"+tableEnd+"dopo\n" {
		t.Errorf("%q, %v", got, err)
	}
	for _, text := range []string{"", tableBegin, tableEnd, tableEnd + tableBegin} {
		if _, err := inReadme(text, "nuova\n"); err == nil {
			t.Errorf("%q was taken", text)
		}
	}
}
