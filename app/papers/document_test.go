package papers

import (
	"regexp"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/doc"
	"tutela/app/wording"
)

// documentTitles are the 75 sections, with their chapters (spec 7).
const documentTitles = `
1 Il documento
1.1 Stato delle revisioni · 1.2 Perché l’ufficio lo adotta · 1.3 Dati, strumenti e persone a cui si applica · 1.4 Norme e provvedimenti vigenti · 1.5 Il titolare del trattamento · 1.6 Chi decide per il titolare · 1.7 Basi giuridiche e interesse pubblico · 1.8 Significato dei termini · 1.9 Allegati e modelli · 1.10 Principi e protezione fin dalla progettazione · 1.11 Copie controllate e prese visione
2 Ruoli, compiti e nomine
2.1 Titolare · 2.2 Designato alla sicurezza · 2.3 Designati a singoli trattamenti · 2.4 Amministratori di sistema · 2.5 Custodi delle credenziali · 2.6 Addetti alle copie di sicurezza · 2.7 Custodi di aree e locali · 2.8 Persone autorizzate al trattamento · 2.9 Responsabile della protezione dei dati · 2.10 Squadra per le violazioni · 2.11 Regole comuni alle nomine e persone in carica
3 Trattamenti con strumenti elettronici
3.1 Autenticazione informatica · 3.1.1 Accesso riservato a chi ha credenziali · 3.1.2 Tipi di credenziale · 3.1.3 Segretezza e custodia · 3.1.4 Regole della parola chiave · 3.1.5 Richiesta, consegna e disattivazione · 3.1.6 Postazioni senza presidio · 3.1.7 Accesso in assenza della persona · 3.2 Autorizzazioni sugli archivi · 3.3 Operazioni vietate senza permesso · 3.4 Riesame del documento · 3.5 Che cosa si tratta, dove e con che cosa · 3.5.1 Sedi, strutture e locali · 3.5.2 Archivi e banche dati · 3.5.3 Sistemi e apparati · 3.6 Compiti e persone: elenchi e verifiche · 3.7 Analisi dei rischi · 3.7.1 Apparati e collegamenti · 3.7.2 Sistemi operativi e programmi · 3.7.3 Persone, ambiente e altri rischi · 3.8 Copie di sicurezza: criteri e istruzioni · 3.9 Protezione di aree e locali · 3.10 Formazione · 3.11 Trattamenti affidati all’esterno · 3.11.1 Inventario dei fornitori · 3.11.2 Come si scelgono · 3.11.3 Responsabili del trattamento · 3.11.4 Titolari autonomi · 3.12 Cautele ulteriori per dati particolari e giudiziari · 3.12.1 Difesa dagli accessi abusivi · 3.12.2 Custodia dei supporti rimovibili · 3.12.3 Riuso, cancellazione e distruzione dei supporti · 3.12.4 Ripristino di dati e sistemi · 3.13 Tecnici esterni e relazione annuale · 3.14 Registro dei trattamenti · 3.15 Valutazione d’impatto · 3.16 Trasferimenti fuori dallo Spazio economico europeo · 3.17 Conservazione e cancellazione
4 Trattamenti senza strumenti elettronici
4.1 Chi è ammesso agli archivi cartacei · 4.2 Regole per documenti e telefono · 4.3 Copie, consegne e distruzione · 4.4 Accesso agli archivi e ingressi fuori orario
5 Diritti dell’interessato
5.1 Quali diritti · 5.2 Limiti e casi particolari · 5.3 Come si presenta una richiesta · 5.4 Come e quando risponde l’ufficio · 5.5 Informative e consenso
6 Controlli e violazioni
6.1 Responsabile dei controlli · 6.2 Frequenza e verbali · 6.3 Misure in essere e piano di adeguamento · 6.4 Violazioni dei dati personali
7 Impegno e firma
7.1 Dichiarazione del titolare · 7.2 Luogo, data certa, firma e custodia dell’originale`

// TestSections: the sections are those of the specification, in order. A chapter
// that has an opening has all of its sections.
func TestSections(t *testing.T) {
	written := map[string]bool{}
	for _, s := range Sections() {
		written[s.Number] = true
	}
	var want []string
	count := 0
	for _, title := range regexp.MustCompile(`\n| · `).Split(strings.TrimSpace(documentTitles), -1) {
		if strings.Contains(strings.Fields(title)[0], ".") {
			count++
		}
		if chapter, _, _ := strings.Cut(strings.Fields(title)[0], "."); written[chapter] {
			want = append(want, title)
		}
	}
	if count != 75 {
		t.Errorf("%d titles, not 75", count)
	}
	var got []string
	for _, s := range Sections() {
		got = append(got, s.Number+" "+s.Title)
	}
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("sections:\n%s\nwanted:\n%s", g, w)
	}
}

// TestDocumentNames: every place, case and part that a text names is there, and
// every part is named.
func TestDocumentNames(t *testing.T) {
	texts, err := wording.Texts()
	if err != nil {
		t.Fatal(err)
	}
	a := newAccountability(&writer{d: apptest.Sample(t)})
	places, cases, parts := a.documentPlaces(), a.documentCases(), documentParts()
	used := map[string]bool{}
	place := regexp.MustCompile(`[{}]+[^{} ]*[{}]*`)
	for _, s := range texts {
		for _, p := range s.Parts {
			if _, known := cases[p.When]; p.When != "" && !known {
				t.Errorf("%s: there is no case {{se %s}}", s.Number, p.When)
			}
			if p.Insert != "" {
				used[p.Insert] = true
				if parts[p.Insert].build == nil {
					t.Errorf("%s: there is no part {{%s}}", s.Number, p.Insert)
				}
			}
			words := doc.Text(doc.Document{Blocks: p.Words})
			for _, found := range place.FindAllString(words, -1) {
				if _, known := places[strings.Trim(found, "{}")]; !known || found != "{"+strings.Trim(found, "{}")+"}" {
					t.Errorf("%s: there is no place %s", s.Number, found)
				}
			}
			if strings.ContainsAny(words, "'\"`") {
				t.Errorf("%s: typewriter quotes:\n%s", s.Number, words)
			}
		}
	}
	for name := range parts {
		if !used[name] {
			t.Errorf("no text names the part {{%s}}", name)
		}
	}
	for name, text := range places {
		if strings.TrimSpace(text) == "" {
			t.Errorf("the place {%s} is empty", name)
		}
	}
}

// TestModels: no model of section 1.9 is taken for an annex of the document.
func TestModels(t *testing.T) {
	for _, title := range models() {
		if strings.HasPrefix(title, "Allegato ") || strings.HasPrefix(title, "UPD B") {
			t.Errorf("«%s» is among the models", title)
		}
	}
	if n := len(models()); n < 50 {
		t.Errorf("%d models", n)
	}
}

// TestEveryNameMayBeUsed: an office may write every place, case and part that the
// document knows, and no other.
func TestEveryNameMayBeUsed(t *testing.T) {
	d := apptest.Sample(t)
	a := newAccountability(&writer{d: d})
	own := func(text string) *app.DocumentText {
		return &app.DocumentText{Section: "1.2", How: app.TextAdded, Text: text}
	}
	for name := range a.documentPlaces() {
		if p := app.DocumentTextForm.Type().Problems(own("Uno {" + name + "}.")); len(p) > 0 {
			t.Errorf("{%s}: %v", name, p)
		}
	}
	known, places, cases, parts := wording.Known(), a.documentPlaces(), a.documentCases(), documentParts()
	for name := range known.Places {
		if places[name] == "" {
			t.Errorf("an office may write {%s}, which is no place", name)
		}
	}
	for name := range known.Cases {
		if _, ok := cases[name]; !ok {
			t.Errorf("an office may write {{se %s}}, which is no case", name)
		}
	}
	for name := range known.Parts {
		if parts[name].build == nil {
			t.Errorf("an office may write {{%s}}, which is no part", name)
		}
	}
}
