package exchange

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/form"
	"tutela/app/taxcode"
)

// read understands the cells of a row, and tells which it does not. References to
// its own register are read once all rows are known.
func (p *planner) read(row *PlannedRow, r *TableRow, own bool) {
	for i, key := range p.Match {
		text := r.Cells[i]
		if key == "" || text == "" {
			continue
		}
		if key == SurnameFirst || key == NameFirst {
			if !own {
				p.readName(row, r, i, key == NameFirst)
			}
			continue
		}
		f := p.Register.Field(key)
		if own != (f.Register == p.Register.Key) {
			continue
		}
		if fault := formulaFault(text); fault != "" {
			p.wrong(r.Place, i, fault)
			continue
		}
		value, wrong := p.value(f, text)
		if wrong != "" {
			p.wrong(r.Place, i, wrong)
			continue
		}
		if value != nil {
			row.values = append(row.values, cellValue{f, i, value})
		}
	}
}

var formulaErrors = map[string]bool{
	"#N/D": true, "#N/A": true, "#RIF!": true, "#REF!": true, "#VALORE!": true, "#VALUE!": true, "#DIV/0!": true,
	"#NOME?": true, "#NAME?": true, "#NUM!": true, "#NULLO!": true, "#NULL!": true,
}

// notReckoned stands for the result of a formula that is not in the file: programs
// that make spreadsheets without reckoning leave it to whoever opens them.
const notReckoned = "#CALC!"

// formulaFault says in a sentence what is wrong with the result of a formula, "" where
// it is a value like another.
func formulaFault(text string) string {
	upper := strings.ToUpper(text)
	switch {
	case upper == notReckoned:
		return "La formula non ha ancora un risultato: aprite il foglio con Excel o LibreOffice e salvatelo di nuovo."
	case formulaErrors[upper], libreOfficeError.MatchString(upper):
		return fmt.Sprintf("La formula del foglio dà un errore: «%s».", text)
	}
	return ""
}

var libreOfficeError = regexp.MustCompile(`^ERR:\d{3}$`)

func (p *planner) readName(row *PlannedRow, r *TableRow, column int, nameFirst bool) {
	code := ""
	if i, ok := p.column["tax_code"]; ok {
		code = r.Cells[i]
	}
	surname, name, ok := splitName(r.Cells[column], nameFirst, code)
	if !ok {
		p.wrong(r.Place, column, fmt.Sprintf("Non si capisce dove finisce il cognome e comincia il nome: «%s». Mettete una virgola fra i due.", r.Cells[column]))
		return
	}
	row.values = append(row.values, cellValue{p.Register.Field("surname"), column, surname}, cellValue{p.Register.Field("name"), column, name})
}

// value reads what stands in a cell: as it is typed, and as spreadsheets write
// it. wrong is a sentence, "" if nothing is.
func (p *planner) value(f *form.Field, text string) (value any, wrong string) {
	switch f.Kind {
	case form.KText:
		return tidy(f, strings.Join(strings.Fields(text), " ")), ""
	case form.KDate:
		return f.Parse(dayOf(text))
	case form.KMoment:
		return f.Parse(seconds.ReplaceAllString(strings.Replace(text, "T", " ", 1), "$1"))
	case form.KBool, form.KTri:
		return f.Parse(yesOrNo(text))
	case form.KChoice:
		return f.Parse(choice(f, text))
	case form.KCatalogue:
		return parsedOf(p.entry(f, f, text))
	case form.KRef:
		return parsedOf(p.ref(f, text))
	case form.KCatalogues:
		return p.many(text, func(s string) (string, string) { return p.entry(f, f, s) })
	case form.KList:
		return p.many(text, func(s string) (string, string) { return p.entry(f, f.Child.Field(f.AddBy), s) })
	case form.KRefs:
		return p.many(text, func(s string) (string, string) { return p.ref(f, s) })
	}
	return f.Parse(text)
}

func parsedOf(value, wrong string) (any, string) {
	if wrong != "" {
		return nil, wrong
	}
	return value, ""
}

var (
	midnight = regexp.MustCompile(`^(\S+)[ T]0?0[:.]00([:.]00(\.0+)?)?$`)
	seconds  = regexp.MustCompile(`(\d[:.]\d\d)[:.]\d\d(\.\d+)?$`)
	serial   = regexp.MustCompile(`^[1-9]\d{4}$`)
)

// dayOf is a day as it is typed: without the midnight that programs add, and from
// the number that spreadsheets keep.
func dayOf(text string) string {
	if m := midnight.FindStringSubmatch(text); m != nil {
		text = m[1]
	}
	if serial.MatchString(text) {
		n, _ := strconv.Atoi(text)
		if day, ok := serialDay(n); ok {
			return form.DateOf(day).String()
		}
	}
	return text
}

func yesOrNo(text string) string {
	switch strings.TrimSuffix(catalogue.Fold(text), "'") {
	case "vero", "si", "yes":
		return "Sì"
	case "falso", "no":
		return "No"
	}
	return text
}

// choice is the option that a text means: by its label or value, or by a word
// that one option alone has («Socio» of «Titolare o socio»).
func choice(f *form.Field, text string) string {
	want := catalogue.Fold(text)
	var having []string
	for _, o := range f.Options {
		label := catalogue.Fold(o.Label)
		if label == want || catalogue.Fold(o.Value) == want {
			return o.Value
		}
		if slices.Contains(strings.Fields(label), want) {
			having = append(having, o.Value)
		}
	}
	if len(having) == 1 {
		return having[0]
	}
	return text
}

// many reads some values: the whole text where it is one, else what stands
// between semicolons or on lines, else between commas.
func (p *planner) many(text string, one func(string) (string, string)) (any, string) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' })
	if len(parts) == 1 && strings.Contains(text, ",") {
		entries := len(p.Entries)
		if v, wrong := one(text); wrong == "" && len(p.Entries) == entries {
			return []string{v}, ""
		}
		p.Entries = p.Entries[:entries] // no entry is all of a list
		parts = strings.Split(text, ",")
	}
	var out []string
	for _, part := range parts {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		v, wrong := one(part)
		if wrong != "" {
			return nil, wrong
		}
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	if out == nil {
		return nil, ""
	}
	return out, ""
}

// entry finds an entry of a catalogue by its label, or adds it where the office
// may: said is the field as the user knows it, of the one that holds the entry.
func (p *planner) entry(said, of *form.Field, label string) (slug, wrong string) {
	label = strings.Join(strings.Fields(label), " ")
	if e, ok := p.office.Book().ByLabel(of.Catalogue, label); ok {
		return e.Slug, ""
	}
	if e, ok := p.office.Book().Find(of.Catalogue, label); ok {
		return e.Slug, ""
	}
	for _, e := range p.Entries {
		if e.Catalogue == of.Catalogue && catalogue.Fold(e.Label) == catalogue.Fold(label) {
			return e.Slug, ""
		}
	}
	if !of.Own {
		return "", fmt.Sprintf("«%s» non è una voce dell’elenco «%s».", label, said.Label)
	}
	slug = catalogue.Slug(label)
	for n := 2; p.slugTaken(of.Catalogue, slug); n++ {
		slug = catalogue.Slug(label) + "-" + strconv.Itoa(n)
	}
	p.Entries = append(p.Entries, &app.CatalogEntry{Catalogue: of.Catalogue, Slug: slug, Label: label})
	return slug, ""
}

func (p *planner) slugTaken(name, slug string) bool {
	_, taken := p.office.Book().Find(name, slug)
	return taken || slices.ContainsFunc(p.Entries, func(e *app.CatalogEntry) bool { return e.Catalogue == name && e.Slug == slug })
}

// ref finds a record by its title, or by what alone tells it.
func (p *planner) ref(f *form.Field, title string) (uid, wrong string) {
	many := p.typeOf(f.Register).Many
	found := p.titlesOf(f.Register).find(title)
	if len(found) == 0 {
		found = p.titlesOf(f.Register).find(taxcode.Normalize(title))
	}
	switch len(found) {
	case 0:
		return "", fmt.Sprintf("«%s» non si trova nel registro «%s»: aggiungete prima quella scheda, o lasciate fuori la colonna.", title, many)
	case 1:
		return found[0], ""
	}
	return "", fmt.Sprintf("Nel registro «%s» più schede si chiamano «%s».", many, title)
}
