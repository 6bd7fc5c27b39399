package ui

import (
	"context"

	"tutela/app"
	"tutela/app/papers"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// The filters that are of no one state.
const (
	filterToSign = "unsigned"
	filterStale  = "stale"
)

// printFilters are the states of a print in the order of its life, what waits for
// a signature and what would say something else today; with the word for the
// papers in each.
func printFilters() []struct{ filter, word string } {
	return []struct{ filter, word string }{
		{app.PrintDraft, words.T("bozze")}, {app.PrintPrinted, words.T("stampati")},
		{filterToSign, words.T("da firmare")}, {app.PrintSigned, words.T("firmati")},
		{filterStale, words.T("da rifare")}, {app.PrintSuperseded, words.T("superati")},
	}
}

// waits says that a paper waits for a signature that it does not hold without.
func waits(x app.Print) bool { return x.ToSign() && !papers.SignatureOptional(x.Kind) }

// in says whether a paper is among those of a filter; "" is all.
func (p *documentsPage) in(x app.Print, filter string) bool {
	switch filter {
	case "":
		return true
	case filterToSign:
		return waits(x)
	case filterStale:
		return p.stale[x.UID]
	}
	return x.State == filter
}

// stateOf is sign and word of the state of a paper.
func stateOf(x app.Print, stale bool) (tone kit.Tone, icon kit.Icon, word string) {
	left := len(x.Unsigned())
	switch {
	case x.State == app.PrintSuperseded:
		return kit.ToneNeutral, kit.IconHistory, words.T("superato")
	case stale:
		return kit.ToneWarn, kit.IconWarning, words.T("da rifare")
	case x.State == app.PrintDraft:
		return kit.ToneNeutral, kit.IconPencil, words.T("bozza")
	case x.State == app.PrintSigned:
		return kit.ToneOK, kit.IconSignature, words.T("firmato")
	case left > 0 && left < len(x.Signers):
		return kit.ToneWarn, kit.IconSignature, words.F("firme: %d su %d", len(x.Signers)-left, len(x.Signers))
	case waits(x):
		return kit.ToneWarn, kit.IconSignature, words.T("da firmare")
	}
	return kit.ToneNeutral, kit.IconPrinter, words.T("stampato")
}

// inForce are the prints of which it matters whether they still say what is so: of
// each paper the newest draft and the newest complete print.
func inForce(all []app.Print) (out []app.Print) {
	seen := map[string]bool{}
	for _, x := range all { // the newest first
		key := printKey(x.Kind, x.Register, x.Subject)
		if x.Revision == 0 {
			key += " draft"
		}
		if x.State != app.PrintSuperseded && !seen[key] {
			seen[key] = true
			out = append(out, x)
		}
	}
	return out
}

// compare looks, away from the window's thread, for papers that would say
// something else today, and shows them.
func (p *documentsPage) compare() {
	p.stop()
	ctx, stop := context.WithCancel(context.Background())
	p.stop = stop
	s, all := p.shell, p.all
	store, list, now := s.cfg.Store, s.cfg.Papers, s.cfg.Now()
	if len(all) == 0 {
		return
	}
	s.background(func() {
		d, err := store.Dossier(ctx, now)
		var stale map[string]bool
		if err == nil {
			stale = stalePrints(ctx, d, list, inForce(all))
		}
		s.cfg.Do(func() {
			switch {
			case ctx.Err() != nil || store != s.cfg.Store || s.shut:
			case err != nil:
				s.fail(err)
			default:
				before := p.stale[p.uid]
				p.stale = stale
				p.arrange()
				if x, ok := p.current(); ok && stale[p.uid] != before {
					p.fill(x)
				}
			}
		})
	})
}

// stalePrints are those of some papers that would say something else today. What
// cannot be compared is not among them.
func stalePrints(ctx context.Context, d *app.Dossier, list []papers.Paper, prints []app.Print) map[string]bool {
	out := map[string]bool{}
	for _, x := range prints {
		if ctx.Err() != nil {
			return out
		}
		paper, ok := papers.Find(list, x.Kind)
		if ok && x.Facts != "" && (paper.Register == "" || d.Record(paper.Register, x.Subject) != nil) && !stillSays(d, paper, x) {
			out[x.UID] = true
		}
	}
	return out
}
