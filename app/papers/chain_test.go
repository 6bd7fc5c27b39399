package papers_test

import (
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/doc"
	"tutela/app/papers"
)

// TestChainOfThePaper: what is filled in bears the beginning of the chain, a blank
// form none; it is no part of what a paper says, so that one printed again tells
// the same.
func TestChainOfThePaper(t *testing.T) {
	d := apptest.Sample(t)
	p, _ := papers.Find(papers.All(app.Registers()), "controller-register")
	before := doc.Text(p.Fill(d, nil))
	d.Chain = strings.Repeat("4f9a7c21", 8)
	filled := p.Fill(d, nil)
	if filled.Chain != "4f9a7c214f9a7c21" {
		t.Errorf("the paper bears %q", filled.Chain)
	}
	if doc.Text(filled) != before {
		t.Error("the paper says something else")
	}
	if got := p.Empty(d).Chain; got != "" {
		t.Errorf("the blank form bears %q", got)
	}
}
