package exchange

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"tutela/app"
	"tutela/app/form"
)

// fill puts the cells of a row into a record. A column that is not there changes
// nothing; an empty cell unsets its field.
func (r *workbookReader) fill(s *workSheet, column map[string]int, row TableRow, rec any) {
	for i, f := range s.field {
		head := s.heads[s.lead()+i]
		text, there := s.text(column, row, head)
		if !there {
			continue
		}
		at, fault := cell{s.name, head, row.Row}, formulaFault(text)
		switch {
		case text == "":
			f.Put(rec, nil)
		case fault != "":
			r.bad(at, fault)
		case f.Kind == form.KRef || f.Kind == form.KRefs:
			r.late = append(r.late, lateRef{at, f, rec, open(text)})
		default:
			v, wrong := r.value(f, text)
			if wrong != "" {
				r.bad(at, wrong)
				continue
			}
			f.Put(rec, v)
		}
	}
}

var euros = regexp.MustCompile(`^-?\d+(\.\d{1,2})?$`)

// value reads a cell that names no record.
func (r *workbookReader) value(f *form.Field, text string) (any, string) {
	switch f.Kind {
	case form.KText, form.KLong:
		return open(text), ""
	case form.KMoney:
		if n, err := strconv.ParseFloat(text, 64); err == nil && euros.MatchString(text) {
			return int64(n*100 + 0.5*float64(cmp.Compare(n, 0))), ""
		}
	case form.KMoment:
		if t, err := time.Parse(time.RFC3339, text); err == nil {
			return form.MomentOf(t), ""
		}
	}
	return r.p.value(f, open(text))
}

// name reads a cell that names records: by the text that stands for them, by their
// UID, by the word of a new one, or by the title of one.
func (r *workbookReader) name(l lateRef) {
	parts := []string{l.text}
	if l.f.Kind == form.KRefs {
		parts = strings.FieldsFunc(l.text, func(c rune) bool { return c == ';' || c == '\n' })
	}
	var uids []string
	for _, part := range parts {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		uid := r.uidOf(l.f.Register, part)
		if uid == "" {
			reg, _ := app.RegisterOf(r.d.Registers(), l.f.Register)
			r.bad(l.cell, fmt.Sprintf("«%s» non si trova nel registro «%s»: scegliete fra le voci proposte, o aggiungete prima quella scheda nel suo foglio.", part, reg.Many))
			return
		}
		if !slices.Contains(uids, uid) {
			uids = append(uids, uid)
		}
	}
	switch {
	case l.f.Kind == form.KRefs && len(uids) > 0:
		l.f.Put(l.rec, uids)
	case l.f.Kind == form.KRef && len(uids) == 1:
		l.f.Put(l.rec, uids[0])
	}
}

var bracketed = regexp.MustCompile(`\[([^\]]+)\]$`)

func (r *workbookReader) uidOf(register, text string) string {
	if m := bracketed.FindStringSubmatch(text); m != nil {
		text = m[1]
	}
	if rec := r.recs[register][text]; rec != nil {
		return headOf(rec).UID
	}
	if uid := r.refs[register][text]; uid != "" && (r.recs[register][uid] != nil || r.d.Record(register, uid) != nil) {
		return uid
	}
	if rec := r.d.Record(register, text); rec != nil {
		return text
	}
	if uids := r.titlesOf(register).find(text); len(uids) == 1 {
		return uids[0]
	}
	return ""
}

// titlesOf are those of the records of a register in the workbook, gathered when first
// asked for: by then all are read.
func (r *workbookReader) titlesOf(register string) titles {
	if t, ok := r.titles[register]; ok {
		return t
	}
	reg, _ := app.RegisterOf(r.d.Registers(), register)
	t := titles{}
	for _, rec := range r.order[register] {
		t.add(reg.Title(rec), headOf(rec).UID)
	}
	r.titles[register] = t
	return t
}
