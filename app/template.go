package app

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"tutela/app/catalogue"
	"tutela/app/form"
	"tutela/assets"
)

// Template is a typical activity of a small office, as a sheet to start from
// (spec 5-law, 8): what is alike wherever it is done, and the questions on what is
// not. Sites, people and suppliers are the office's own, and no template has them.
type Template struct {
	Key   string
	Name  string // of the activity, as the sheet's title
	Says  string // how an owner knows it as theirs: "Avete telecamere"
	About string // what it covers, in one sentence
	Law   string // what it mostly rests on; "" for an office's own
	Dated form.Date
	Own   bool // kept by the user, not shipped

	Questions []*TemplateQuestion
	body      json.RawMessage // fields of TreatmentForm
}

// TemplateQuestion decides what of the sheet depends on how the office does it.
type TemplateQuestion struct {
	Key, Ask string
	Options  []*TemplateOption
}

// TemplateOption is an answer.
type TemplateOption struct {
	Label string
	Hint  string // what is left to do where one answers so; may be empty
	// Service is what somebody outside does where one answers so, "" for nothing.
	Service string
	set     map[string]json.RawMessage
	add     map[string]json.RawMessage
}

// templateFile is a template as it lies in a file.
type templateFile struct {
	Order     int             `json:"order,omitempty"` // of those shipped
	Key       string          `json:"key"`
	Name      string          `json:"name"`
	Says      string          `json:"says,omitempty"`
	Law       string          `json:"law,omitempty"`
	About     string          `json:"about,omitempty"`
	Dated     form.Date       `json:"dated"`
	Treatment json.RawMessage `json:"treatment"`
	Questions []struct {
		Key     string `json:"key"`
		Ask     string `json:"ask"`
		Options []struct {
			Label   string                     `json:"label"`
			Hint    string                     `json:"hint,omitempty"`
			Service string                     `json:"service,omitempty"`
			Set     map[string]json.RawMessage `json:"set,omitempty"`
			Add     map[string]json.RawMessage `json:"add,omitempty"`
		} `json:"options"`
	} `json:"questions,omitempty"`
}

// Templates gives the templates shipped with the program, those that most offices
// need first. An error names the file: the tests keep it from reaching a user.
func Templates() ([]*Template, error) { return templates() }

var templates = sync.OnceValues(func() ([]*Template, error) {
	names, err := fs.Glob(assets.Templates, "templates/*.json")
	if err != nil {
		return nil, fmt.Errorf("failed to list templates: %w", err)
	}
	type placed struct {
		order int
		*Template
	}
	var all []placed
	for _, name := range names {
		data, err := assets.Templates.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("failed to read a template: %w", err)
		}
		t, order, err := parseTemplate(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, placed{order, t})
	}
	slices.SortFunc(all, func(a, b placed) int { return cmp.Compare(a.order, b.order) })
	out := make([]*Template, len(all))
	for i, p := range all {
		out[i] = p.Template
	}
	return out, nil
})

// ParseTemplate reads a template from a file that a user kept or was given.
func ParseTemplate(data []byte) (*Template, error) {
	t, _, err := parseTemplate(data)
	if err != nil {
		return nil, &Refusal{
			What: "Questo file non è un modello di trattamento.",
			Do:   "Scegliete un file salvato con «Conserva come modello».", Err: err,
		}
	}
	t.Own = true
	return t, nil
}

func parseTemplate(data []byte) (*Template, int, error) {
	var f templateFile
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&f); err != nil {
		return nil, 0, fmt.Errorf("failed to parse: %w", err)
	}
	if dec.More() {
		return nil, 0, errors.New("text after the template")
	}
	if f.Key == "" || f.Name == "" {
		return nil, 0, errors.New("no key or no name")
	}
	t := &Template{Key: f.Key, Name: f.Name, Says: f.Says, About: f.About, Law: f.Law, Dated: f.Dated, body: f.Treatment}
	for _, q := range f.Questions {
		own := &TemplateQuestion{Key: q.Key, Ask: q.Ask}
		for _, o := range q.Options {
			own.Options = append(own.Options, &TemplateOption{Label: o.Label, Hint: o.Hint, Service: o.Service, set: o.Set, add: o.Add})
		}
		if len(own.Options) < 2 || own.Key == "" || own.Ask == "" {
			return nil, 0, fmt.Errorf("question %q decides nothing", q.Key)
		}
		t.Questions = append(t.Questions, own)
	}
	if _, err := t.decode(nil); err != nil {
		return nil, 0, err
	}
	for _, q := range t.Questions { // each answer alone must give a sheet
		for i := range q.Options {
			if _, err := t.decode(map[string]int{q.Key: i}); err != nil {
				return nil, 0, fmt.Errorf("question %s, answer %d: %w", q.Key, i, err)
			}
		}
	}
	return t, f.Order, nil
}

// decode is the sheet that the answers, by key of the question, give.
func (t *Template) decode(answers map[string]int) (*Treatment, error) {
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal(t.body, &fields); err != nil {
		return nil, fmt.Errorf("failed to parse the sheet: %w", err)
	}
	for _, o := range t.answered(answers) {
		for key, v := range o.set {
			fields[key] = v
		}
		for key, v := range o.add {
			both, err := joinLists(fields[key], v)
			if err != nil {
				return nil, fmt.Errorf("field %s: %w", key, err)
			}
			fields[key] = both
		}
	}
	data, err := json.Marshal(fields)
	if err != nil {
		return nil, fmt.Errorf("failed to join the sheet: %w", err)
	}
	rec, err := TreatmentForm.Type().Decode(data)
	if err != nil {
		return nil, err
	}
	return rec.(*Treatment), nil
}

// joinLists puts one JSON list after another, without what stands there already.
func joinLists(a, b json.RawMessage) (json.RawMessage, error) {
	var have, more []json.RawMessage
	if len(a) > 0 {
		if err := json.Unmarshal(a, &have); err != nil {
			return nil, err
		}
	}
	if err := json.Unmarshal(b, &more); err != nil {
		return nil, err
	}
	for _, x := range more {
		if !slices.ContainsFunc(have, func(y json.RawMessage) bool { return bytes.Equal(x, y) }) {
			have = append(have, x)
		}
	}
	return json.Marshal(have)
}

// Texts are all that the template says beside the sheet: names, questions, answers.
func (t *Template) Texts() []string {
	out := []string{t.Name, t.Says, t.About}
	for _, q := range t.Questions {
		out = append(out, q.Ask)
		for _, o := range q.Options {
			out = append(out, o.Label, o.Hint, o.Service)
		}
	}
	return slices.DeleteFunc(out, func(s string) bool { return s == "" })
}

// answered are the options that the answers choose, in the order of the questions.
func (t *Template) answered(answers map[string]int) (out []*TemplateOption) {
	for _, q := range t.Questions {
		if i, ok := answers[q.Key]; ok && i >= 0 && i < len(q.Options) {
			out = append(out, q.Options[i])
		}
	}
	return out
}

// Hints are what the answers leave to do, in the order of the questions.
func (t *Template) Hints(answers map[string]int) []string {
	var out []string
	for _, o := range t.answered(answers) {
		if o.Hint != "" {
			out = append(out, o.Hint)
		}
	}
	return out
}

// Services are what the answers leave to somebody outside.
func (t *Template) Services(answers map[string]int) []string {
	var out []string
	for _, o := range t.answered(answers) {
		if o.Service != "" {
			out = append(out, o.Service)
		}
	}
	return out
}

// Apply gives a new sheet from a template and the answers to its questions, by
// their keys; a question without an answer changes nothing. What the office says
// already is filled in: its matrix, its only site, the measures that it has.
func (t *Template) Apply(answers map[string]int, office Reader) (*Treatment, error) {
	sheet, err := t.decode(answers)
	if err != nil {
		return nil, fmt.Errorf("failed to apply template %s: %w", t.Key, err)
	}
	sheet.Matrix = TreatmentForm.Type().Start().(*Treatment).Matrix
	for _, rec := range office.Records(OfficeForm.Key) {
		if o := rec.(*Office); o.Matrix != "" {
			sheet.Matrix = o.Matrix
		}
	}
	if sites := office.Records(SiteForm.Key); len(sites) == 1 {
		sheet.Sites = []string{sites[0].(*Site).UID()}
		for _, p := range sheet.Places() {
			if p.Where == "internal" && p.Site == "" {
				p.Site = sheet.Sites[0]
			}
		}
	}
	for _, r := range sheet.Retention {
		r.fillFrom(office.Book())
	}
	has := map[string]*Measure{}
	for _, m := range OfficeMeasures(office) {
		has[m.Measure.Measure] = &m.Measure
	}
	for _, m := range sheet.Measures {
		Prefill(office.Book(), m)
		if o := has[m.Measure]; o != nil {
			m.State, m.Adopted, m.AdoptedBy, m.Due = o.State, o.Adopted, o.AdoptedBy, o.Due
		}
	}
	return sheet, nil
}

// fillFrom completes a term from its source, where that says how long.
func (r *Retention) fillFrom(book *catalogue.Book) {
	e, ok := book.Find("retention-source", r.Source)
	if !ok || r.Term.Valid {
		return
	}
	if n, wrong := form.ParseInt(e.Attr["term"]); wrong == "" {
		r.Term, r.Unit = form.Number(n), e.Attr["unit"]
	}
	if r.From == "" {
		r.From = e.Attr["from"]
	}
}

// NewTemplate makes a template of a treatment: what is of this office alone
// (sites, people, suppliers, systems, plans, files, dates) stays behind, so that it
// serves another.
// It gives its key too, which a file may be named by.
func NewTemplate(t *Treatment, today form.Date) (key string, data []byte, err error) {
	c := TreatmentForm.Type().Clone(t).(*Treatment)
	c.PaperDate, c.Reviewed, c.Archived, c.ArchiveReason, c.NoticeDate, c.FurtherBy = "", "", "", "", "", ""
	c.Sites, c.People, c.Partners = nil, nil, nil
	for _, p := range c.Places() {
		p.Site, p.Supplier, p.System, p.Access = "", "", "", nil
	}
	for _, b := range c.Backups {
		b.Plan = ""
	}
	for _, m := range c.Measures {
		*m = Measure{Measure: m.Measure, Dangers: m.Dangers}
	}
	c.NoticeEdition, c.Matrix = "", ""
	key = catalogue.Slug(c.Title)
	data, err = json.MarshalIndent(templateFile{Key: key, Name: c.Title, Dated: today, Treatment: TreatmentForm.Type().Encode(c)}, "", "  ")
	if err != nil {
		return "", nil, fmt.Errorf("failed to write a template: %w", err)
	}
	return key, append(data, '\n'), nil
}

// DuplicateTreatment is a new sheet that says what another does, under a title of
// its own; what happened to that one alone (reviews, its older paper, its end) stays
// with it.
func DuplicateTreatment(t *Treatment) *Treatment {
	c := TreatmentForm.Type().Clone(t).(*Treatment)
	*c.Head() = form.Head{}
	c.Title = strings.TrimSpace(c.Title + " (copia)")
	c.PaperDate, c.Reviewed, c.Archived, c.ArchiveReason = "", "", "", ""
	return c
}
