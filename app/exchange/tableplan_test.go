package exchange_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/catalogue"
	"tutela/app/exchange"
	"tutela/app/form"
)

// officeOf is the example office as an import sees it.
func officeOf(t testing.TB) exchange.TableOffice {
	d := apptest.Sample(t)
	return exchange.TableOffice{Dossier: d, Owner: func(_ context.Context, typ *form.Type, f *form.Field, value string) (string, error) {
		for _, rec := range d.Records(typ.Key) {
			if catalogue.Fold(f.Edit(rec)) == catalogue.Fold(value) {
				return typ.Field(f.Once).Edit(rec), nil
			}
		}
		if value == "ex.collega" { // of a record that is gone
			return "00000000-0000-7000-8000-999999999999", nil
		}
		return "", nil
	}}
}

func planOf(t testing.TB, register, text string, overwrite bool) *exchange.TablePlan {
	t.Helper()
	return planOfSheet(t, register, []byte(text), overwrite)
}

func planOfSheet(t testing.TB, register string, data []byte, overwrite bool) *exchange.TablePlan {
	t.Helper()
	table, err := exchange.ReadTable(data, "")
	if err != nil {
		t.Fatal(err)
	}
	reg, _ := app.RegisterOf(app.Registers(), register)
	p, err := exchange.PlanTable(context.Background(), officeOf(t), reg, table, exchange.Match(reg.Type, table.Head), overwrite)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// fates tells what becomes of the rows, in one line.
func fates(p *exchange.TablePlan) string {
	var out []string
	for _, r := range p.Rows {
		said := fmt.Sprintf("%d %s %s", r.Row, []string{"new", "filled", "same", "wrong"}[r.Fate], r.Title)
		for _, told := range r.Told {
			switch {
			case told.Kept:
				said += fmt.Sprintf(", %s stays %s not %s", told.Field.Key, told.Was, told.Words)
			case r.Fate == exchange.Filled:
				said += fmt.Sprintf(", %s is %s was %s", told.Field.Key, told.Words, told.Was)
			}
		}
		out = append(out, said)
	}
	return strings.Join(out, "\n")
}

func problems(p *exchange.TablePlan) string {
	var out []string
	for _, x := range p.Problems {
		out = append(out, x.String())
	}
	return strings.Join(out, "\n")
}

func TestPlanOfPeople(t *testing.T) {
	for _, c := range []struct {
		name, text string
		overwrite  bool
		want       string
	}{
		{"new", "Cognome;Nome;CF;Nato il;Mansione\nMoretti;Giulia;mrt gli 93m70 b157k;30.8.93;Magazziniere, Addetta alle consegne", false, "2 new Moretti Giulia"},
		{"by the code, what is empty is filled", "Cognome;Nome;CF;E-mail\nSALA;Elena;slalne88a61f205m;e.sala@x.it", false, "2 filled Sala Elena, email is e.sala@x.it was "},
		{"by name, nothing says otherwise", "Cognome;Nome\nsala;elena\nCosta;Niccolo", false, "2 same Sala Elena\n3 same Costa Niccolò"},
		{"another of the same name", "Cognome;Nome;Nato il\nSala;Elena;22/01/1988", false, "2 new Sala Elena"},
		{"the same day", "Cognome;Nome;Nato il\nSala;Elena;21/01/1988", false, "2 same Sala Elena"},
		{"what is there stays", "Cognome;Nome;Assunto il\nSala;Elena;01/10/2014", false, "2 same Sala Elena, start stays 01/09/2014 not 01/10/2014"},
		{"unless told", "Cognome;Nome;Assunto il\nSala;Elena;01/10/2014", true, "2 filled Sala Elena, start is 01/10/2014 was 01/09/2014"},
		{"duties are added, not taken", "Cognome;Nome;Mansioni\nSala;Elena;Cassiere", true, "2 filled Sala Elena, duties is Cassiere was Addetto alla contabilità"},
		{"a duty that is there", "Cognome;Nome;Mansioni\nSala;Elena;addetto alla contabilita", false, "2 same Sala Elena"},
		{"in one column", "Cognome e nome;CF\nDe Luca Anna Maria;\nMoretti Giulia;MRTGLI93M70B157K\nSala Elena;", false, "2 new De Luca Anna Maria\n3 new Moretti Giulia\n4 same Sala Elena"},
		{"days as spreadsheets keep them", "Cognome;Nome;Nato il;Assunto il\nSala;Elena;32163;2014-09-01 00:00:00", false, "2 same Sala Elena"},
		{"unit, superior, kind", "Cognome;Nome;Reparto;Superiore;Rapporto\nSala;Elena;amministrazione;Marta Bianchi;dipendente", false, "2 filled Sala Elena, unit is Amministrazione was , superior is Bianchi Marta was "},
	} {
		p := planOf(t, "person", c.text, c.overwrite)
		if got := fates(p); got != c.want || len(p.Problems) > 0 {
			t.Errorf("%s:\ngot  %s\nwant %s\n%s", c.name, got, c.want, problems(p))
		}
	}
}

func TestPlanTellsAllThatIsWrong(t *testing.T) {
	for _, c := range []struct{ name, register, text, want string }{
		{"a missing column", "person", "Nome;CF\nMario;\n", "Riga 1, colonna «Cognome»: Manca: senza questa colonna"},
		{"a wrong code in row 7", "person", "Cognome;Nome;Codice fiscale\na;b;\nc;d;\ne;f;\ng;h;\ni;l;\nMoretti;Giulia;MRTGLI93M70B157J\n", "Riga 7, colonna «Codice fiscale»: L'ultima lettera non torna"},
		{"below a value of two lines", "person", "Cognome;Nome;Note;CF\na;b;\"uno\ndue\";\nMoretti;Giulia;;X\n", "Riga 3 (riga 4 del testo), colonna «CF»: Il codice fiscale ha un solo carattere"},
		{"twice in the sheet, by code", "person", "Cognome;Nome;CF\nMoretti;Giulia;MRTGLI93M70B157K\nMoretti;Giulia Anna;mrtgli93m70b157k\n", "Riga 3, colonna «CF»: È la stessa scheda della riga 2: «Moretti Giulia Anna»."},
		{"twice in the sheet, by name", "person", "Cognome;Nome;CF\nMoretti;Giulia;MRTGLI93M70B157K\nmoretti;giulia;\n", "Riga 3, colonna «Cognome»: È la stessa scheda della riga 2"},
		{"twice the same of the office", "person", "Cognome;Nome;CF\nSala;Elena;\nSala;E.;SLALNE88A61F205M\n", "Riga 3, colonna «CF»: È la stessa scheda della riga 2"},
		{"no name", "person", "Cognome;Nome;Tel\n;Mario;1\n", "Riga 2, colonna «Cognome»: Manca"},
		{"a day that is none", "person", "Cognome;Nome;Nato il\na;b;31/11/1990\n", "Riga 2, colonna «Nato il»: Novembre ha 30 giorni."},
		{"a formula", "person", "Cognome;Nome;Tel\na;b;#N/D\n", "colonna «Tel»: La formula del foglio dà un errore"},
		{"no such unit", "person", "Cognome;Nome;Reparto\na;b;Boh\n", "Riga 2, colonna «Reparto»: «Boh» non si trova nel registro «Reparti»"},
		{"no such choice", "person", "Cognome;Nome;Rapporto\na;b;boh\n", "Riga 2, colonna «Rapporto»: «boh» non è fra le scelte"},
		{"his own superior", "person", "Cognome;Nome;Superiore\na;b;a b\n", "non può essere il superiore di se stessa"},
		{"in a ring", "person", "Cognome;Nome;Superiore\na;b;c d\nc;d;e f\ne;f;a b\n", "Riga 2: Le righe rimandano l’una all’altra in tondo"},
		{"one word for two", "person", "Nominativo\nRossi\n", "Riga 2, colonna «Nominativo»: Non si capisce dove finisce il cognome"},
		{"no own entries", "system", "Nome;Tipo\nPC;astronave\n", "Riga 2, colonna «Tipo»: «astronave» non è una voce dell’elenco «Tipo»."},
		{"no such person", "credential", "Persona;Sistema;User-ID\nNessuno;NAS in magazzino;x\n", "Riga 2, colonna «Persona»: «Nessuno» non si trova nel registro «Persone»"},
		{"a user-ID of another", "credential", "Persona;Sistema;User-ID\nSala Elena;NAS in magazzino;M.BIANCHI\n", "Riga 2, colonna «User-ID»: «M.BIANCHI» è di Bianchi Marta, e non passa mai di mano"},
		{"of somebody who is gone", "credential", "Persona;Sistema;User-ID\nSala Elena;NAS in magazzino;ex.collega\n", "«ex.collega» fu dato a un altro"},
		{"the same for two, here", "credential", "Persona;Sistema;User-ID\nSala Elena;NAS in magazzino;nuovo\nRicci Davide;PC amministrazione;Nuovo\n", "Riga 3, colonna «User-ID»: «Nuovo» è già di un altro alla riga 2"},
	} {
		if got := problems(planOf(t, c.register, c.text, false)); !strings.Contains(got, c.want) {
			t.Errorf("%s: said %q, want %q", c.name, got, c.want)
		}
	}
}

// TestAllProblemsAtOnce: none hides another, and all keep the whole out.
func TestAllProblemsAtOnce(t *testing.T) {
	p := planOf(t, "person", "Cognome;Nome;CF;Nato il;E-mail\na;b;X;31/11/1990;c@d\ng;h;;;\n;i;;;x\n", false)
	if len(p.Problems) != 5 || p.Count(exchange.Faulty) != 2 || p.Count(exchange.Fresh) != 1 {
		t.Errorf("%s\n%s", problems(p), fates(p))
	}
	if err := p.Refused(); err == nil || !strings.Contains(app.Sentence(err), "Niente è stato importato") {
		t.Error(err)
	}
	many := planOf(t, "person", "Cognome;Nome\n"+strings.Repeat("a;\n", 150), false).Refused().(*exchange.TableRefusal).Lines()
	if len(many) != exchange.MostProblems+2 || many[exchange.MostProblems] != "E altri 50 errori." {
		t.Errorf("%d lines, %s", len(many), many[exchange.MostProblems])
	}
}

// TestColumnsChosenByHand: the same field from two columns is refused.
func TestColumnsChosenByHand(t *testing.T) {
	table, err := exchange.ReadTable([]byte("a;b;c\n1;2;3\n"), "")
	if err != nil {
		t.Fatal(err)
	}
	reg, _ := app.RegisterOf(app.Registers(), "person")
	for _, c := range []struct {
		match []string
		want  string
	}{
		{[]string{"surname", "name", "name"}, "Riga 1, colonna «c»: Un’altra colonna è già presa per lo stesso campo."},
		{[]string{"surname", "name", exchange.NameFirst}, "Riga 1, colonna «c»: Un’altra colonna"},
		{[]string{"", "", ""}, "Nessuna colonna è presa per un campo."},
		{[]string{"surname", "", ""}, "Riga 1, colonna «Nome»: Manca: senza"},
		{[]string{"surname", "name", "phone"}, ""},
	} {
		p, err := exchange.PlanTable(context.Background(), officeOf(t), reg, table, c.match, false)
		if err != nil {
			t.Fatal(err)
		}
		if got := problems(p); !strings.Contains(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%v: said %q", c.match, got)
		}
	}
}

// TestLastTimes: a later last use takes the place of the one there, an earlier one
// does not (decision A23).
func TestLastTimes(t *testing.T) {
	rec := officeOf(t).Records("credential")[0].(*app.Credential)
	used := max(rec.LastUse, rec.Issued)
	o := officeOf(t)
	line := func(d form.Date) string {
		return "Sistema;User-ID;Ultimo uso\n" + o.Ref("system", rec.System) + ";" + strings.ToUpper(rec.UserID) + ";" + d.String() + "\n"
	}
	if p := planOf(t, "credential", line(used.AddDays(1)), false); p.Count(exchange.Filled) != 1 || p.Rows[0].Rec.(*app.Credential).LastUse != used.AddDays(1) {
		t.Error(fates(p), problems(p))
	}
	if p := planOf(t, "credential", line(used), false); rec.LastUse != "" && p.Count(exchange.Same) != 1 {
		t.Error(fates(p), problems(p))
	}
	if p := planOf(t, "credential", line(used.AddDays(-1)), false); rec.LastUse != "" && p.Count(exchange.Same) != 1 {
		t.Error(fates(p), problems(p))
	}
}

// TestSavedInTheOrderOfReferences: entries first, each row after its superior,
// and of those records alone that change.
func TestSavedInTheOrderOfReferences(t *testing.T) {
	p := planOf(t, "person", "Cognome;Nome;Superiore;Mansioni\na;b;c d;Fornaio\nSala;Elena;a b;Fornaia\nc;d;e f;fornaio, Cassiere\ne;f;Marta Bianchi;\nCosta;Niccolò;;Guida alpina\n", false)
	if len(p.Problems) > 0 {
		t.Fatal(problems(p))
	}
	var got []string
	for _, s := range p.Savings() {
		got = append(got, s.Type.Key+" "+s.Type.Title(s.Rec))
	}
	want := []string{"catalog_entry Fornaio", "person e f", "person c d", "person a b", "person Sala Elena"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestColumnsLeftOut are told, where something stands in them.
func TestColumnsLeftOut(t *testing.T) {
	p := planOf(t, "person", "Cognome;Nome;Matricola;Taglia;\na;b;12;;x\n", false)
	if got := strings.Join(p.Left(), ", "); got != "Matricola, E" {
		t.Errorf("left out: %s", got)
	}
}

// TestRegistersWithoutAKey: the same sheet again adds nothing.
func TestRegistersWithoutAKey(t *testing.T) {
	d := officeOf(t)
	for _, r := range app.Registers() {
		if r.Single || len(d.Records(r.Key)) == 0 {
			continue
		}
		var head, cells []string
		rec := d.Records(r.Key)[0]
		for _, f := range exchange.Importable(r.Type) {
			if words := f.Words(rec, d); len(words) > 0 && f.Kind != form.KList && f.Kind != form.KLong && f.Kind != form.KInt {
				head, cells = append(head, f.Key), append(cells, `"`+strings.ReplaceAll(strings.Join(words, ";"), `"`, `""`)+`"`)
			}
		}
		p := planOf(t, r.Key, strings.Join(head, ",")+"\n"+strings.Join(cells, ",")+"\n", false)
		if p.Count(exchange.Same) != 1 {
			t.Errorf("%s: %s\n%s", r.Key, fates(p), problems(p))
		}
	}
}

func FuzzPlanTable(f *testing.F) {
	f.Add("Cognome;Nome;CF\nMoretti;Giulia;MRTGLI93M70B157K\n")
	f.Add("Cognome e nome;Nato il;Mansioni;Superiore\nDe Luca Anna;32163;a, b;Sala Elena\n")
	f.Add("surname,name,duties,superior,birth,start\na,b,\"c;d\",a b,1/1/1,x\n")
	o := officeOf(f)
	reg, _ := app.RegisterOf(app.Registers(), "person")
	f.Fuzz(func(t *testing.T, text string) {
		table, err := exchange.ReadTable([]byte(text), "")
		if err != nil {
			return
		}
		p, err := exchange.PlanTable(context.Background(), o, reg, table, exchange.Match(reg.Type, table.Head), len(text)%2 == 0)
		if err != nil {
			t.Fatal(err)
		}
		if p.Refused() != nil {
			return
		}
		for _, r := range p.Rows {
			if r.Fate == exchange.Faulty || r.Rec == nil {
				t.Fatalf("a faulty row without a word: %+v", r)
			}
			for _, x := range reg.Problems(r.Rec) {
				if x.Gravity == form.Wrong && r.Fate != exchange.Same {
					t.Fatalf("row %d would be saved wrong: %+v", r.Row, x)
				}
			}
		}
	})
}
