package papers_test

import (
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/doc"
	"tutela/app/papers"
)

// TestCredentialPapers: what each paper says, and when it is a draft.
func TestCredentialPapers(t *testing.T) {
	type change func(c *app.Credential)
	none := func(*app.Credential) {}
	for _, c := range []struct {
		name, kind string
		change     change
		has        []string
		without    []string
		draft      bool
	}{
		{"request", "credential-request", none, []string{"Persona: Sala Elena (", "Chiesta da: Bianchi Marta", "Password provvisoria consegnata il: 16/01/2024", "Chi chiede: ____ Bianchi Marta"}, []string{"dispositivo"}, false},
		{"request, not issued yet", "credential-request", func(c *app.Credential) { c.UserID, c.Issued, c.Provisional = "", "", "" }, []string{"User-ID: ____", "Attivata il: ____"}, []string{"da completare"}, false},
		{"request of nobody", "credential-request", func(c *app.Credential) { c.Person = "" }, []string{"Persona: «da completare»"}, nil, true},
		{"request that nobody makes", "credential-request", func(c *app.Credential) { c.RequestedBy = "" }, []string{"Chiesta da: «da completare»"}, nil, true},
		{"assignment", "credential-assignment", none, []string{"ogni 3 mesi, perché", "almeno 8 caratteri", "almeno 3 lettere e 2 cifre", "La persona (per ricevuta e presa visione): ____ Sala Elena", "User-ID: e.sala"}, []string{"Ricevuta del dispositivo", "ogni 6 mesi"}, false},
		{"assignment without special data", "credential-assignment", func(c *app.Credential) { c.Special = "no" }, []string{"ogni 6 mesi; ogni 3 mesi se la persona passa"}, nil, false},
		{"assignment without user-ID", "credential-assignment", func(c *app.Credential) { c.UserID = "" }, []string{"User-ID: «da completare»"}, nil, true},
		{"assignment of a device", "credential-assignment", func(c *app.Credential) {
			c.Kind, c.UserID, c.DeviceSerial, c.DeviceGiven = app.CredentialDevice, "", "SN 42", "2024-01-16"
		}, []string{"Ricevuta del dispositivo", "Numero di serie del dispositivo: SN 42", "Dispositivo restituito il: ____", "si avvisa subito: viene bloccato"}, []string{"Regole della password"}, false},
		{"new password", "password-reissue", none, []string{"Persa o dimenticata il: 03/03/2025", "La vecchia password si annulla prima"}, nil, false},
		{"new password of one that was not lost", "password-reissue", func(c *app.Credential) { c.Lost = "" }, []string{"Persa o dimenticata il: «da completare»"}, nil, true},
		{"assignment of one not issued", "credential-assignment", func(c *app.Credential) { c.Issued = "" }, []string{"Attivata il: «da completare»"}, nil, true},
		{"assignment of a device without a number", "credential-assignment", func(c *app.Credential) { c.Kind = app.CredentialDevice }, []string{"Numero di serie del dispositivo: «da completare»"}, nil, true},
		{"dates out of order", "credential-request", func(c *app.Credential) { c.Tested = "2020-01-01" }, nil, nil, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := apptest.Sample(t)
			x := app.All(d, app.CredentialForm)[0]
			c.change(x)
			expect(t, fill(t, d, c.kind, x), c.has, c.without, c.draft)
		})
	}
}

// TestAssignmentBlank has the rules of both kinds, with room to write.
func TestAssignmentBlank(t *testing.T) {
	p, _ := papers.Find(papers.All(app.Registers()), "credential-assignment")
	expect(t, p.Empty(apptest.Sample(t)), []string{"Regole della password", "Ricevuta del dispositivo", "ogni 6 mesi; ogni 3 mesi per chi"}, []string{"da completare", "{"}, false)
}

// TestReissueFits: it is offered where something was lost.
func TestReissueFits(t *testing.T) {
	p, _ := papers.Find(papers.All(app.Registers()), "password-reissue")
	if p.Fits(&app.Credential{}) || p.Fits(&app.Credential{Kind: app.CredentialDevice, Lost: "2026-01-01"}) || !p.Fits(&app.Credential{Lost: "2026-01-01"}) {
		t.Error("it fits what was not lost, or not what was")
	}
}

// TestExtraordinaryAccess: each step that is missing stands out and makes a draft.
func TestExtraordinaryAccess(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(x *app.ExtraAccess)
		has    string
		draft  bool
	}{
		{"whole", func(*app.ExtraAccess) {}, "| Accesso dato per un tempo | 14/07/2026 / fino al 15/07/2026 | Bianchi Marta", false},
		{"not told", func(x *app.ExtraAccess) { x.Told = "" }, "Persona assente avvisata | da fare", true},
		{"not changed", func(x *app.ExtraAccess) { x.Changed = "" }, "Password cambiata dalla persona | da fare", true},
		{"out of order", func(x *app.ExtraAccess) { x.Changed = "2026-07-13" }, "", true},
		{"why not said", func(x *app.ExtraAccess) { x.Reason = "" }, "Perché non si può aspettare: «da completare»", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := apptest.Sample(t)
			x := app.All(d, app.ExtraAccessForm)[0]
			c.change(x)
			expect(t, fill(t, d, "extraordinary-access", x), []string{c.has}, nil, c.draft)
		})
	}
}

// TestAccessAttempts: the oldest first; who was not told makes a draft; none is
// said.
func TestAccessAttempts(t *testing.T) {
	m := apptest.NewMemory(apptest.Now)
	if err := app.Sample(m.Save); err != nil {
		t.Fatal(err)
	}
	older := &app.AccessAttempt{On: "2026-01-02", What: "Porta forzata"}
	if err := m.Save(app.AccessAttemptForm.Type(), older); err != nil {
		t.Fatal(err)
	}
	expect(t, fill(t, m.Dossier(t), "access-attempts", nil), []string{"1 | 02/01/2026 | – | – | Porta forzata | – | da dire {warn} | –\n2 | 03/09/2026"}, nil, true)
	m.Records[app.AccessAttemptForm.Key] = nil
	expect(t, fill(t, m.Dossier(t), "access-attempts", nil), []string{"Nessun tentativo di accesso è stato registrato."}, nil, false)
}

// TestNoPaperHasRoomForAPassword: what is filled in is never a password.
func TestNoPaperHasRoomForAPassword(t *testing.T) {
	for _, kind := range []string{"credential-request", "credential-assignment", "password-reissue", "extraordinary-access", "access-attempts"} {
		p, ok := papers.Find(papers.All(app.Registers()), kind)
		if !ok {
			t.Fatal(kind)
		}
		for _, b := range p.Empty(apptest.Sample(t)).Blocks {
			f, _ := b.(doc.Fields)
			for _, e := range f.Entries {
				if e.Label == "Password" || e.Label == "Parola chiave" || e.Label == "PIN" {
					t.Errorf("%s asks for it: %s", kind, e.Label)
				}
			}
		}
	}
}
