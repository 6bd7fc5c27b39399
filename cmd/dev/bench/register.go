package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime"
	"strconv"
	"time"

	"github.com/signintech/gopdf"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/papers"
	"tutela/app/pdf"
)

// bareLines is the peer of all that is printed.
var bareLines = peer{name: "`gopdf` che scrive le stesse righe e basta", most: 1.2}

var registerSubject = &subject{
	key: "print", unit: "trattamenti", sizes: []int{10, 100, 1000, 3000},
	quantities: []quantity{
		{name: "**stampare** il registro, dalle schede al PDF", peers: []peer{bareLines}},
		{name: "la memoria che il registro stampato tiene", kind: memory, peers: []peer{{name: bareLines.name}}},
	},
	prepare: func(_ context.Context, _ *bench, size int) (*contest, error) {
		d, err := sample(size)
		if err != nil {
			return nil, err
		}
		paper, err := paperOf("controller-register")
		if err != nil {
			return nil, err
		}
		return printed(func() doc.Document { return paper.Fill(d, nil) })
	},
}

func paperOf(kind string) (papers.Paper, error) {
	paper, ok := papers.Find(papers.All(app.Registers()), kind)
	if !ok {
		return paper, fmt.Errorf("no paper is called %s", kind)
	}
	return paper, nil
}

// printed has a paper filled, laid out and made a PDF beside the library that writes
// its lines alone: time, and memory that the outcome holds.
func printed(fill func() doc.Document) (*contest, error) {
	laid, err := pdf.Layout(fill())
	if err != nil {
		return nil, fmt.Errorf("lay out a paper: %w", err)
	}
	return &contest{
		ours: holding(func() (any, error) {
			p, err := pdf.Layout(fill())
			if err != nil {
				return nil, err
			}
			data, err := pdf.Write(p)
			return []any{p, data}, err
		}),
		peers: []op{holding(func() (any, error) { return bare(laid) })},
		note:  fmt.Sprintf("%d pages", len(laid.Pages)),
	}, nil
}

// holding is the op that takes time, and makes what takes memory.
func holding(do func() (made any, err error)) op {
	return func(context.Context) ([]float64, error) {
		before := held()
		began := time.Now()
		made, err := do()
		took := time.Since(began)
		after := held()
		runtime.KeepAlive(made)
		return []float64{took.Seconds(), float64(max(after-before, 1))}, err
	}
}

// held is the memory that is in use after what is not was given back, in bytes.
func held() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// bare writes the lines of a paper with the library and nothing else: no rules,
// bookmarks, links or check of the glyphs.
func bare(p *pdf.Paper) (any, error) {
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
					return nil, fmt.Errorf("read a font: %w", err)
				}
			}
			g.SetXY(op.X, op.Y)
			if err := errors.Join(g.SetFont(name, "", op.Size), g.Text(op.Text)); err != nil {
				return nil, fmt.Errorf("write a line: %w", err)
			}
		}
	}
	var out bytes.Buffer
	if _, err := g.WriteTo(&out); err != nil {
		return nil, fmt.Errorf("write lines: %w", err)
	}
	return []any{g, out.Bytes()}, nil
}
