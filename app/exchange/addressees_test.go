package exchange_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tutela/app"
	"tutela/app/exchange"
)

// TestAddressees reads lists as offices have them.
func TestAddressees(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []app.Addressee
	}{
		"two columns":        {"Cognome;Nome\nD’Alò;Niccolò\nSala;Zoë\n", []app.Addressee{{Name: "Niccolò D’Alò"}, {Name: "Zoë Sala"}}},
		"one column":         {"N.;Nominativo\n1;Rossi Anna\n", []app.Addressee{{Name: "Rossi Anna"}}},
		"all of it":          {"Nome e cognome;Indirizzo;CAP;Città;Prov.;E-mail\nAnna Rossi;Via Po 1;26100;Cremona;CR;anna@example.it\n", []app.Addressee{{Name: "Anna Rossi", Address: "Via Po 1, 26100 Cremona (CR)", Email: "anna@example.it"}}},
		"only the town":      {"Nome,Cognome,Comune\nAnna,Rossi,Cremona\n", []app.Addressee{{Name: "Anna Rossi", Address: "Cremona"}}},
		"a column of names":  {"Nome;Note\nAnna Rossi;x\n", []app.Addressee{{Name: "Anna Rossi"}}},
		"spaces and doubles": {"Nome;Cognome\n Anna  Maria ; Rossi\nAnna Maria;Rossi\n", []app.Addressee{{Name: "Anna Maria Rossi"}, {Name: "Anna Maria Rossi"}}},
	} {
		got, err := exchange.Addressees([]byte(c.text))
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

// TestAddresseesRefused: the sentence names row and column, and nothing is given.
func TestAddresseesRefused(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"no column":     {"Codice;Città\n1;Cremona\n", "non c’è una colonna con i nomi"},
		"no name":       {"Nome;Cognome\nAnna;Rossi\n;Verdi\n", "Riga 3, colonna «Nome»: manca il nome"},
		"no surname":    {"Nome;Cognome\nAnna;\n", "Riga 2, colonna «Cognome»: manca il nome o il cognome"},
		"no whole name": {"Nominativo;CAP\nAnna Rossi;1\n;26100\n", "Riga 3, colonna «Nominativo»: manca il nome"},
		"a bad e-mail":  {"Nome;E-mail\nAnna;anna at example\n", "Riga 2, colonna «E-mail»: non è un indirizzo e-mail. Non è stata preparata nessuna lettera"},
		"many faults":   {"Nome;E-mail\nA;1\nB;2\nC;3\nD;4\nE;5\n", "Riga 2, colonna «E-mail»: non è un indirizzo e-mail. Le righe da correggere sono 5"},
		"below a title": {"Elenco dei clienti\n\nNome;E-mail\nA;x\n", "Riga 4, colonna «E-mail»"},
		"empty":         {"", "vuoto"},
		"too many":      {"Nome;N\n" + strings.Repeat("A;1\n", 2001), "fino a 2.000 per volta"},
	} {
		got, err := exchange.Addressees([]byte(c.text))
		if err == nil || !strings.Contains(app.Sentence(err), c.want) || got != nil {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}

// TestAddresseesOfSheet: a spreadsheet is told by its own numbers of rows.
func TestAddresseesOfSheet(t *testing.T) {
	f := excelize.NewFile()
	for i, row := range [][]any{{"Clienti"}, {}, {"Cognome", "Nome", "E-mail"}, {"Rossi", "Anna", "anna@example.it"}, {"Verdi", "Ugo", "ugo"}} {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	var data bytes.Buffer
	if err := f.Write(&data); err != nil {
		t.Fatal(err)
	}
	if _, err := exchange.Addressees(data.Bytes()); err == nil || !strings.Contains(app.Sentence(err), "Riga 5, colonna «E-mail»") {
		t.Error(err)
	}
	if err := f.SetCellValue("Sheet1", "C5", ""); err != nil {
		t.Fatal(err)
	}
	data.Reset()
	if err := f.Write(&data); err != nil {
		t.Fatal(err)
	}
	if got, err := exchange.Addressees(data.Bytes()); err != nil || len(got) != 2 || got[1].Name != "Ugo Verdi" {
		t.Errorf("%+v, %v", got, err)
	}
}

// FuzzAddressees: whatever the file, there are names or a reason, and no panic.
func FuzzAddressees(f *testing.F) {
	f.Add([]byte("Nome;Cognome\nAnna;Rossi\n"))
	f.Add([]byte("Nominativo,E-mail\n\"Rossi, Anna\",x@y.it\n"))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		list, err := exchange.Addressees(data)
		if (err == nil) != (len(list) > 0) {
			t.Errorf("%d names, error %v", len(list), err)
		}
		for _, a := range list {
			if strings.TrimSpace(a.Name) == "" {
				t.Error("somebody without a name")
			}
		}
	})
}
