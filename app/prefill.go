package app

import "tutela/app/catalogue"

// Prefill fills a child record once its key field was chosen: a measure brings
// the dangers that it meets by default, a danger its risks (decision A16).
func Prefill(book *catalogue.Book, row any) {
	switch r := row.(type) {
	case *Measure:
		e, _ := book.Find("measure", r.Measure)
		r.Dangers = DangersOf(e.Values("dangers"))
	case *HouseChange:
		r.start()
	case *Danger:
		for _, d := range DangersOf([]string{r.Danger}) {
			r.Risks = d.Risks
		}
	}
}
