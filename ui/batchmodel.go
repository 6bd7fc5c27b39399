package ui

import (
	"context"
	"slices"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// batchState tells how a paper stands to its last print.
type batchState int

const (
	neverPrinted batchState = iota
	stillUnknown            // printed, and not yet compared
	samePrinted
	changedSince
)

// batchDoc is a paper that can be printed now: its kind, and the record it is of.
type batchDoc struct {
	paper         papers.Paper
	group         int
	subject       string // UID; "" for papers of the whole office
	title, second string
	last          app.Print // its newest print; without UID there is none
	state         batchState
	off           bool // not to be printed
}

// full names the paper by kind and record.
func (d *batchDoc) full() string {
	if d.subject == "" {
		return d.title
	}
	return d.paper.Title + ": " + d.title
}

// key is of the paper in prints.
func (d *batchDoc) key() string { return printKey(d.paper.Kind, d.paper.Register, d.subject) }

func printKey(kind, register, subject string) string { return kind + " " + register + " " + subject }

// wanted says that a print of now would be another than the last.
func (d *batchDoc) wanted() bool { return d.state == neverPrinted || d.state == changedSince }

// batchNarrow says which of the papers are listed.
type batchNarrow int

const (
	everyPaper   batchNarrow = iota
	wantedPapers             // those never printed, or changed since
	openPapers               // these, and those that somebody has to sign
)

// in says whether a paper is among them.
func (n batchNarrow) in(d *batchDoc) bool {
	return n == everyPaper || d.wanted() || n == openPapers && waits(d.last)
}

// batch is what can be printed of an office, in groups, cut down and ticked. It
// knows neither window nor file.
type batch struct {
	groups []string
	docs   []*batchDoc // by group
	only   string      // the register whose papers are listed; "" lists all
	narrow batchNarrow
	text   string
	rows   []batchRow
	tally  []batchTally // of each group, among the rows
}

// batchRow is a paper, or the head of a group where doc is nil.
type batchRow struct {
	group int
	doc   *batchDoc
}

type batchTally struct{ shown, taken int }

// arrange makes the rows from what is looked for.
func (b *batch) arrange() {
	b.rows, b.tally = b.rows[:0], make([]batchTally, len(b.groups))
	for _, d := range b.docs {
		if !b.lists(d) || !b.narrow.in(d) || !holdsWords(d.full()+" "+d.second, b.text) {
			continue
		}
		if b.tally[d.group].shown == 0 {
			b.rows = append(b.rows, batchRow{group: d.group})
		}
		b.rows = append(b.rows, batchRow{d.group, d})
		b.tally[d.group].shown++
	}
	b.count()
}

// lists says that a paper is among those that are asked for.
func (b *batch) lists(d *batchDoc) bool { return b.only == "" || d.paper.Register == b.only }

// rowKey names a row, whatever else is listed.
func (b *batch) rowKey(i int) string {
	if d := b.rows[i].doc; d != nil {
		return d.key()
	}
	return b.groups[b.rows[i].group]
}

func (b *batch) count() {
	for i := range b.tally {
		b.tally[i].taken = 0
	}
	for _, r := range b.rows {
		if r.doc != nil && !r.doc.off {
			b.tally[r.group].taken++
		}
	}
}

// toggle ticks a row or takes the tick away; a head stands for what is listed
// under it.
func (b *batch) toggle(i int) {
	r := b.rows[i]
	if r.doc != nil {
		r.doc.off = !r.doc.off
	} else {
		off := b.tally[r.group].taken == b.tally[r.group].shown
		for _, under := range b.rows {
			if under.doc != nil && under.group == r.group {
				under.doc.off = off
			}
		}
	}
	b.count()
}

// taken are the papers that are listed and ticked: only what one sees is printed.
func (b *batch) taken() []*batchDoc {
	var out []*batchDoc
	for _, r := range b.rows {
		if r.doc != nil && !r.doc.off {
			out = append(out, r.doc)
		}
	}
	return out
}

// counts tells how many papers there are, how many of them a print would change,
// how many of these or unsigned, and how many are not compared yet.
func (b *batch) counts() (all, wanted, open, unknown int) {
	for _, d := range b.docs {
		if !b.lists(d) {
			continue
		}
		all++
		if wantedPapers.in(d) {
			wanted++
		}
		if openPapers.in(d) {
			open++
		}
		if d.state == stillUnknown {
			unknown++
		}
	}
	return all, wanted, open, unknown
}

// gatherBatch lists what can be printed of an office now, with the last print of
// each. Whether that still says the same is asked by checkBatch.
func gatherBatch(ctx context.Context, store Store, registers []app.Register, list []papers.Paper) (*batch, error) {
	kept, err := store.Prints(ctx)
	if err != nil {
		return nil, err
	}
	last := map[string]app.Print{}
	for _, x := range kept { // the newest first; one that can be compared counts more
		key := printKey(x.Kind, x.Register, x.Subject)
		if have, ok := last[key]; !ok || have.Facts == "" && x.Facts != "" {
			last[key] = x
		}
	}
	b := &batch{groups: []string{words.T("Di tutto l’ufficio")}}
	add := func(d *batchDoc) {
		if d.title == "" {
			d.title = words.T("(senza nome)")
		}
		if d.last = last[d.key()]; d.last.UID != "" {
			d.state = stillUnknown
			if d.last.Facts == "" {
				d.state = samePrinted
			}
		}
		b.docs = append(b.docs, d)
	}
	var lists []papers.Paper
	for _, paper := range list {
		switch {
		case !paper.Filled || paper.Register != "":
		case papers.IsList(paper):
			lists = append(lists, paper)
		default:
			add(&batchDoc{paper: paper, title: paper.Title})
		}
	}
	for _, paper := range list {
		if !paper.Filled || paper.Register == "" {
			continue
		}
		rows, err := store.List(ctx, paper.Register, app.Query{Ended: true})
		if err != nil {
			return nil, err
		}
		b.groups = append(b.groups, paper.Title)
		wanted, err := wantedOf(ctx, store, registers, paper)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			if !wanted(r) {
				continue
			}
			add(&batchDoc{paper: paper, group: len(b.groups) - 1, subject: r.UID, title: r.Title, second: r.Second})
		}
	}
	b.groups = append(b.groups, words.T("Elenchi"))
	for _, paper := range lists {
		add(&batchDoc{paper: paper, group: len(b.groups) - 1, title: paper.Title})
	}
	slices.SortStableFunc(b.docs, func(x, y *batchDoc) int { return x.group - y.group })
	b.arrange()
	return b, nil
}

// wantedOf tells of which records of its register there is a use in printing a
// paper.
func wantedOf(ctx context.Context, store Store, registers []app.Register, paper papers.Paper) (func(app.Row) bool, error) {
	reg, ok := app.RegisterOf(registers, paper.Register)
	if !ok || !paper.Conditional() {
		return func(r app.Row) bool { return paper.Wants(nil, r.Ended) }, nil
	}
	all, err := store.All(ctx, reg.Type)
	if err != nil {
		return nil, err
	}
	wanted := map[string]bool{}
	for _, rec := range all {
		wanted[rec.(form.Record).Head().UID] = paper.Wants(rec, reg.Ended(rec))
	}
	return func(r app.Row) bool { return wanted[r.UID] }, nil
}

// stillSays tells whether a paper printed now would say what a kept one says. It
// is asked as of the day of then, for papers carry the day they are printed on.
func stillSays(d *app.Dossier, paper papers.Paper, x app.Print) bool {
	subject := d.Record(paper.Register, x.Subject)
	if paper.Register != "" && subject == nil {
		return false
	}
	then := *d
	then.Now, then.Edition = x.At, x.Description
	return facts(paper.Fill(&then, subject)) == x.Facts
}

// checkedAtOnce is how many papers are compared between two looks at the window.
const checkedAtOnce = 50

// checkBatch compares each paper that was printed with what it would say now, a
// few at a time: tell gets the answers for docs[from:to].
func checkBatch(ctx context.Context, d *app.Dossier, docs []*batchDoc, tell func(from int, same []bool)) {
	for from := 0; from < len(docs) && ctx.Err() == nil; from += checkedAtOnce {
		to := min(from+checkedAtOnce, len(docs))
		same := make([]bool, 0, to-from)
		for _, doc := range docs[from:to] {
			same = append(same, stillSays(d, doc.paper, doc.last))
		}
		tell(from, same)
	}
}

// row is how a paper or a head shows.
func (b *batch) row(i int) kit.RowData {
	r := b.rows[i]
	if r.doc == nil {
		t := b.tally[r.group]
		data := kit.RowData{Title: b.groups[r.group], Second: words.F("scelti %d di %d", t.taken, t.shown), Head: true, Box: kit.BoxSome}
		switch t.taken {
		case 0:
			data.Box = kit.BoxEmpty
		case t.shown:
			data.Box = kit.BoxTicked
		}
		return data
	}
	d := r.doc
	data := kit.RowData{Title: d.title, Second: d.second, Box: kit.BoxTicked}
	if d.off {
		data.Box = kit.BoxEmpty
	}
	day := dayOf(d.last.At)
	switch {
	case d.state == neverPrinted:
		data.Word, data.Icon = words.T("mai stampato"), kit.IconMinus
	case d.state == changedSince:
		data.Word, data.Icon, data.Tone = words.F("cambiato dopo la stampa del %s", day), kit.IconWarning, kit.ToneWarn
	case d.state == stillUnknown:
		data.Word, data.Icon = words.F("stampato il %s, lo confronto…", day), kit.IconClock
	case d.last.Revision == 0:
		data.Word, data.Icon = words.F("stampato come bozza il %s", day), kit.IconPencil
	case waits(d.last):
		data.Word, data.Icon, data.Tone = words.F("stampato il %s, da firmare", day), kit.IconSignature, kit.ToneWarn
	default:
		data.Word, data.Icon, data.Tone = words.F("stampato il %s", day), kit.IconCheck, kit.ToneOK
	}
	return data
}
