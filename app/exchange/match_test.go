package exchange

import (
	"slices"
	"strings"
	"testing"

	"tutela/app"
)

func TestMatch(t *testing.T) {
	for head, want := range map[string]string{
		"Cognome;NOME;C.F.;cod. fisc.;Nato il;Data di nascita":     "surname;name;tax_code;;birth;",
		"cognome e nome;CF;nato/a il;Nato a;MANSIONE;Tel.;E-Mail":  SurnameFirst + ";tax_code;birth;birth_place;duties;phone;email",
		"Nome e cognome;Cellulare;mail;Assunto il;Matricola;":      NameFirst + ";phone;email;start;;",
		"surname;name;tax_code;birth;duties;unit;superior;start":   "surname;name;tax_code;birth;duties;unit;superior;start",
		"Reparto;Superiore;Rapporto;Fino al;Perché;Note;Indirizzo": "unit;superior;kind;end;end_reason;note;address",
	} {
		if got := strings.Join(Match(app.PersonForm.Type(), strings.Split(head, ";")), ";"); got != want {
			t.Errorf("%s: got %s, want %s", head, got, want)
		}
	}
	head := "Persona;Sistema;Codice utente;Ultimo accesso"
	if got := strings.Join(Match(app.CredentialForm.Type(), strings.Split(head, ";")), ";"); got != "person;system;user_id;last_use" {
		t.Errorf("%s: got %s", head, got)
	}
}

// TestSynonymsAreOfUse: each is of a field that there is, is written as it is
// compared, and says nothing that the label says.
func TestSynonymsAreOfUse(t *testing.T) {
	fields, once := map[string]bool{}, map[string]string{}
	for _, r := range app.Registers() {
		for _, f := range Importable(r.Type) {
			fields[f.Key], fields[r.Key+"."+f.Key] = true, true
			for _, name := range slices.Concat(synonyms[r.Key+"."+f.Key]) {
				if name == compact(f.Label) || name == compact(f.Key) {
					t.Errorf("%s.%s: %s is its label or key", r.Key, f.Key, name)
				}
				if other := once[r.Key+" "+name]; other != "" {
					t.Errorf("%s: %s is %s and %s", r.Key, name, other, f.Key)
				}
				once[r.Key+" "+name] = f.Key
			}
		}
	}
	for key, names := range synonyms {
		if !fields[key] {
			t.Errorf("no register has %s", key)
		}
		for _, name := range names {
			if compact(name) != name {
				t.Errorf("%s: %s is never met", key, name)
			}
		}
	}
}

func TestGuess(t *testing.T) {
	for head, want := range map[string]string{
		"Cognome;Nome;Mansione": "person", "Nominativo;CF": "person", "Sistema;User-ID;Ultimo uso": "credential",
		"Nome;Numero di serie;Sistema operativo": "system", "Boh;Mah": "non si capisce", "Note": "può essere di più registri",
		"Denominazione;Partita IVA o codice fiscale;Contratto": "supplier",
	} {
		got, err := Guess(app.Registers(), &Table{Head: strings.Split(head, ";")})
		if said := app.Sentence(err); err == nil && got.Key != want || err != nil && !strings.Contains(said, want) {
			t.Errorf("%s: got %v, %v", head, got.Type, err)
		}
	}
}

func TestSplitName(t *testing.T) {
	for _, c := range []struct {
		whole     string
		nameFirst bool
		code      string
		want      string
	}{
		{"Rossi Mario", false, "", "Rossi|Mario"},
		{"De Luca Anna Maria", false, "", "De Luca|Anna Maria"},
		{"D'Alò Niccolò", false, "", "D'Alò|Niccolò"},
		{"D’ Alò Niccolò", false, "", "D’ Alò|Niccolò"},
		{"Della Valle Gianluca", false, "", "Della Valle|Gianluca"},
		{"Lo Presti Sara", false, "", "Lo Presti|Sara"},
		{"DE LA CRUZ Ana", false, "", "DE LA CRUZ|Ana"},
		{"Rossi, Mario", false, "", "Rossi|Mario"},
		{"Bianchi Conti, Anna", true, "", "Bianchi Conti|Anna"},
		{"Anna Maria De Luca", true, "", "De Luca|Anna Maria"},
		{"Mario Rossi", true, "", "Rossi|Mario"},
		{"Moretti Giulia", true, "MRTGLI93M70B157K", "Moretti|Giulia"}, // the code knows better
		{"Giulia Moretti", false, "MRTGLI93M70B157K", "Moretti|Giulia"},
		{"Moretti Giulia Anna", false, "MRTGLI93M70B157K", "Moretti|Giulia Anna"},
		{"Rossi", false, "", ""},
		{"De Luca", false, "", ""},
		{"", false, "", ""},
		{"Rossi, Mario, Anna", false, "", ""},
	} {
		surname, name, ok := splitName(c.whole, c.nameFirst, c.code)
		got := surname + "|" + name
		if !ok {
			got = ""
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.whole, got, c.want)
		}
	}
}
