package app

import (
	"encoding/json"
	"fmt"
	"path"
	"sync"

	"tutela/app/catalogue"
	"tutela/assets"
)

// LegalList is a list that the law or an authority draws up, in the working words
// of the program: what a screening ticks.
type LegalList struct {
	catalogue.Catalogue
	Source  string // whose list it is, and of when
	Address string // where its own text is
	Law     string
}

// The lists that a screening, a breach or a request ticks, and the catalogues that they are.
const (
	DPIACriteria  = "dpia-criterion" // the nine of WP 248
	DPIATypes     = "dpia-type"      // the twelve of the Garante's decision 467/2018
	BreachNatures = "breach-nature"  // what a breach is one of (art. 4(12) GDPR)
	BreachEffects = "breach-effect"  // what may come of it, as the Garante's form asks
	SubjectRights = "subject-right"  // what a data subject may ask for (artt. 7 and 15–22 GDPR)

	LegalReferences = "legal-reference" // the law in force that the document rests on (6-details, 29)
	Definitions     = "definition"      // its terms (6-details, 28)
	RepealedLaw     = "repealed"        // what no text may cite as in force (5-law, 1)
)

var legalNames = []string{DPIACriteria, DPIATypes, BreachNatures, BreachEffects, SubjectRights, LegalReferences, Definitions, RepealedLaw}

// LegalLists gives the lists of folder legal, by name; read once. An error names
// the file and the fault: the tests keep it from ever reaching a user.
func LegalLists() (map[string]LegalList, error) { return legalLists() }

var legalLists = sync.OnceValues(func() (map[string]LegalList, error) {
	out := map[string]LegalList{}
	for _, name := range legalNames {
		l, err := readLegal("legal/" + name + ".json")
		if err != nil {
			return nil, err
		}
		out[name] = l
	}
	return out, nil
})

func readLegal(file string) (LegalList, error) {
	data, err := assets.Legal.ReadFile(file)
	if err != nil {
		return LegalList{}, fmt.Errorf("failed to read a list: %w", err)
	}
	var f struct {
		Source  string          `json:"source"`
		Address string          `json:"address"`
		Law     string          `json:"law"`
		List    json.RawMessage `json:"list"`
	}
	if err := json.Unmarshal(data, &f); err != nil {
		return LegalList{}, fmt.Errorf("%s: %w", file, err)
	}
	if f.Source == "" || f.Address == "" || f.Law == "" {
		return LegalList{}, fmt.Errorf("%s: source, address or law is missing", file)
	}
	c, err := catalogue.Parse(path.Base(file), f.List)
	if err != nil {
		return LegalList{}, fmt.Errorf("legal: %w", err)
	}
	return LegalList{Catalogue: c, Source: f.Source, Address: f.Address, Law: f.Law}, nil
}

// withLegal adds the lists of the law to a book.
func withLegal(book *catalogue.Book) *catalogue.Book {
	lists, err := LegalLists()
	if err != nil {
		return book // a broken file of the program; what was chosen shows as its slug
	}
	for _, name := range legalNames {
		book = book.Add(lists[name].Catalogue)
	}
	return book
}
