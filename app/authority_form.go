package app

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"tutela/assets"
)

// AuthorityForm is the form by which the authority is notified of a breach
// (art. 33 GDPR; 5-law 3): versioned data, since another one is coming. Each of
// its questions says where the answer comes from, so that the paper, what is
// missing and what is kept of a sent notification read one list.
type AuthorityForm struct {
	Version  string             `json:"version"`
	Title    string             `json:"title"`
	Dated    string             `json:"dated"` // when it was last looked at, as ISO text
	Source   string             `json:"source"`
	Address  string             `json:"address"`
	Law      string             `json:"law"`
	Note     string             `json:"note"`
	Sections []AuthoritySection `json:"sections"`
}

// AuthoritySection is one of A to H, or the kind of notification before them.
type AuthoritySection struct {
	Letter string           `json:"letter"`
	Title  string           `json:"title"`
	Fields []AuthorityField `json:"fields"`
}

// AuthorityField is one question.
type AuthorityField struct {
	Key   string `json:"key"`
	Label string `json:"label"`
	Help  string `json:"help"`
	// From says where the answer stands: REGISTER.FIELD of the office, the breach or
	// the notification, or notice.NAME where it is put together (see
	// authoritySources). The first that answers counts.
	From    []string          `json:"from"`
	Needed  string            `json:"needed"` // NeededFirst, NeededComplete; "" may stay empty
	When    string            `json:"when"`   // see authorityConditions; "" is always
	Choices []AuthorityChoice `json:"choices"`
}

// From which notification on a question must have its answer (art. 33(4) GDPR).
const (
	NeededFirst    = "first"
	NeededComplete = "complete"
)

// AuthorityChoice is one box of a question, and which values of the answer tick
// it; Rest takes those that no other does.
type AuthorityChoice struct {
	Label string   `json:"label"`
	Of    []string `json:"of"`
	Rest  bool     `json:"rest"`
}

// TheAuthorityForm gives the form that ships with the program; read once. An error
// names the fault: the tests keep it from ever reaching a user.
func TheAuthorityForm() (AuthorityForm, error) { return theAuthorityForm() }

var theAuthorityForm = sync.OnceValues(func() (AuthorityForm, error) {
	const file = "legal/breach-notification.json"
	data, err := assets.Legal.ReadFile(file)
	if err != nil {
		return AuthorityForm{}, fmt.Errorf("failed to read the authority's form: %w", err)
	}
	f, err := parseAuthorityForm(data)
	if err != nil {
		return AuthorityForm{}, fmt.Errorf("%s: %w", file, err)
	}
	return f, nil
})

func parseAuthorityForm(data []byte) (f AuthorityForm, err error) {
	r := json.NewDecoder(bytes.NewReader(data))
	r.DisallowUnknownFields()
	if err := r.Decode(&f); err != nil {
		return f, err
	}
	if slices.Contains([]string{f.Version, f.Title, f.Dated, f.Source, f.Address, f.Law, f.Note}, "") {
		return f, fmt.Errorf("version, title, date, source, address, law or note is missing")
	}
	seen := map[string]bool{}
	for _, s := range f.Sections {
		for _, q := range s.Fields {
			if seen[q.Key] || q.Key == "" || q.Label == "" {
				return f, fmt.Errorf("question %q stands twice, or has no label", q.Key)
			}
			seen[q.Key] = true
			if err := q.check(); err != nil {
				return f, fmt.Errorf("question %q: %w", q.Key, err)
			}
		}
	}
	return f, nil
}

// check says what the question names and the program does not know.
func (q AuthorityField) check() error {
	if len(q.From) == 0 {
		return fmt.Errorf("it comes from nowhere")
	}
	for _, from := range q.From {
		where, name, _ := strings.Cut(from, ".")
		if where == "notice" && authoritySources[name] != nil {
			continue
		}
		if t := authorityTypes()[where]; t == nil || t.Field(name) == nil {
			return fmt.Errorf("there is no %q", from)
		}
	}
	if q.When != "" && authorityConditions[q.When] == nil {
		return fmt.Errorf("there is no condition %q", q.When)
	}
	if !slices.Contains([]string{"", NeededFirst, NeededComplete}, q.Needed) {
		return fmt.Errorf("needed is %q", q.Needed)
	}
	return nil
}
