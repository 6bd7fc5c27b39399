package papers_test

import (
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/papers"
)

// TestSignatureOptional holds the list to papers that there are, with a line to
// sign on each.
func TestSignatureOptional(t *testing.T) {
	d := apptest.Sample(t)
	var found int
	for _, p := range papers.All(app.Registers()) {
		if !papers.SignatureOptional(p.Kind) {
			continue
		}
		found++
		if len(p.Empty(d).Signers()) == 0 {
			t.Errorf("%s has no signature that could be optional", p.Kind)
		}
	}
	if found != 6 || papers.SignatureOptional("appointment-authorised") {
		t.Errorf("%d papers whose signature is optional", found)
	}
}
