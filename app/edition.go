package app

import (
	"fmt"
	"slices"
	"strconv"

	"tutela/app/form"
)

// AccountabilityKind is the paper whose final prints are editions, each with a
// number and a description (spec 3.1, Revisioni).
const AccountabilityKind = "accountability-document"

// Edition is a final print of the document.
type Edition struct {
	Number      string // 1.00, 1.01 … (decision A29)
	On          form.Date
	Description string // typed for it
}

// Number is how the paper itself writes its revision; "" for a draft.
func (p Print) Number() string {
	switch {
	case p.Revision == 0:
		return ""
	case p.Kind == AccountabilityKind:
		return EditionNumber(p.Revision)
	}
	return strconv.FormatInt(p.Revision, 10)
}

// EditionNumber is how the document writes a revision of its prints, from 1.
func EditionNumber(revision int64) string {
	return fmt.Sprintf("%d.%02d", 1+(revision-1)/100, (revision-1)%100)
}

// Editions gives those printed before now, the oldest first, and then the one that
// is being printed, where one is.
func Editions(d *Dossier) (list []Edition, printing bool) {
	revision := int64(0)
	for _, p := range d.PrintsThen() {
		if p.Kind == AccountabilityKind && p.Revision > 0 && p.At.Before(d.Now) {
			list = append(list, Edition{p.Number(), form.DateOf(p.At), p.Description})
			revision = max(revision, p.Revision)
		}
	}
	slices.Reverse(list) // prints are kept the newest first
	if d.Edition != "" && d.AsOf == "" {
		return append(list, Edition{EditionNumber(revision + 1), d.Today(), d.Edition}), true
	}
	return list, false
}

// NextEdition is the number that the next final print of the document takes.
func NextEdition(d *Dossier) string {
	with := *d
	with.Edition, with.AsOf = "next", ""
	list, _ := Editions(&with)
	return list[len(list)-1].Number
}
