package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/signintech/gopdf"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/papers"
	"tutela/app/pdf"
)

// What the document may take: parts of the time in which others set the same text,
// and times that in which its lines are written by the library alone.
const (
	latexGoal  = 10.0
	officeGoal = 30.0
	bareGoal   = 1.2
)

// benchDocument prints the document of the example office and has others set the
// same text, in one run; then documents of up to 5,000 pages.
func benchDocument(ctx context.Context, times int) error {
	d, err := officeOf(0)
	if err != nil {
		return err
	}
	paper, ok := papers.Find(papers.All(app.Registers()), app.AccountabilityKind)
	if !ok {
		return errors.New("there is no document to print")
	}
	d.Edition = "Misura"
	dir, err := os.MkdirTemp("", "tutela-bench-")
	if err != nil {
		return fmt.Errorf("make a folder for the benchmark: %w", err)
	}
	defer os.RemoveAll(dir)
	filled := paper.Fill(d, nil)
	laid, err := pdf.Layout(filled)
	if err != nil {
		return fmt.Errorf("lay the document out: %w", err)
	}
	text := plainOf(filled)
	for name, data := range map[string]string{"documento.tex": text.latex(), "documento.html": text.html()} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			return fmt.Errorf("write the text of the document: %w", err)
		}
	}
	outside := func(line ...string) func() error {
		return func() error {
			cmd := exec.CommandContext(ctx, line[0], line[1:]...)
			cmd.Dir, cmd.Env = dir, append(os.Environ(), "HOME="+dir)
			if out, err := cmd.CombinedOutput(); err != nil {
				return fmt.Errorf("%s: %w\n%s", line[0], err, out[max(0, len(out)-2000):])
			}
			return nil
		}
	}
	all := []*setting{
		{name: "Tutela, dalle schede al PDF", run: func() error {
			_, err := pdf.Render(paper.Fill(d, nil))
			return err
		}},
		{name: "gopdf da sola, le stesse righe", most: bareGoal, run: func() error { return bare(laid) }},
		{name: "pdflatex, una passata", least: latexGoal, run: outside("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "documento.tex")},
		{name: "LibreOffice, lo stesso testo", least: officeGoal, run: outside("soffice", "-env:UserInstallation=file://"+dir+"/profilo",
			"--headless", "--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export", "--outdir", dir+"/libre", "documento.html")},
	}
	for _, s := range all {
		if err := s.run(); err != nil { // once before: profiles, caches of fonts
			return err
		}
	}
	for range times { // by turns: a busy moment is of all
		for _, s := range all {
			runtime.GC()
			began := time.Now()
			if err := s.run(); err != nil {
				return err
			}
			s.took = append(s.took, time.Since(began))
		}
	}
	tellSettings(all, len(laid.Pages), map[string]string{
		all[2].name: filepath.Join(dir, "documento.pdf"), all[3].name: filepath.Join(dir, "libre", "documento.pdf"),
	})
	return longDocuments(filled)
}

// setting is one way to set the text of the document.
type setting struct {
	name        string
	run         func() error
	took        []time.Duration
	least, most float64 // goals: how many times ours it takes, at least; ours in times of it, at most
}

// tellSettings prints the table. The pages of ours are known, and the lines of it
// that the library writes are as many; those of others are looked up in files.
func tellSettings(all []*setting, pages int, files map[string]string) {
	fmt.Printf("\n| il documento | pagine | tempo (mediana di %d) | rapporto | obiettivo |\n|---|---|---|---|---|\n", len(all[0].took))
	ours := median(all[0].took)
	for _, s := range all {
		took := median(s.took)
		count := strconv.Itoa(pages)
		if file := files[s.name]; file != "" {
			count = pagesIn(file)
		}
		ratio, goal := "1", "–"
		switch {
		case s.most > 0:
			r := float64(ours) / float64(took)
			ratio, goal = fmt.Sprintf("Tutela %.2f volte", r), reached(fmt.Sprintf("al più %.1f", s.most), r <= s.most)
		case s.least > 0:
			r := float64(took) / float64(ours)
			ratio, goal = fmt.Sprintf("%.1f volte Tutela", r), reached(fmt.Sprintf("almeno %.0f", s.least), r >= s.least)
		}
		fmt.Printf("| %s | %s | %d ms | %s | %s |\n", s.name, count, took.Milliseconds(), ratio, goal)
	}
}

func reached(goal string, yes bool) string {
	if yes {
		return goal
	}
	return goal + ": mancato"
}

// pagesIn asks a PDF how many pages it has; "–" where nobody can tell.
func pagesIn(file string) string {
	out, err := exec.Command("pdfinfo", file).Output()
	if err != nil {
		return "–"
	}
	for line := range strings.Lines(string(out)) {
		if n, ok := strings.CutPrefix(line, "Pages:"); ok {
			return strings.TrimSpace(n)
		}
	}
	return "–"
}

// bare writes the lines of a paper with the library and nothing else: no rules,
// bookmarks, links or check of the glyphs.
func bare(p *pdf.Paper) error {
	g := &gopdf.GoPdf{}
	g.Start(gopdf.Config{PageSize: gopdf.Rect{W: p.Pages[0].W, H: p.Pages[0].H}})
	known := map[pdf.Face]bool{}
	for _, page := range p.Pages {
		g.AddPageWithOption(gopdf.PageOption{PageSize: &gopdf.Rect{W: page.W, H: page.H}})
		for _, op := range page.Ops {
			if op.Kind != pdf.Text {
				continue
			}
			name := "F" + strconv.Itoa(int(op.Face))
			if !known[op.Face] {
				known[op.Face] = true
				if err := g.AddTTFFontData(name, pdf.FontData(op.Face)); err != nil {
					return fmt.Errorf("read a font: %w", err)
				}
			}
			if err := g.SetFont(name, "", op.Size); err != nil {
				return fmt.Errorf("choose a font: %w", err)
			}
			g.SetXY(op.X, op.Y)
			if err := g.Text(op.Text); err != nil {
				return fmt.Errorf("write a line: %w", err)
			}
		}
	}
	var out bytes.Buffer
	if _, err := g.WriteTo(&out); err != nil {
		return fmt.Errorf("write lines: %w", err)
	}
	return nil
}

// longDocuments sets the text of the document many times over: what a page takes,
// in time and memory, must not grow with their number.
func longDocuments(d doc.Document) error {
	fmt.Println("\n| il documento ripetuto | pagine | tempo | per pagina | rapporto | memoria per pagina |\n|---|---|---|---|---|---|")
	blocks, least := d.Blocks, time.Duration(0)
	for _, n := range []int{1, 8, 73} {
		d.Blocks = nil
		for range n {
			d.Blocks = append(d.Blocks, blocks...)
			if len(d.Blocks) == len(blocks) { // contents stand there once
				blocks = slices.DeleteFunc(slices.Clone(blocks), func(b doc.Block) bool {
					_, is := b.(doc.Contents)
					return is
				})
			}
		}
		before := held()
		began := time.Now()
		laid, err := pdf.Layout(d)
		if err != nil {
			return fmt.Errorf("lay out %d documents: %w", n, err)
		}
		data, err := pdf.Write(laid)
		if err != nil {
			return fmt.Errorf("write %d documents: %w", n, err)
		}
		took, pages := time.Since(began), len(laid.Pages)
		memory := (held() - before) / int64(pages)
		page := took / time.Duration(pages)
		if least == 0 {
			least = page
		}
		fmt.Printf("| %d volte | %d | %d ms | %d µs | %.2f | %d kB |\n", n, pages, took.Milliseconds(), page.Microseconds(), float64(page)/float64(least), memory>>10)
		runtime.KeepAlive(laid)
		runtime.KeepAlive(data)
	}
	return nil
}

// held is the memory that is in use after what is not was given back, in bytes.
func held() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
