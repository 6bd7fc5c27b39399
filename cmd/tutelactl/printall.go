package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/app/papers"
	"tutela/app/pdf"
)

// printAll writes the paper of each record that there is a use for it: into one
// PDF with a list of them before, or into a folder, a file a record.
func (a *printArgs) printAll(out *output, d *app.Dossier, paper papers.Paper) error {
	reg, _ := app.RegisterOf(d.Registers(), paper.Register)
	var records []any
	var titles []string
	for _, rec := range d.Records(paper.Register) {
		if paper.Wants(rec, reg.Ended(rec)) {
			records, titles = append(records, rec), append(titles, paper.Title+": "+reg.Named(rec, d))
		}
	}
	if len(records) == 0 {
		return &app.Refusal{What: "In questo ufficio non c’è ancora nessuna scheda di cui stampare questo documento.", Do: "Con --blank si stampa il modulo in bianco."}
	}
	write := a.together
	if !strings.EqualFold(filepath.Ext(a.Out), ".pdf") || isFolder(a.Out) {
		write = a.apart
	}
	if err := write(d, paper, records, titles); err != nil {
		return err
	}
	fmt.Fprintf(out, "Documenti scritti: %d, in %s\n", len(records), a.Out)
	return nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// together writes all papers as one PDF.
func (a *printArgs) together(d *app.Dossier, paper papers.Paper, records []any, _ []string) error {
	layouts := make([]*pdf.Paper, len(records))
	for i, rec := range records {
		document := paper.Fill(d, rec)
		layout, err := pdf.Layout(document)
		if err != nil {
			return fmt.Errorf("lay out %s: %w", a.Kind, err)
		}
		layout.Meta.Title = papers.FullTitle(document)
		layouts[i] = layout
	}
	bound, err := pdf.Bind(papers.Front(d), layouts)
	if err != nil {
		return err
	}
	data, err := pdf.Write(bound)
	if err != nil {
		return fmt.Errorf("write %s: %w", a.Kind, err)
	}
	return exchange.WriteFile(a.Out, data)
}

// apart writes a file for each record into a folder, which it makes where there
// is none. Files of the same names are replaced, as a single PDF is.
func (a *printArgs) apart(d *app.Dossier, paper papers.Paper, records []any, titles []string) error {
	if err := os.MkdirAll(a.Out, 0o700); err != nil {
		return &app.Refusal{What: "La cartella «" + a.Out + "» non si può creare.", Do: "Indicatene un’altra, o un file che finisce con .pdf.", Err: err}
	}
	for i, name := range exchange.FileNames(titles, ".pdf", nil) {
		data, err := pdf.Render(paper.Fill(d, records[i]))
		if err != nil {
			return fmt.Errorf("render %s: %w", a.Kind, err)
		}
		if err := exchange.WriteFile(filepath.Join(a.Out, name), data); err != nil {
			return err
		}
	}
	return nil
}
