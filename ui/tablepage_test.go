package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/exchange"
)

// tablePageOf is the page of a sheet with the plan that it waits for: the test
// driver has no thread to bring it.
func tablePageOf(t *testing.T, s *Shell, text string) *tablePage {
	t.Helper()
	path := filepath.Join(t.TempDir(), "Elenco del personale.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	table, err := exchange.ReadTableFile(path, "")
	if err != nil {
		t.Fatal(err)
	}
	p := newTablePage(s, path, table, s.registerOf(table, ""))
	planned(t, p)
	return p
}

// planned waits for the plan of the page as it is now.
func planned(t *testing.T, p *tablePage) {
	t.Helper()
	p.stop()
	plan, err := planTable(context.Background(), p.shell.cfg, p.reg, p.table, p.match, p.overwrite)
	if err != nil {
		t.Fatal(err)
	}
	p.plan = plan
	p.tell()
}

// Heads in capitals: those that read as the labels do would seem untranslated.
const (
	goodSheet = "COGNOME E NOME;CF;NATO IL;MANSIONE;CELL.;MAIL;ASSUNTO IL;MATRICOLA;REPARTO\n" +
		"De Luca Anna Maria;;;Addetta alle consegne con il furgone;333 1234567;a.deluca@example.it;01/03/2021;12;Amministrazione\n" +
		"Moretti Giulia;mrtgli93m70b157k;30/08/1993;Magazziniere, Autista;;giulia.moretti@associati-di-castelleone-e-soresina.example;;13;\n" +
		"Sala Elena;;;;;elena.sala@example.it;01/10/2014;14;\nCosta Niccolò;;;;;;;15;\nVerdi Giulia;MRTGLI93M70B157K;;;;;;16;\n"
	badSheet = "COGNOME;NOME;C.F.;NATO IL;REPARTO\nMoretti;Giulia;MRTGLI93M70B157J;31/11/1993;Boh\n\"De\nLuca\";Anna;;;\nDe Luca;Anna;;5/3/90;\n;Ugo;;;\n"
)

// tableScreens are those of a sheet to be imported.
func tableScreens() []screen {
	end := func(p *tablePage) {
		for range 99 {
			p.scroll.PageDown()
		}
	}
	good := func(t *testing.T, s *Shell) *tablePage { // with names as the office has them
		one := s.world.Records(app.PersonForm.Key)[2].(*app.Person)
		text := strings.NewReplacer("Sala Elena", one.Surname+", "+one.Name, ";Amministrazione", ";", "Verdi Giulia;MRTGLI93M70B157K", "Verdi Ugo;").Replace(goodSheet)
		p := tablePageOf(t, s, text)
		if p.take.Disabled() {
			t.Error("the sheet is not taken")
		}
		return p
	}
	return []screen{
		{"sheet", func(t *testing.T, s *Shell) { good(t, s) }},
		{"sheet, page 2", func(t *testing.T, s *Shell) { good(t, s).scroll.PageDown() }},
		{"sheet, its end", func(t *testing.T, s *Shell) { end(good(t, s)) }},
		{"sheet, refused", func(t *testing.T, s *Shell) { tablePageOf(t, s, badSheet) }},
		{"sheet, refused, its end", func(t *testing.T, s *Shell) { end(tablePageOf(t, s, badSheet)) }},
		{"sheet, looked at", func(t *testing.T, s *Shell) {
			p := good(t, s)
			p.plan = nil
			p.tell()
		}},
		{"sheet, all there", func(t *testing.T, s *Shell) { tablePageOf(t, s, "SISTEMA;USERID\nNAS in magazzino;e.sala\n") }},
	}
}

// TestSheetIsTaken: what the page says is what is saved, and the window shows it.
func TestSheetIsTaken(t *testing.T) {
	s, db := openShell(t, app.Sample)
	p := tablePageOf(t, s, strings.ReplaceAll(goodSheet, "Verdi Giulia;MRTGLI93M70B157K", "Verdi Ugo;"))
	if p.reg.Key != "person" || p.take.Text() != "Aggiungi 3, aggiorna 1" || p.take.Disabled() {
		t.Fatalf("%s, %q, disabled %v:\n%s", p.reg.Key, p.take.Text(), p.take.Disabled(), texts(s.stack))
	}
	said := texts(s.stack)
	for _, want := range []string{
		"nuove 3, aggiornate 1, già uguali 1", "Colonne lasciate fuori: MATRICOLA.", "Si aggiunge agli elenchi dell’ufficio la voce «Addetta alle consegne con il furgone».",
		"De Luca Anna Maria", "Riga 2, nuova · Cognome «De Luca» · Nome «Anna Maria»", "Codice fiscale «MRTGLI93M70B157K»",
		"Riga 4, già presente: aggiornata", "Nell’ufficio dal resta «01/09/2014» (nel foglio «01/10/2014»)", "Riga 5, già presente: lasciata com’è",
		"Prendi dal foglio anche i valori diversi", "Per esempio: De Luca Anna Maria", "Niente è ancora cambiato.",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q:\n%s", want, said)
		}
	}
	taken, err := db.TakeIn(context.Background(), s.cfg.By, p.plan.Savings())
	if err != nil {
		t.Fatal(err)
	}
	s.tookTable(p.plan, taken)
	page := s.registerPage()
	if page == nil || page.reg.Key != "person" || page.open == nil || page.open.ed.Type.Title(page.open.ed.Rec) != "De Luca Anna Maria" || page.model.len() != 9 {
		t.Error("the people do not show, or not the first of those that came")
	}
	if said := texts(s.win.Canvas().Overlays().Top()); !strings.Contains(said, "Schede nuove 3, aggiornate 1, già uguali 1.") {
		t.Errorf("told %s", said)
	}
}

// TestSheetIsRefusedInWords: each problem with its place, and the button off with
// the reason beside it.
func TestSheetIsRefusedInWords(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	p := tablePageOf(t, s, badSheet)
	said := texts(s.stack)
	for _, want := range []string{
		"5 errori", "errore: Riga 2, colonna «C.F.» L'ultima lettera non torna", "Riga 2, colonna «NATO IL» Novembre ha 30 giorni.",
		"Riga 4 (riga 5 del testo), colonna «COGNOME» È la stessa scheda della riga 3", "Riga 5 (riga 6 del testo), colonna «COGNOME» Manca",
		"Finché c’è un errore non si importa niente", "Prima vanno corretti gli errori.",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q:\n%s", want, said)
		}
	}
	if !p.take.Disabled() {
		t.Error("the button is on")
	}
	p.apply() // as the keys would
	if s.front != p.object {
		t.Error("something was taken")
	}
}

// TestColumnsAreChosen: a column that was not understood is taken when it is
// chosen, another one left out, and the register may be another.
func TestColumnsAreChosen(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	p := tablePageOf(t, s, "Chi;Nome;Telefono di casa\nNeri;Ada;0372 1\n")
	if !p.take.Disabled() || !strings.Contains(texts(s.stack), "Riga 1, colonna «Cognome» Manca") {
		t.Fatal(texts(s.stack))
	}
	p.reg, _ = app.RegisterOf(s.cfg.Registers, "person")
	p.match = []string{"surname", "name", "phone"}
	p.showColumns()
	planned(t, p)
	if p.take.Disabled() || p.take.Text() != "Aggiungi 1 persona" {
		t.Errorf("%q: %s", p.take.Text(), texts(s.stack))
	}
	p.match[2] = ""
	planned(t, p)
	if !strings.Contains(texts(s.stack), "Colonne lasciate fuori: Telefono di casa.") {
		t.Error(texts(s.stack))
	}
	p.register.OnChanged("system")
	planned(t, p)
	if p.match[0] != "" || p.match[1] != "name" || p.take.Text() != "Aggiungi 1 sistema" {
		t.Errorf("as systems: %v, %q", p.match, p.take.Text())
	}
}

// TestManyRowsArePreviewed: the first ones, and how many more.
func TestManyRowsArePreviewed(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	var good, bad strings.Builder
	good.WriteString("Cognome;Nome\n")
	bad.WriteString("Cognome;Nome\n")
	for i := range 200 {
		fmt.Fprintf(&good, "Prova;Nome%d\n", i)
		fmt.Fprintf(&bad, "Prova%d;\n", i)
	}
	p := tablePageOf(t, s, good.String())
	if said := texts(s.stack); p.take.Text() != "Aggiungi 200 persone" || !strings.Contains(said, "E altre 150 righe.") || !strings.Contains(said, "Prova Nome49") || strings.Contains(said, "Prova Nome50") {
		t.Error(p.take.Text())
	}
	tablePageOf(t, s, bad.String())
	if said := texts(s.stack); !strings.Contains(said, "200 errori") || !strings.Contains(said, "E altri 180 errori.") {
		t.Error(said)
	}
}

// TestPeopleOfferASheet: where there is nobody yet, and at the foot of the list.
func TestPeopleOfferASheet(t *testing.T) {
	s, _ := openShell(t, app.Sample)
	p := registerPageOf(t, s, app.PersonForm.Key)
	if n := strings.Count(texts(p.object())+texts(p.empty()), "Importa da un foglio"); n != 2 {
		t.Errorf("offered %d times", n)
	}
	press(t, p.object(), "Importa da un foglio")
	if s.win.Canvas().Overlays().Top() == nil {
		t.Error("no file is asked for")
	}
}
