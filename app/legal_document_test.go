package app_test

import (
	"strings"
	"testing"

	"tutela/app"
)

// TestDocumentLists: the lists that the document prints hold at least what the
// specification names (6-details, 28 and 29), and say that they are working lists.
func TestDocumentLists(t *testing.T) {
	lists, err := app.LegalLists()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		app.Definitions: `trattamento; dato personale; categorie particolari; condanne e reati; titolare; contitolare; responsabile; designato;
			persona autorizzata; amministratore di sistema; RPD; interessato; destinatario; comunicazione; diffusione; dato anonimo; pseudonimizzazione;
			limitazione; profilazione; consenso; archivio; comunicazione elettronica; strumenti elettronici; rischio; misure adeguate; violazione;
			autenticazione; credenziali; parola chiave; profilo; sistema di autorizzazione`,
		app.LegalReferences: `2016/679; n. 196; n. 101; n. 5, art. 45; 27 novembre 2008; 1° marzo 2007; 13 ottobre 2008; 8 aprile 2010; n. 467; n. 146; 10 giugno 2021;
			n. 364; n. 284; n. 300; n. 81; 2023, n. 24; 9/2022; 01/2021; 01/2022; 3/2019`,
	} {
		l := lists[name]
		var all []string
		for _, e := range l.Entries {
			all = append(all, e.Label)
			if e.Help == "" {
				t.Errorf("%s: %s says nothing", name, e.Label)
			}
		}
		text := strings.ToLower(strings.Join(all, "\n"))
		for _, w := range strings.Split(want, ";") {
			if w = strings.TrimSpace(w); !strings.Contains(text, strings.ToLower(w)) {
				t.Errorf("%s: %q is missing", name, w)
			}
		}
	}
	for _, name := range []string{app.Definitions, app.LegalReferences, app.RepealedLaw} {
		if l := lists[name]; l.Dated == "" || !strings.Contains(l.Note, "non è il testo") {
			t.Errorf("%s: of when, and whose words? %+v", name, l)
		}
	}
}
