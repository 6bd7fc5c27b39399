package main

import (
	"fmt"
	"runtime"
	"time"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/app/pdf"
)

// benchPapers prints the register of offices of more and more treatments: what a
// page takes must not grow with their number.
func benchPapers(times int) error {
	sizes := []int{100, 1000, 10_000}
	fmt.Println("\n| registro di | pagine | tempo | per pagina | rapporto |\n|---|---|---|---|---|")
	var least time.Duration
	for _, n := range sizes {
		took, pages, err := printRegister(n, times)
		if err != nil {
			return err
		}
		page := took / time.Duration(pages)
		if least == 0 {
			least = page
		}
		fmt.Printf("| %d trattamenti | %d | %d ms | %d µs | %.2f |\n", n, pages, took.Milliseconds(), page.Microseconds(), float64(page)/float64(least))
	}
	return nil
}

// printRegister gives the median time in which the register of n treatments is
// written, laid out and made a PDF, and how many pages it has.
func printRegister(n, times int) (took time.Duration, pages int, err error) {
	d, err := officeOf(n)
	if err != nil {
		return 0, 0, err
	}
	paper, ok := papers.Find(papers.All(app.Registers()), "controller-register")
	if !ok {
		return 0, 0, fmt.Errorf("there is no register to print")
	}
	if n >= 10_000 {
		times = 1 // long enough to be told from noise
	}
	var all []time.Duration
	for range times {
		runtime.GC()
		began := time.Now()
		layout, err := pdf.Layout(paper.Fill(d, nil))
		if err != nil {
			return 0, 0, fmt.Errorf("lay out %d treatments: %w", n, err)
		}
		if _, err := pdf.Write(layout); err != nil {
			return 0, 0, fmt.Errorf("write %d treatments: %w", n, err)
		}
		all, pages = append(all, time.Since(began)), len(layout.Pages)
	}
	return median(all), pages, nil
}

// officeOf is the example office with n treatments, in memory.
func officeOf(n int) (*app.Dossier, error) {
	shipped, err := catalogue.Shipped()
	if err != nil {
		return nil, err
	}
	count := 0
	records := map[string][]any{}
	at := time.Date(2026, 1, 12, 9, 0, 0, 0, time.UTC)
	save := func(t *form.Type, rec form.Record) error {
		count++
		*rec.Head() = form.Head{UID: fmt.Sprintf("00000000-0000-7000-8000-%012d", count), Created: at, Updated: at, Revision: 1}
		records[t.Key] = append(records[t.Key], rec)
		return nil
	}
	if err := app.Sample(save); err != nil {
		return nil, fmt.Errorf("make an office: %w", err)
	}
	like := records[app.TreatmentForm.Key]
	if err := app.Multiply(like, max(0, n-len(like)), save); err != nil {
		return nil, fmt.Errorf("make %d treatments: %w", n, err)
	}
	return app.NewDossier(at, shipped, app.Registers(), records), nil
}
