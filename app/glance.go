package app

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"
)

// OfficeEnding is that of the names of office files.
const OfficeEnding = ".tutela"

// Glance is one office among several, as a consultant looks over those of the
// clients: how many of its deadlines press, and which they are. It counts as the
// home page of that office does.
type Glance struct {
	Path string // of its file, or of a folder that cannot be looked into
	Name string // of the office; "" where it has none yet, or is not known

	Overdue, Week, Month, Undated int
	Gaps                          int // records that lack something
	// Urgent are those overdue and of this week, the oldest first.
	Urgent []Deadline
	// Next is the first that is still to come; nil where none has a day.
	Next *Deadline
	// Refused is why nothing else is known of it; nil where it was read.
	Refused error
}

// GlanceAt looks over one office.
func GlanceAt(path string, d *Dossier) Glance {
	g := Glance{Path: path, Name: d.Office().Name, Gaps: len(Gaps(d, d.Registers()))}
	today := d.Today()
	for _, x := range Deadlines(d) {
		switch {
		case x.State == DeadlineOverdue:
			g.Overdue++
			g.Urgent = append(g.Urgent, x)
		case x.ThisWeek(today):
			g.Week++
			g.Urgent = append(g.Urgent, x)
		case x.State == DeadlineSoon:
			g.Month++
		case x.State == DeadlineUndated:
			g.Undated++
		}
		if x.State != DeadlineOverdue && x.Due != "" && (g.Next == nil || x.Due < g.Next.Due) {
			g.Next = &x
		}
	}
	return g
}

// Title is the name of the office, or of its file where it has none.
func (g *Glance) Title() string {
	return cmp.Or(g.Name, strings.TrimSuffix(filepath.Base(g.Path), OfficeEnding))
}

// SortGlances puts the offices first that press most; at the end those of which
// nothing is known.
func SortGlances(list []Glance) {
	slices.SortStableFunc(list, func(a, b Glance) int {
		if (a.Refused == nil) != (b.Refused == nil) {
			if a.Refused == nil {
				return -1
			}
			return 1
		}
		return cmp.Or(b.Overdue-a.Overdue, b.Week-a.Week, b.Month-a.Month,
			strings.Compare(strings.ToLower(a.Title()), strings.ToLower(b.Title())), strings.Compare(a.Path, b.Path))
	})
}
