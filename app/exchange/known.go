package exchange

import (
	"fmt"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/catalogue"
	"tutela/app/form"
	"tutela/app/taxcode"
)

// known finds records by their natural keys.
type known struct {
	typ  *form.Type
	keys []form.Same
	at   []map[string][]any // of each key, by its values
	// all says that the key is all that a table says, what it leaves unset too.
	all bool
}

// newKnown finds records by the natural keys of their register or, where it has
// none, by all the fields that a table fills.
func newKnown(t *form.Type, match []string) *known {
	k := &known{typ: t, keys: t.Same()}
	if k.keys == nil {
		k.all, k.keys = true, []form.Same{{}}
		for _, key := range match {
			if f := t.Field(key); f != nil && f.Single() {
				k.keys[0].Fields = append(k.keys[0].Fields, key)
			}
		}
	}
	for range k.keys {
		k.at = append(k.at, map[string][]any{})
	}
	return k
}

func (k *known) add(rec any) {
	for i, key := range k.keys {
		if v := k.values(rec, key); v != "" {
			k.at[i][v] = append(k.at[i][v], rec)
		}
	}
}

// find gives the records that are the same as one, and the key that says so.
func (k *known) find(rec any) (found []any, key []string) {
	for i, key := range k.keys {
		v := k.values(rec, key)
		if v == "" {
			continue
		}
		all := slices.DeleteFunc(slices.Clone(k.at[i][v]), func(other any) bool { return k.differ(rec, other, key.But) })
		if len(all) > 0 {
			return all, key.Fields
		}
	}
	return nil, nil
}

// values are those of a key, "" where one is unset.
func (k *known) values(rec any, key form.Same) string {
	var all []string
	set := 0
	for _, name := range key.Fields {
		v := k.value(rec, name)
		if v != "" {
			set++
		}
		all = append(all, v)
	}
	if set == 0 || set < len(all) && !k.all {
		return ""
	}
	return strings.Join(all, "\x00")
}

func (k *known) differ(a, b any, but []string) bool {
	return slices.ContainsFunc(but, func(name string) bool {
		x, y := k.value(a, name), k.value(b, name)
		return x != "" && y != "" && x != y
	})
}

func (k *known) value(rec any, name string) string {
	f := k.typ.Field(name)
	switch v := f.Value(rec).(type) {
	case nil:
		return ""
	case string:
		return folded(f, v)
	default:
		return fmt.Sprint(v)
	}
}

// folded is a text as it is compared.
func folded(f *form.Field, text string) string { return catalogue.Fold(tidy(f, text)) }

// tidy is a text as it is kept: a codice fiscale in capitals without spaces.
func tidy(f *form.Field, text string) string {
	if f.Key == "tax_code" {
		return taxcode.Normalize(text)
	}
	return text
}

// titles find the records of a register by the words of their titles, in any
// order («Mario Rossi»), or by what alone tells them, as the codice fiscale.
type titles map[string][]string

func (t titles) add(name, uid string) {
	for _, key := range []string{catalogue.Fold(name), inOrder(name)} {
		if key != "" && !slices.Contains(t[key], uid) {
			t[key] = append(t[key], uid)
		}
	}
}

func (t titles) find(name string) []string {
	if found := t[catalogue.Fold(name)]; len(found) > 0 {
		return found
	}
	return t[inOrder(name)]
}

// inOrder is a title with its words in alphabetical order.
func inOrder(name string) string {
	words := strings.Fields(strings.ReplaceAll(catalogue.Fold(name), ",", " "))
	slices.Sort(words)
	return strings.Join(words, " ")
}

// titlesOf are those of a register, gathered when first asked for. What is kept
// for the history alone counts where nothing else has the name.
func (p *planner) titlesOf(register string) titles {
	if t, ok := p.titles[register]; ok {
		return t
	}
	t, ended := titles{}, titles{}
	typ := p.typeOf(register)
	add := func(to titles, rec any, uid string) {
		to.add(typ.Title(rec), uid)
		to.add(typ.Named(rec, p.names), uid)
		for _, key := range typ.Same() {
			if len(key.Fields) == 1 {
				f := typ.Field(key.Fields[0])
				to.add(tidy(f, f.Edit(rec)), uid)
			}
		}
	}
	for _, rec := range p.office.Records(register) {
		if typ.Ended(rec) {
			add(ended, rec, headOf(rec).UID)
		} else {
			add(t, rec, headOf(rec).UID)
		}
	}
	if register == p.Register.Key {
		for uid, rec := range p.fresh {
			add(t, rec, uid)
		}
	}
	for key, uids := range ended {
		if len(t[key]) == 0 {
			t[key] = uids
		}
	}
	p.titles[register] = t
	return t
}

func (p *planner) typeOf(register string) *form.Type {
	r, _ := app.RegisterOf(p.office.Registers(), register)
	return r.Type
}

// planNames are the words of the office together with what the plan adds.
type planNames struct {
	form.Names
	p *planner
}

// Ref implements form.Names.
func (n planNames) Ref(register, uid string) string {
	if rec := n.p.fresh[uid]; rec != nil && register == n.p.Register.Key {
		return n.p.Register.Title(rec)
	}
	return n.Names.Ref(register, uid)
}

// Entry implements form.Names.
func (n planNames) Entry(name, slug string) string {
	for _, e := range n.p.Entries {
		if e.Catalogue == name && e.Slug == slug {
			return e.Label
		}
	}
	return n.Names.Entry(name, slug)
}
