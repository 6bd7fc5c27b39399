package form_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"tutela/app/form"
)

func TestEncodeDecodeGiveTheSameRecord(t *testing.T) {
	eachThing(t, func(rec *thing) bool {
		data := thingType.Encode(rec)
		back, err := thingType.Decode(data)
		return err == nil && string(thingType.Encode(back)) == string(data)
	})
}

func TestCloneSharesNothing(t *testing.T) {
	eachThing(t, func(rec *thing) bool {
		before := string(thingType.Encode(rec))
		c := thingType.Clone(rec).(*thing)
		same := thingType.Equal(rec, c)
		c.Name += "x"
		c.Tags = append(c.Tags[:0], "changed")
		for _, p := range c.Parts {
			p.Name += "y"
			p.Bits = append(p.Bits, &bit{})
		}
		c.Parts = append(c.Parts, &part{})
		return same && string(thingType.Encode(rec)) == before
	})
}

func TestDraftTakesUpWhereItWasLeft(t *testing.T) {
	eachThing(t, func(rec *thing) bool {
		e := form.NewEditor(thingType, rec)
		e.SetText(thingType.Field("born"), "31/11/2026")
		e.SetText(thingType.Field("count"), "mille")
		e.SetTyped(thingType.Field("tags"), "mezza par")
		parts := thingType.Field("parts")
		row := e.AddRow(parts)
		row.SetText(parts.Child.Field("due"), "1/2/")
		bits := parts.Child.Field("bits")
		row.AddRow(bits).SetText(bits.Child.Field("size"), "99")

		again, err := form.FromDraft(thingType, form.Head{}, e.Draft())
		if err != nil {
			return false
		}
		last := again.Rows(parts)[len(again.Rows(parts))-1]
		return again.Text(thingType.Field("born")) == "31/11/2026" && again.Text(thingType.Field("count")) == "mille" &&
			again.Typed(thingType.Field("tags")) == "mezza par" &&
			last.Text(parts.Child.Field("due")) == "1/2/" && last.Rows(bits)[0].Text(bits.Child.Field("size")) == "99" &&
			slices.Equal(again.Problems(), e.Problems()) && string(again.Draft()) == string(e.Draft())
	})
}

func TestProblemsStandInTheOrderOfTheForm(t *testing.T) {
	e := form.NewEditor(thingType, &thing{Done: true, Story: "falso"})
	parts := thingType.Field("parts")
	e.AddRow(parts).SetText(parts.Child.Field("due"), "32/1/2026")
	row := e.Rows(parts)[0]
	row.AddRow(parts.Child.Field("bits"))
	e.SetText(thingType.Field("born"), "x")
	var got []string
	for _, p := range e.Problems() {
		got = append(got, p.Path+": "+p.Text)
	}
	want := []string{
		"name: Manca: Nome.",
		"story: La storia è falsa.",
		"born: Scrivete la data come gg/mm/aaaa, per esempio 05/03/2026.",
		"kind: Manca: Tipo.",
		"parts/0/due: Il giorno va da 1 a 31.",
		"parts/0/bits/0/size: Manca: Parti 1, Pezzi 1, Misura.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if !e.Wrong() {
		t.Error("what is wrong must block the save")
	}
}

func TestHiddenFieldsAreKeptAndNotAsked(t *testing.T) {
	e := form.NewEditor(thingType, &thing{Name: "a", Done: true, Kind: "k"})
	e.Set(thingType.Field("done"), nil)
	if f := thingType.Field("kind"); f.Shown(e.Rec) || f.Empty(e.Rec) {
		t.Error("a field whose condition fell keeps its value and is not shown")
	}
	if !thingType.Complete(e.Rec) {
		t.Errorf("nothing is missing, yet: %v", e.Problems())
	}
}

func TestRowsMoveWithTheirHalfTypedTexts(t *testing.T) {
	parts := thingType.Field("parts")
	due := parts.Child.Field("due")
	e := form.NewEditor(thingType, nil)
	for _, raw := range []string{"a", "b", "c"} {
		e.AddRow(parts).SetText(due, raw)
	}
	e.MoveRow(parts, 2, 0)
	gone := e.RemoveRow(parts, 1)
	e.InsertRow(parts, 2, gone)
	var got []string
	for i, row := range e.Rows(parts) {
		got = append(got, row.Text(due))
		if row.Rec != parts.Row(e.Rec, i) {
			t.Error("the editors and the records parted")
		}
	}
	if want := []string{"c", "b", "a"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if e.Rows(parts)[0].Text(parts.Child.Field("name")) != "nuova" {
		t.Error("a new row begins with what stands in most of them")
	}
}

func TestDecodeRefusesWithThePath(t *testing.T) {
	tests := []struct{ json, want string }{
		{`[]`, "thing: qui serve un oggetto fra parentesi graffe"},
		{`{"nome":"x"}`, "nome: questo campo non esiste"},
		{`{"name":3}`, "name: qui serve un testo fra virgolette, non 3"},
		{`{"born":"31/12/2026"}`, "born: la data «31/12/2026» non è nella forma aaaa-mm-gg, per esempio 2026-11-22"},
		{`{"born":"2026-02-30"}`, "born: la data «2026-02-30» non è nella forma aaaa-mm-gg, per esempio 2026-11-22"},
		{`{"seen":"ieri"}`, "seen: il momento «ieri» non è nella forma 2026-11-22T10:30:00Z"},
		{`{"count":101}`, "count: Va da 0 a 100 giorni"},
		{`{"count":1.5}`, "count: qui serve un numero intero, non 1.5"},
		{`{"done":"sì"}`, "done: qui serve true o false"},
		{`{"answer":"forse"}`, "answer: Scrivete Sì, No o Non necessario"},
		{`{"colour":"verde"}`, "colour: «verde» non è fra le scelte: Rosso, Blu"},
		{`{"tags":"a"}`, `tags: qui serve un elenco di testi, non "a"`},
		{`{"parts":{}}`, "parts: qui serve un elenco fra parentesi quadre"},
		{`{"parts":[3]}`, "parts/0: qui serve un oggetto fra parentesi graffe"},
		{`{"parts":[{"bits":[{"size":0}]}]}`, "parts/0/bits/0/size: Va da 1 a 9 giorni"},
		{`{"uid":"x"}`, `uid: il valore "x" non va bene`},
	}
	for _, test := range tests {
		_, err := thingType.Decode([]byte(test.json))
		var at *form.PathError
		if !errors.As(err, &at) || err.Error() != test.want {
			t.Errorf("%s: got %v, want %s", test.json, err, test.want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"name":"a","parts":[{"bits":[{"size":3}]}],"papers":[{"name":"x"}]}`))
	f.Add([]byte(`{"uid":"0","born":null}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		rec, err := thingType.Decode(data)
		if err != nil {
			return
		}
		once := thingType.Encode(rec)
		again, err := thingType.Decode(once)
		if err != nil || string(thingType.Encode(again)) != string(once) {
			t.Fatalf("%s reads back as %s (%v)", data, once, err)
		}
	})
}

func TestWordsOfEachKind(t *testing.T) {
	rec := &thing{
		Name: "Nome", Born: "2026-11-22", Count: form.Number(1), Price: form.Number(123450), Done: true, Answer: form.NotNeeded,
		Colour: "red", Kind: "k", Tags: []string{"a", "b"}, Boss: "u1", Friends: []string{"u2"},
		Papers: []form.File{{Name: "x.pdf"}}, Parts: []*part{{Name: "p"}},
	}
	want := map[string]string{
		"name": "Nome", "born": "22/11/2026", "count": "1 giorno", "price": "1.234,50 €", "done": "Sì", "answer": "Non necessario",
		"colour": "Rosso", "kind": "«k»", "tags": "«a»|«b»", "boss": "→u1", "friends": "→u2", "papers": "x.pdf", "parts": "p", "shout": "Nome!",
	}
	for _, f := range thingType.Fields() {
		if got := strings.Join(f.Words(rec, words{}), "|"); got != want[f.Key] {
			t.Errorf("%s: got %q, want %q", f.Key, got, want[f.Key])
		}
	}
}

// TestSame: a record is known by its title where the title is one needed text,
// and by nothing where that was not said.
func TestSame(t *testing.T) {
	title := func(t *thing) string { return t.Name }
	text := form.Text("name", "Nome", func(t *thing) *string { return &t.Name })
	of := func(f form.F[thing], same ...form.Same) []form.Same {
		return form.Form[thing]{Key: "thing", Title: title, Same: same, Sections: []form.Section[thing]{{Fields: []form.F[thing]{
			f, form.Text("story", "Storia", func(t *thing) *string { return &t.Story }).Need(),
		}}}}.Type().Same()
	}
	if got := of(text.Need()); len(got) != 1 || !slices.Equal(got[0].Fields, []string{"name"}) {
		t.Errorf("by the title: %v", got)
	}
	if got := of(text); got != nil {
		t.Errorf("the title may be empty, and the story is no title: %v", got)
	}
	if got := of(text.Need(), form.Same{Fields: []string{"story"}}); len(got) != 1 || got[0].Fields[0] != "story" {
		t.Errorf("what was said counts: %v", got)
	}
	defer func() {
		if recover() == nil {
			t.Error("an unknown key was taken")
		}
	}()
	of(text, form.Same{Fields: []string{"nome"}})
}
