package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tutela/app/vault/vaulttest"
)

// TestCheckFolder: the offices of a folder, those first that press most, with what
// cannot be read as a row; the exit status is that of what is overdue, as of one.
func TestCheckFolder(t *testing.T) {
	dir := t.TempDir()
	sealed, example := filepath.Join(dir, "Aldi.tutela"), filepath.Join(dir, "Bianchi", "ufficio.tutela")
	if err := os.Mkdir(filepath.Dir(example), 0o700); err != nil {
		t.Fatal(err)
	}
	must(t, "demo", example)
	if err := os.WriteFile(filepath.Join(dir, "rotto.tutela"), []byte("niente di buono, ma più lungo di cento byte: "+strings.Repeat("x", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	rotten := "rotto.tutela: non letto. Il file «rotto.tutela» non è il file di un ufficio, oppure è danneggiato. Scegliete un altro file, oppure ripristinate l’ultima copia di sicurezza.\n"
	out := must(t, "check", dir, "--now", "2026-11-23T15:30")
	want := "Ferramenta Bianchi S.n.c. (" + filepath.FromSlash("Bianchi/ufficio.tutela") + "): 0 scadute, 4 in settimana, "
	if !strings.HasPrefix(out, want) || !strings.HasSuffix(out, rotten) {
		t.Errorf("said\n%s", out)
	}
	for _, want := range []string{"; la prossima il 23/11/2026: Violazione 2/2026: ", "\n  in scadenza 23/11/2026 15:30: Violazione 2/2026: notificare o decidere.\n"} {
		if !strings.Contains(out, want) {
			t.Errorf("it lacks %q:\n%s", want, out)
		}
	}
	says(t, refused, "C’è una scadenza passata", "check", dir, "--now", "2026-11-23T15:31")
	status, out, _ := ctl(t, "check", dir, "--now", "2027-04-01")
	if status != refused || !strings.Contains(out, "\n  e altre ") || strings.Count(out, "\n  ") != mostUrgent+1 {
		t.Errorf("status %d:\n%s", status, out)
	}

	// A sealed one is read where its passphrase is given.
	must(t, "demo", sealed)
	phrase := phraseFile(t, vaulttest.Phrase)
	must(t, "--data", sealed, "passphrase", "--passphrase-file", phrase)
	must(t, "--data", sealed, "seal", "--passphrase-file", phrase)
	offices := func(args ...string) (list []checkOffice) {
		t.Helper()
		status, text, _ := ctl(t, append([]string{"check", dir, "--json", "--now", "2026-11-26"}, args...)...)
		if err := json.Unmarshal([]byte(text), &list); err != nil || status != refused || len(list) != 3 {
			t.Fatalf("status %d, %v:\n%s", status, err, text)
		}
		return list
	}
	list := offices()
	if o := list[0]; o.File != example || o.Overdue != 3 || o.Urgent[0].State != "overdue" || o.Urgent[0].Due != "2026-11-23" || o.Next == nil || o.Next.Due != "2026-11-27" || o.Refused != "" {
		t.Errorf("%+v", o)
	}
	if o := list[1]; o.File != sealed || !strings.HasPrefix(o.Refused, "L’ufficio «Aldi.tutela» è chiuso con la frase segreta.") || o.Urgent == nil {
		t.Errorf("%+v", o)
	}
	if o := offices("--passphrase-file", phrase)[0]; o.File != sealed || o.Overdue != 3 || o.Refused != "" {
		t.Errorf("%+v", o)
	}
	for _, o := range offices("--passphrase-file", phraseFile(t, "un’altra frase, che non è quella")) {
		if o.File == sealed && o.Refused == "" {
			t.Errorf("%+v", o)
		}
	}
	if out := must(t, "check", t.TempDir()); !strings.Contains(out, "non c’è nessun ufficio") {
		t.Errorf("of an empty folder: %q", out)
	}
	says(t, refused, "non si può leggere", "check", filepath.Join(dir, "non c’è"))
	says(t, usage, "non tutti e due", "--data", sealed, "check", dir)
}
