package form

import (
	"fmt"
	"strings"
)

// Parse reads what was typed into a field of one value. It gives the value for
// Put, nil where nothing was typed, and a sentence that says what is wrong, ""
// if nothing.
func (f *Field) Parse(raw string) (value any, wrong string) {
	text := strings.TrimSpace(raw)
	if text == "" {
		return nil, ""
	}
	switch f.Kind {
	case KText, KCatalogue, KRef:
		return text, ""
	case KLong:
		return strings.ReplaceAll(strings.TrimRight(raw, " \n\t\r"), "\r\n", "\n"), ""
	case KDate:
		return parsed(ParseDate(text))
	case KMoment:
		return parsed(ParseMoment(text))
	case KInt:
		n, wrong := ParseInt(text)
		if wrong == "" && (f.Min != 0 || f.Max != 0) && (n < f.Min || n > f.Max) {
			wrong = strings.TrimSpace(fmt.Sprintf("Va da %s a %s %s", FormatInt(f.Min), FormatInt(f.Max), f.Unit)) + "."
		}
		return parsed(n, wrong)
	case KMoney:
		return parsed(ParseMoney(text))
	case KBool:
		switch strings.ToLower(text) {
		case "sì", "si", "s", "x", "1", "true":
			return true, ""
		case "no", "n", "0", "false":
			return nil, ""
		}
		return nil, "Scrivete Sì o No."
	case KTri:
		for _, o := range TriOptions() {
			if text == o.Value || strings.EqualFold(text, o.Label) {
				return Tri(o.Value), ""
			}
		}
		return nil, "Scrivete Sì, No o Non necessario."
	case KChoice:
		for _, o := range f.Options {
			if text == o.Value || strings.EqualFold(text, o.Label) {
				return o.Value, ""
			}
		}
		return nil, "«" + text + "» non è fra le scelte: " + optionLabels(f.Options) + "."
	}
	panic("form: " + f.Key + " holds more than one value and is not typed as text")
}

func parsed[V any](v V, wrong string) (any, string) {
	if wrong != "" {
		return nil, wrong
	}
	return v, ""
}

func optionLabels(options []Option) string {
	labels := make([]string, len(options))
	for i, o := range options {
		labels[i] = o.Label
	}
	return strings.Join(labels, ", ")
}
