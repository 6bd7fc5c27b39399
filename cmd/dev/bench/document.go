package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"

	"tutela/app"
	"tutela/app/doc"
)

// officeMost is how often the text stands there at most for LibreOffice, which takes
// minutes over more.
const officeMost = 1

// The goals of LaTeX and LibreOffice are a tenth and a thirtieth of the time in which
// they set the same text.
var documentSubject = &subject{
	key: "document", unit: "volte di seguito", sizes: []int{1, 2, 4, 8},
	quantities: []quantity{
		{name: "stampare il documento di accountability", peers: []peer{
			bareLines,
			{name: "`pdflatex` che compone lo stesso testo, in una passata", most: 1.0 / 10},
			{name: "LibreOffice che compone lo stesso testo", most: 1.0 / 30},
		}},
		{name: "la memoria che il documento stampato tiene", kind: memory, peers: []peer{{name: bareLines.name}}},
	},
	prepare: prepareDocument,
}

func prepareDocument(_ context.Context, b *bench, size int) (*contest, error) {
	d, err := sample(0)
	if err != nil {
		return nil, err
	}
	paper, err := paperOf(app.AccountabilityKind)
	if err != nil {
		return nil, err
	}
	d.Edition = "Misura"
	fill := func() doc.Document { return repeated(paper.Fill(d, nil), size) }
	dir, err := os.MkdirTemp(b.dir, "document-")
	if err != nil {
		return nil, err
	}
	text := plainOf(fill())
	for name, data := range map[string]string{"documento.tex": text.latex(), "documento.html": text.html()} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			return nil, fmt.Errorf("write the text of the document: %w", err)
		}
	}
	c, err := printed(fill)
	if err != nil {
		return nil, err
	}
	c.peers = append(c.peers, outside(dir, "pdflatex", "-interaction=nonstopmode", "-halt-on-error", "documento.tex"), nil)
	if size <= officeMost {
		c.peers[2] = outside(dir, "soffice", "-env:UserInstallation=file://"+dir+"/profilo", "--headless",
			"--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export", "--outdir", dir, "documento.html")
	}
	c.close = func() error { return os.RemoveAll(dir) }
	return c, nil
}

// repeated is a document whose text stands there n times; contents stand there once.
func repeated(d doc.Document, n int) doc.Document {
	again := slices.DeleteFunc(slices.Clone(d.Blocks), func(b doc.Block) bool {
		_, is := b.(doc.Contents)
		return is
	})
	for range n - 1 {
		d.Blocks = append(d.Blocks, again...)
	}
	return d
}

// outside is what another program does in a folder.
func outside(dir string, line ...string) op {
	return timed(func(ctx context.Context) error {
		cmd := exec.CommandContext(ctx, line[0], line[1:]...)
		cmd.Dir, cmd.Env = dir, append(os.Environ(), "HOME="+dir)
		out, err := cmd.CombinedOutput()
		if errors.Is(err, exec.ErrNotFound) {
			return fmt.Errorf("%s is missing: %w", line[0], err)
		}
		if err != nil {
			return fmt.Errorf("%s: %w\n%s", line[0], err, out[max(0, len(out)-2000):])
		}
		return nil
	})
}
