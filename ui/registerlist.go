package ui

import (
	"context"
	"strconv"
	"strings"

	"tutela/app"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// reload shows the rows and the drafts of now, and keeps the choice. What was
// not changed since is not read from the file again.
func (p *registerPage) reload() {
	if p.list == nil {
		return
	}
	s := p.shell
	rows, err := s.names.read(p.reg.Key)
	if err != nil {
		s.fail(err)
		return
	}
	list := make([]listed, 0, len(rows)+1)
	if d, ok := s.drafts.known[app.DraftKey(p.reg.Key, "")]; ok {
		list = append(list, listed{Row: app.Row{Title: p.draftTitle(d)}, draft: true})
	}
	for _, r := range rows {
		_, draft := s.drafts.known[app.DraftKey(p.reg.Key, r.UID)]
		list = append(list, listed{r, draft, s.doubts.of(p.reg.Key, r.UID)})
	}
	p.model.all = list
	p.model.sortBy(p.model.order, p.columnOf(p.model.order))
	p.look()
	p.tellList()
}

// search cuts the list down to the records that hold the words typed.
func (p *registerPage) search(text string) {
	p.text = text
	p.look()
	p.tellList()
}

// lookedUp is what the file was asked about the whole list, and its answer, which
// holds until something is saved.
type lookedUp[T any] struct {
	question string
	version  int // of the names
	answer   T
}

func (l *lookedUp[T]) holds(question string, version int) bool {
	return l.question == question && l.version == version
}

// look asks the file where the words typed are found.
func (p *registerPage) look() {
	if blank(p.text) {
		p.model.search(nil)
		return
	}
	if p.matches.holds(p.text, p.shell.names.version) {
		p.model.search(p.matches.answer)
		return
	}
	found, err := p.shell.cfg.Store.Matches(context.Background(), p.reg.Key, p.text)
	if err != nil {
		p.shell.fail(err)
		return
	}
	p.matches = lookedUp[map[string]bool]{p.text, p.shell.names.version, found}
	p.model.search(found)
}

// tellList shows rows, counts and order.
func (p *registerPage) tellList() {
	p.list.SetSort(p.orderWord(p.model.order))
	p.list.SetCount(p.count())
	p.tellFilters()
	p.list.Refresh()
	p.mark()
}

func (p *registerPage) count() string {
	m := &p.model
	switch {
	case !blank(p.text):
		return words.F("%d di %d", m.len(), len(m.all))
	case m.state == everyState && m.counts[endedState] > 0:
		open, ended := m.counts[everyState]-m.counts[endedState], m.counts[endedState]
		if p.reg.Fem {
			return words.F("%d aperte, %d chiuse", open, ended)
		}
		return words.F("%d aperti, %d chiusi", open, ended)
	}
	return strconv.Itoa(m.len())
}

// mark shows which row is open.
func (p *registerPage) mark() {
	at := -1
	if p.open != nil {
		at = p.model.at(p.open.uid())
	}
	p.list.Select(at)
	sentence := words.T("Ancora niente qui")
	switch {
	case !blank(p.text):
		sentence = words.F("Niente con «%s»", strings.TrimSpace(p.text))
	case p.model.state != everyState:
		sentence = words.T("Niente in questo stato")
	}
	p.list.SetEmpty(sentence)
}

// chooseOrder asks how to sort; the order in use, chosen again, turns round.
func (p *registerPage) chooseOrder() {
	orders := []order{{column: byName}, {column: byUpdated}, {column: byState}}
	for _, f := range p.reg.Fields() {
		if f.Column && f.Single() {
			orders = append(orders, order{column: f.Key})
		}
	}
	labels := make([]string, len(orders))
	for i, o := range orders {
		if o.column == p.model.order.column {
			o.back = !p.model.order.back
			orders[i] = o
		}
		labels[i] = p.orderWord(o)
	}
	kit.Choose(p.shell.win, words.T("Ordina l’elenco"), "", labels, func(i int) {
		if i < 0 {
			return
		}
		p.model.sortBy(orders[i], p.columnOf(orders[i]))
		p.tellList()
		p.list.FocusList()
	})
}

// columnOf reads what the field of an order says of each record, nil for the
// orders that need no field.
func (p *registerPage) columnOf(o order) map[string]string {
	if o.column == byName || o.column == byUpdated || o.column == byState {
		return nil
	}
	if p.columns.holds(o.column, p.shell.names.version) {
		return p.columns.answer
	}
	column, err := p.shell.cfg.Store.Column(context.Background(), p.reg.Type, o.column)
	if err != nil {
		p.shell.fail(err)
	}
	if column == nil {
		column = map[string]string{}
	}
	p.columns = lookedUp[map[string]string]{o.column, p.shell.names.version, column}
	return column
}

// latest is the order in which a log begins.
func (p *registerPage) latest() order { return order{column: p.reg.Latest, back: true} }

func (p *registerPage) orderWord(o order) string {
	if p.reg.Latest != "" && o == p.latest() {
		if p.reg.Fem {
			return words.T("Prima le più recenti")
		}
		return words.T("Prima i più recenti")
	}
	word := ""
	switch o.column {
	case byName:
		word = words.T("Per nome")
	case byUpdated:
		word = words.T("Dal più recente")
		if o.back {
			return words.T("Dal meno recente")
		}
	case byState:
		word = words.T("Prima quelle da finire")
	default:
		word = words.F("Per %s", strings.ToLower(formwords.Label(p.reg.Type, p.reg.Field(o.column))))
	}
	if o.back {
		word += " ↑"
	}
	return word
}

// tellFilters offers the states that records are in, where there is more than
// one. Toggles that need not change stay as they are: one of them may have the
// keyboard.
func (p *registerPage) tellFilters() {
	m := &p.model
	names := [states]string{words.T("tutte"), words.T("da completare"), words.T("con avvisi"), words.T("bozze"), words.T("chiuse")}
	if !p.reg.Fem {
		names[everyState], names[endedState] = words.T("tutti"), words.T("chiusi")
	}
	var filters []kit.Filter
	var which []state
	for st := everyState; st < states; st++ {
		if st == everyState || st == m.state || m.counts[st] > 0 {
			filters = append(filters, kit.Filter{Word: names[st], Count: strconv.Itoa(m.counts[st]), On: st == m.state})
			which = append(which, st)
		}
	}
	if len(filters) == 1 {
		filters, which = nil, nil
	}
	p.list.SetFilters(filters, func(i int) {
		m.filter(which[i])
		p.tellList()
	})
}
