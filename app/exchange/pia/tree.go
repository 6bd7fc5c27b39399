package pia

import (
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

type object = map[string]any

func (f *File) pia() object { return f.tree["pia"].(object) }

// list gives the objects of a part of the file.
func (f *File) list(name string) (out []object) {
	all, _ := f.tree[name].([]any)
	for _, x := range all {
		out = append(out, x.(object))
	}
	return out
}

// add adds an object to a part of the file, with the number and the day that the
// tool gives one.
func (f *File) add(name string, o object) object {
	id := 0
	for _, x := range f.list(name) {
		id = max(id, number(x["id"]))
	}
	o["id"], o["pia_id"] = id+1, f.pia()["id"]
	o["created_at"], o["updated_at"] = f.pia()["updated_at"], f.pia()["updated_at"]
	all, _ := f.tree[name].([]any)
	f.tree[name] = append(all, o)
	f.changed = true
	return o
}

func (f *File) remove(name string, o object) {
	all, _ := f.tree[name].([]any)
	f.tree[name] = slices.DeleteFunc(all, func(x any) bool { return reflect.ValueOf(x).Pointer() == reflect.ValueOf(o).Pointer() })
	f.changed = true
}

// put sets a value of the file.
func (f *File) put(o object, key string, value any) {
	o[key] = value
	f.changed = true
}

// find gives the object of a part that is about a question, nil if there is none.
func (f *File) find(name, ref string) object {
	for _, o := range f.list(name) {
		if text(o["reference_to"]) == ref {
			return o
		}
	}
	return nil
}

// answer gives what a question was answered with, nil if it was not.
func (f *File) answer(ref string) object {
	if o := f.find("answers", ref); o != nil {
		return o["data"].(object)
	}
	return nil
}

// toAnswer is answer, making the answer where there is none.
func (f *File) toAnswer(ref string) object {
	if data := f.answer(ref); data != nil {
		return data
	}
	data := object{"text": nil, "gauge": nil, "list": []any{}}
	var to any = ref
	if n, err := strconv.Atoi(ref); err == nil && strconv.Itoa(n) == ref {
		to = n // as the questions of the tool are named
	}
	f.add("answers", object{"reference_to": to, "data": data})
	return data
}

// toEvaluation gives the evaluation of a part, making it where there is none: as
// one to be improved, since it is made to hold what is to be done.
func (f *File) toEvaluation(ref string) object {
	if o := f.find("evaluations", ref); o != nil {
		return o
	}
	return f.add("evaluations", object{
		"reference_to": ref, "status": 2, "global_status": 2, "action_plan_comment": "", "evaluation_comment": "",
		"gauges": object{"x": 0, "y": 0}, "estimated_implementation_date": nil, "person_in_charge": "",
	})
}

// text is a value as a text: what is a number for one version of the tool may be a
// text for another.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case int:
		return strconv.Itoa(v)
	}
	return ""
}

// number is a value as a whole number, 0 where it is none.
func number(v any) int {
	n, err := strconv.Atoi(text(v))
	if err != nil {
		return 0
	}
	return n
}

// clean is a plain text of the file without what cannot be shown.
func clean(s string) string {
	lines := strings.Split(shown(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u00a0", " ").Replace(s)), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " \t")
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// shown is a text without the letters that are none.
func shown(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' || r == '\ufeff' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}
