package exchange_test

import (
	"bytes"
	"sort"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/catalogue"
	"tutela/app/exchange"
	"tutela/app/form"
)

// known is what an empty office knows: the shipped catalogues.
type known struct{ book *catalogue.Book }

func (k known) Has(name, slug string) bool {
	_, ok := k.book.Find(name, slug)
	return ok
}

func shipped(t testing.TB) known {
	t.Helper()
	book, err := catalogue.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return known{app.Catalogues(book, nil)}
}

func bundle(t testing.TB) app.Bundle {
	t.Helper()
	m := apptest.NewMemory(apptest.Now)
	if err := apptest.Marketing(m.Save); err != nil {
		t.Fatal(err)
	}
	for _, list := range m.Records {
		sort.Slice(list, func(i, j int) bool {
			return list[i].(form.Record).Head().UID < list[j].(form.Record).Head().UID
		})
	}
	return app.Bundle{Office: "o", Records: m.Records, Files: []app.Blob{}}
}

func TestRoundTripOfTheCase(t *testing.T) {
	first := exchange.WriteJSON(bundle(t), app.Registers())
	b, err := exchange.ReadJSON(first, app.Registers(), shipped(t))
	if err != nil {
		t.Fatal(err)
	}
	if second := exchange.WriteJSON(b, app.Registers()); !bytes.Equal(first, second) {
		t.Error("reads back as something else")
	}
}

func FuzzReadJSON(f *testing.F) {
	f.Add(exchange.WriteJSON(bundle(f), app.Registers()))
	f.Add(exchange.WriteJSON(app.Bundle{
		Office: "o", Records: map[string][]any{app.PersonForm.Key: strangeOffice(f).Records(app.PersonForm.Key)[:1]},
		Files:   []app.Blob{{SHA256: strings.Repeat("0", 64), MIME: "text/plain", Bytes: []byte("a")}},
		History: []app.Change{{Seq: 1, At: apptest.Now, Who: "x", Action: "create", Register: app.PersonForm.Key, UID: "u", Payload: []byte("{}")}},
	}, app.Registers()))
	f.Add([]byte(`{"format":"tutela","version":1,"registers":{"person":[{"uid":"x"}]},"files":[{}],"history":[{}]}`))
	k := shipped(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := exchange.ReadJSON(data, app.Registers(), k)
		if err != nil {
			if app.Sentence(err) == "" {
				t.Fatal("refused without a word")
			}
			return
		}
		once := exchange.WriteJSON(b, app.Registers())
		again, err := exchange.ReadJSON(once, app.Registers(), k)
		if err != nil || !bytes.Equal(exchange.WriteJSON(again, app.Registers()), once) {
			t.Fatalf("what was read does not read back: %v", err)
		}
	})
}
