package ui

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"tutela/app"
)

// state is what a list can be cut down to.
type state int

const (
	everyState state = iota
	incompleteState
	doubtState
	draftState
	endedState
	states
)

// order is how a list is sorted.
type order struct {
	column string // key of a field; or one of the names below
	back   bool   // the other way round
}

// The orders that every list has.
const (
	byName    = ""
	byUpdated = "updated"
	byState   = "state"
)

// listed is a row of the list: a record, or a new one that is still a draft.
type listed struct {
	app.Row
	draft  bool
	doubts int // what the checks find in it, as far as it is known
}

// state says where the row belongs; a draft of an ended record is a draft.
func (r *listed) state() state {
	switch {
	case r.draft:
		return draftState
	case r.Ended:
		return endedState
	case !r.Complete:
		return incompleteState
	case r.doubts > 0:
		return doubtState
	}
	return everyState
}

// listModel is the rows of a register in memory, cut down and sorted. It knows
// neither window nor file: what a key costs is what it costs here.
type listModel struct {
	all    []listed // by name, as the file gives them
	rank   []int32  // of each in the order chosen; nil is by name
	found  map[string]bool
	state  state
	order  order
	column map[string]string // of the order, by UID

	shown  []int32 // into all
	counts [states]int
}

// search cuts the list down to the records found; nil takes all.
func (m *listModel) search(found map[string]bool) {
	m.found = found
	m.cut()
}

// filter cuts the list down to a state.
func (m *listModel) filter(s state) {
	m.state = s
	m.cut()
}

// sortBy puts the rows in an order; column holds what its field says, by UID.
func (m *listModel) sortBy(o order, column map[string]string) {
	m.order, m.column, m.rank = o, column, nil
	m.sort()
}

// sort ranks the rows once for an order, so that cutting down need not compare.
// What ended comes last in every order.
func (m *listModel) sort() {
	at := make([]int32, len(m.all))
	for i := range at {
		at[i] = int32(i)
	}
	var keys [][]byte
	if m.column != nil {
		col := collate.New(language.Italian, collate.IgnoreCase, collate.Numeric)
		var buf collate.Buffer
		keys = make([][]byte, len(m.all))
		for i := range m.all {
			if v := m.column[m.all[i].UID]; v != "" {
				buf.Reset()
				keys[i] = bytes.Clone(col.KeyFromString(&buf, v))
			}
		}
	}
	compare := func(a, b int32) int {
		x, y := &m.all[a], &m.all[b]
		switch m.order.column {
		case byName:
			return cmp.Compare(a, b)
		case byUpdated:
			return y.Updated.Compare(x.Updated)
		case byState:
			return cmp.Compare(urgency(x), urgency(y))
		}
		if (keys[a] == nil) != (keys[b] == nil) { // what holds nothing stands behind
			return cmp.Compare(boolInt(keys[a] == nil), boolInt(keys[b] == nil))
		}
		return bytes.Compare(keys[a], keys[b])
	}
	slices.SortStableFunc(at, func(a, b int32) int {
		x, y := &m.all[a], &m.all[b]
		if fresh := cmp.Compare(boolInt(x.UID != ""), boolInt(y.UID != "")); fresh != 0 {
			return fresh // the draft of a new record stands first
		}
		if ended := cmp.Compare(boolInt(x.Ended), boolInt(y.Ended)); ended != 0 {
			return ended
		}
		if m.order.back {
			return compare(b, a)
		}
		return compare(a, b)
	})
	m.rank = at
	m.cut()
}

func urgency(r *listed) int {
	switch r.state() {
	case draftState:
		return 0
	case incompleteState:
		return 1
	case doubtState:
		return 2
	}
	return 3
}

// recount takes in how many findings each record has.
func (m *listModel) recount(doubts func(uid string) int) {
	for i := range m.all {
		m.all[i].doubts = doubts(m.all[i].UID)
	}
	m.sort()
}

// cut gathers the rows to be shown and counts those of each state.
func (m *listModel) cut() {
	m.shown = m.shown[:0]
	m.counts = [states]int{}
	for _, i := range m.rank {
		r := &m.all[i]
		if m.found != nil && !m.found[r.UID] {
			continue
		}
		s := r.state()
		m.counts[everyState]++
		if s != everyState {
			m.counts[s]++
		}
		if m.state == everyState || m.state == s {
			m.shown = append(m.shown, i)
		}
	}
}

func (m *listModel) len() int { return len(m.shown) }

func (m *listModel) row(i int) *listed { return &m.all[m.shown[i]] }

// at is where a record stands in what is shown, or -1.
func (m *listModel) at(uid string) int {
	return slices.IndexFunc(m.shown, func(i int32) bool { return m.all[i].UID == uid })
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// blank says that nothing to look for is typed.
func blank(text string) bool { return strings.TrimSpace(text) == "" }
