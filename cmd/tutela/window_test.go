package main

import (
	"context"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"tutela/app"
)

func unescape(path string) string {
	out, err := url.PathUnescape(path)
	if err != nil {
		return path
	}
	return out
}

// TestCaseInTheWindow types the whole case of the marketing sheet into the real
// window, prints it, and looks for every value in the papers.
func TestCaseInTheWindow(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ferri noleggi àè.tutela")
	h := sit(t)
	h.start(program(t), "--data", file, "--as", "prova")

	typeOffice(h)
	typeSites(h)
	typePeople(h)
	typeTreatment(h)

	h.keys("ctrl+s")
	h.sees("Salvato alle")
	h.shot("saved")
	sheet := printSheet(h)
	register := saveRegister(h)
	h.quit()

	find(t, "the sheet", sheet, append(caseValues, sheetValues...))
	find(t, "the register", register, caseValues)
	left, err := filepath.Glob(filepath.Join(filepath.Dir(file), "*"))
	if err != nil || len(left) != 1 {
		t.Errorf("closing leaves %v, not one file", left)
	}
	checkFile(t, file)
}

// checkFile reads back what the window wrote: one treatment, its history whole,
// the papers kept, no draft left.
func checkFile(t *testing.T, file string) {
	ctx := context.Background()
	db := opened(t, file)
	defer db.Close()
	all, err := db.All(ctx, app.TreatmentForm.Type())
	if err != nil || len(all) != 1 {
		t.Fatalf("treatments: %d, %v", len(all), err)
	}
	if got := all[0].(*app.Treatment).Level().Word(); got != "Medio-basso" {
		t.Errorf("level %s", got)
	}
	if prints, err := db.Prints(ctx); err != nil || len(prints) != 2 {
		t.Errorf("prints kept: %d, %v", len(prints), err)
	}
	if drafts, err := db.Drafts(ctx); err != nil || len(drafts) != 0 {
		t.Errorf("drafts left: %v, %v", drafts, err)
	}
	if report, err := db.VerifyChain(ctx); err != nil || !report.OK() {
		t.Errorf("history: %+v, %v", report, err)
	}
}

var spaces = regexp.MustCompile(`\s+`)

// find looks for values in the text of a PDF, whatever lines they were broken into.
func find(t *testing.T, where, text string, values []string) {
	t.Helper()
	flat := spaces.ReplaceAllString(text, "")
	for _, v := range values {
		if !strings.Contains(flat, spaces.ReplaceAllString(v, "")) {
			t.Errorf("%s lacks %q", where, v)
		}
	}
}

// printSheet prints the open record on the system's printer.
func printSheet(h *hands) string {
	h.keys("ctrl+p")
	return toPrinter(h)
}

// toPrinter sends the pages that are shown to the system's printer.
func toPrinter(h *hands) string {
	h.sees("(?i)chiudi l.anteprima")
	h.shot("preview")
	h.keys("Return")
	h.sees("Fronte e retro")
	h.shot("print")
	h.keys("Tab", "Return") // the number of copies, and on
	paper := h.paper(h.printed)
	h.sees("Ufficio-2")
	h.keys("Return", "Escape")
	h.settle()
	return paper
}

// saveRegister takes the register from the menu and saves it as PDF.
func saveRegister(h *hands) string {
	h.keys("alt", "Right", "Right", "Right", "Down")
	h.settle()
	h.shot("menu")
	h.keys("Down", "Down", "Down", "Down", "Down", "Right") // past other papers, many papers, past days and the office
	h.settle()
	h.keys("Return")
	h.sees("(?i)chiudi l.anteprima")
	h.shot("register")
	for range 7 { // past page, zoom and viewer
		h.keys("Tab")
	}
	h.settle()
	h.shot("register-tab")
	h.keys("Return")
	h.sees("Nome del file")
	h.keys("ctrl+a")
	h.field("registro dell’art. 30")
	h.keys("ctrl+a")
	h.write(h.home)
	h.shot("save")
	h.keys("Return")
	h.sees("PDF salvato")
	h.keys("Return", "Escape")
	return pdfText(h.t, filepath.Join(h.home, "registro dell’art. 30.pdf"))
}

func typeOffice(h *hands) {
	h.keys(tabOffice) // past the first configuration
	h.settle()
	h.fields("Ferri Noleggi S.r.l.", "", "", "", "12345670017", "", "")
	h.fields("Via Dante 14", "26100", "Cremona", "CR", "", "", "", "", "", "", "")
	h.fields("Lucia Ferri", "", "", "") // joint controllers are a button to pass
	h.answer(1)                         // no DPO
	h.fields("", "", "", "")            // why not, matrix, originals, the patron
	h.keys("space")                     // tax codes on the sheet
	h.settle()
	h.shot("office")
	h.keys("ctrl+s")
	h.sees("Salvato alle")
}

func typeSites(h *hands) {
	h.keys("ctrl+Next", "ctrl+Next") // past the departments
	h.settle()
	for _, s := range [][]string{{"Sede legale", "legale", "Via Dante 14"}, {"Sede operativa", "operativa", "Via Bergamo 3"}} {
		h.keys("ctrl+n")
		h.settle()
		h.field(s[0])
		h.pick(s[1])
		h.fields(s[2], "26100", "Cremona", "CR")
		h.keys("ctrl+s")
		h.sees("Salvato alle")
	}
	h.shot("sites")
}

func typePeople(h *hands) {
	h.keys(tabPeople)
	for _, p := range []struct {
		fields []string
		duties []string
	}{
		{[]string{"Ferri", "Lucia", "FRRLCU79D52D150W"}, []string{"Amministratore", "Rappresentante legale", "Presidente del consiglio"}},
		{[]string{"Moretti", "Giulia", "MRTGLI93M70B157K"}, []string{"Responsabile contabile"}},
		{[]string{"Bassi", "Tommaso", "BSSTMS85S03F205V"}, []string{"Assistenza informatica"}},
	} {
		h.keys("ctrl+n")
		h.settle()
		h.fields(p.fields...)
		h.fields("", "", "", "", "", "") // kind, birth, place, e-mail, phone, address
		h.pick(p.duties...)
		h.keys("ctrl+s")
		h.sees("Salvato alle")
	}
	h.shot("people")
}

func typeTreatment(h *hands) {
	h.keys(tabTreatments, "ctrl+n")
	h.settle()
	h.field("Attività di marketing")
	h.pick("Sede legale", "Sede operativa")
	h.field("") // date of the paper sheet
	h.pick("Ferri", "Moretti", "Bassi")
	h.field("") // partners
	h.keys("space", "Tab")
	h.field("") // others
	h.field("e-mail marketing ad aziende clienti, per informarle di promozioni e sconti; perché è più comodo così")
	h.pick("raccolti direttamente")
	h.pick("attività promozionali", "gestione clienti", "informazioni commerciali", "prenotazione di servizi", "comunicazioni di cortesia", "mailing list")
	h.pick("consenso", "contratto", "obbligo legale")
	h.answer(0) // special data: yes
	h.pick("consenso")
	h.field("contratto, legge")
	h.pick("codice fiscale ed altri", "dati identificativi", "nominativo, indirizzo")
	h.field("") // criminal data
	h.pick("PMI", "imprenditori e piccoli")
	h.pick("imprese", "gestori di posta elettronica", "società e imprese")
	h.field("") // dissemination
	h.answer(0) // notice: yes
	h.fields("", "", "")
	h.answer(2)        // profiling: not needed
	h.answer(2)        // consent of minors: not needed
	h.field("")        // proof of consent
	h.keys("s", "Tab") // weekly
	h.keys("Return")   // a row of retention
	h.settle()
	h.fields("", "10", "") // of all data, 10, years
	h.keys("r", "Tab")     // from collection
	h.fields("", "")
	h.keys("Tab") // the button
	h.field("per la durata del rapporto commerciale e per dieci anni dalla raccolta")
	h.answer(0) // no transfer
	h.answer(0) // electronic
	h.pick("PC desktop")
	h.keys("Return")
	h.settle()
	h.field("PC desktop")
	h.answer(0)
	h.pick("Sede legale")
	h.field("") // system
	h.pick("Ferri", "Moretti", "Bassi")
	h.field("")
	h.pick("gestionale noleggi", "Elmac")
	h.keys("Tab", "Return")
	h.settle()
	h.field("PC desktop")
	h.answer(0)
	h.pick("Sede legale")
	h.fields("", "") // system, backup plan
	h.fields("7", "7")
	h.pick("Ferri", "Moretti", "Bassi")
	h.field("")
	h.pick("gestionale noleggi", "Almac")
	h.keys("Tab")
	h.settle()
	h.keys("2", "Return", "Tab") // unlikely
	h.settle()
	h.keys("2", "Return") // marginal
	h.keys("Tab", "Tab")  // the map
	h.sees("Medio-basso")
	h.shot("risk")
	h.fields("", "", "") // before the measures: two lists and their map
	h.field("La newsletter parte dalla piattaforma web Mailchimp.")
	h.pick("antincendio", "misure salvavita", "Non vengono effettuati backup", "Sono gestiti i backup", "anti-intrusione",
		"password degli utenti", "Data center certificato", "certificato a norma", "disaster recovery")
	h.shot("measures")
}

// caseValues are those of the case that sheet and register both print.
var caseValues = []string{
	"Ferri Noleggi S.r.l.", "Attività di marketing", "e-mail marketing ad aziende clienti", "perché è più comodo così",
	"attività promozionali", "gestione clienti", "informazioni commerciali",
	"prenotazione di servizi ed emissione biglietti (iniziative sportive, culturali, ricreative)",
	"invio di comunicazioni di cortesia e di materiale promozionale", "offerta di beni e servizi attraverso mailing list",
	"consenso (lett. a)", "contratto (lett. b)", "obbligo legale (lett. c)", "consenso esplicito", "contratto, legge",
	"codice fiscale ed altri numeri di identificazione personale (carte sanitarie)",
	"dati identificativi (ragione sociale o nome e cognome, sede, telefono, fax, e-mail, dati fiscali)",
	"nominativo, indirizzo o altri elementi di identificazione personale",
	"PMI", "imprenditori e piccoli imprenditori", "imprese", "gestori di posta elettronica", "società e imprese",
	"10 anni dalla raccolta", "per la durata del rapporto commerciale e per dieci anni dalla raccolta", "Non presente", "Medio-basso",
	"Dispositivi antincendio", "Impianto elettrico con misure salvavita", "Non vengono effettuati backup", "Sono gestiti i backup",
	"Software antivirus e anti-intrusione", "Gestione delle password degli utenti", "Data center certificato ISO 9001, 14001, 27001",
	"Impianto elettrico certificato a norma", "Procedure di disaster recovery",
}

// sheetValues are those that only the sheet prints.
var sheetValues = []string{
	"Sede legale", "Sede operativa", "raccolti direttamente", "Settimanale", "Informatica", "PC desktop", "Struttura interna",
	"FRRLCU79D52D150W", "MRTGLI93M70B157K", "BSSTMS85S03F205V",
	"Amministratore, Rappresentante legale, Presidente del consiglio di amministrazione", "Responsabile contabile", "Assistenza informatica",
	"Nessuno", "gestionale noleggi", "Elmac", "Almac", "7 giorni", "Poco probabile", "Marginali", "Mailchimp",
	"Agenti fisici", "Divulgazione non autorizzata", "Lucia Ferri",
}

// TestKillWhileTyping asks for help while typing, and comes back to what was typed; then
// pulls the plug a second after the last key: it is offered again.
func TestKillWhileTyping(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ufficio.tutela")
	h, exe := sit(t), program(t)
	h.start(exe, "--data", file, "--as", "prova")
	h.keys(tabOffice) // past the first configuration
	h.settle()
	h.write("Perché no S.n.c.")
	h.keys("Tab", "Tab", "Tab")
	h.write("0123")
	h.sees("Bozza al sicuro")
	h.keys("F1")
	h.sees("Potete smettere quando volete") // of the topic itself, not of the list
	h.shot("help")
	h.keys("Escape")
	h.sees("Perché no S.n.c.")
	h.sees("0123")
	h.kill()
	h.start(exe, "--data", file, "--as", "prova")
	h.sees("Perché no S.n.c.")
	h.sees("0123")
	h.shot("again")
	h.quit()
}

// TestSecondWindow opens the same office twice: the second start says so and
// ends, and nothing changes.
func TestSecondWindow(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ufficio.tutela")
	h, exe := sit(t), program(t)
	h.start(exe, "--data", file, "--as", "prova")
	second := h.display.Command(exe, "--data", file)
	second.Env = h.cmd.Env
	var out strings.Builder
	second.Stderr = &out
	if err := second.Start(); err != nil {
		t.Fatal(err)
	}
	h.sees("(?i)già aperto")
	h.shot("second")
	h.keys("Return")
	done := make(chan error, 1)
	go func() { done <- second.Wait() }()
	select {
	case <-done:
	case <-time.After(patience):
		t.Fatal("the second window does not end")
	}
	if !strings.Contains(out.String(), "già aperto") {
		t.Errorf("standard error: %q", out.String())
	}
	h.quit()
}

// TestRefusals starts the program on files that are no office: a sentence, and
// the file as it was.
func TestRefusals(t *testing.T) {
	exe := program(t)
	for name, content := range map[string][]byte{"garbage": []byte(strings.Repeat("non è un ufficio ", 300)), "empty": {}} {
		t.Run(name, func(t *testing.T) {
			h := sit(t)
			file := filepath.Join(t.TempDir(), "x.tutela")
			if err := os.WriteFile(file, content, 0o600); err != nil {
				t.Fatal(err)
			}
			h.start(exe, "--data", file, "--as", "prova")
			h.sees("(?i)non può aprire questo ufficio")
			h.shot("refused")
			h.keys("Return")
			if err := h.wait(); err != nil {
				t.Logf("exit: %v", err)
			}
			if after, err := os.ReadFile(file); err != nil || string(after) != string(content) {
				t.Error("the file was changed")
			}
		})
	}
}

func TestVersionNeedsNoDisplay(t *testing.T) {
	cmd := exec.Command(program(t), "--version")
	cmd.Env = []string{"HOME=" + t.TempDir()}
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.HasPrefix(string(out), "tutela ") {
		t.Errorf("%v: %s", err, out)
	}
}
