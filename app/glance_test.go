package app_test

import (
	"errors"
	"slices"
	"testing"

	"tutela/app"
	"tutela/app/form"
)

// TestGlanceOnItsEdges: a contract that ends on the 1st of March 2028 is of the month
// until eight days before, of the week in the seven that end with its day, overdue
// from the day after. What else there is to do is taken off.
func TestGlanceOnItsEdges(t *testing.T) {
	at := func(day, end form.Date) app.Glance {
		o := newOffice(t, day.AddDays(-1))
		o.add(app.SupplierForm.Type(), &app.Supplier{Name: "Studio Paghe", ContractEnd: end})
		return app.GlanceAt("x.tutela", o.dossier(noon(day).Time))
	}
	for day, want := range map[form.Date][3]int{
		"2028-01-31": {0, 0, 0}, "2028-02-01": {0, 0, 1}, "2028-02-23": {0, 0, 1},
		"2028-02-24": {0, 1, 0}, "2028-02-29": {0, 1, 0}, "2028-03-01": {0, 1, 0}, "2028-03-02": {1, 0, 0},
	} {
		g, rest := at(day, "2028-03-01"), at(day, "2040-01-01")
		if got := [3]int{g.Overdue - rest.Overdue, g.Week - rest.Week, g.Month - rest.Month}; got != want {
			t.Errorf("on %s: overdue, week, month %v, not %v", day, got, want)
		}
		if g.Undated != rest.Undated || g.Gaps != rest.Gaps || len(g.Urgent) != g.Overdue+g.Week {
			t.Errorf("on %s: %+v", day, g)
		}
		urgent := slices.ContainsFunc(g.Urgent, func(x app.Deadline) bool { return x.Key == "contract-end" })
		if urgent != (want[2] == 0 && want != [3]int{}) {
			t.Errorf("on %s it is urgent: %v", day, urgent)
		}
	}
	g := at("2028-02-29", "2028-02-29")
	if g.Next == nil || g.Next.Due != "2028-02-29" {
		t.Errorf("the next is %+v", g.Next)
	}
}

func TestGlancesInOrder(t *testing.T) {
	list := []app.Glance{
		{Path: "/c/danneggiato.tutela", Refused: errors.New("damaged")},
		{Path: "/c/verdi.tutela", Name: "Verdi", Month: 1},
		{Path: "/c/bianchi.tutela", Name: "bianchi"},
		{Path: "/c/senza nome.tutela"},
		{Path: "/c/rossi.tutela", Name: "Rossi", Overdue: 1},
		{Path: "/c/neri.tutela", Name: "Neri", Overdue: 2},
		{Path: "/c/gialli.tutela", Name: "Gialli", Week: 3, Undated: 9},
		{Path: "/c/azzurri.tutela", Name: "Azzurri"},
	}
	app.SortGlances(list)
	var got []string
	for _, g := range list {
		got = append(got, g.Title())
	}
	if want := []string{"Neri", "Rossi", "Gialli", "Verdi", "Azzurri", "bianchi", "senza nome", "danneggiato"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
