package check

import (
	"fmt"
	"strings"

	"tutela/app"
	"tutela/app/form"
)

// dpiaRules are those of the impact assessment: what a sheet owes, and what its
// record leaves open (spec 1.2, 1.5 and 1.7; artt. 35 and 36 GDPR).
func dpiaRules() []*Rule {
	key := app.DPIAForm.Key
	return []*Rule{
		rule(Rule{
			Key: "dpia-owed", Register: treatmentKey, Field: "probability", Law: "art. 35 GDPR",
			About:   "Un trattamento che deve avere la valutazione d’impatto ce l’ha, o ha scritto perché no.",
			Example: "Livello di rischio Alto, e nessuna valutazione d’impatto.",
		}, func(w World, t *app.Treatment) []hit {
			var why []string
			for _, r := range app.DPIADebt(w, t) {
				why = append(why, r.Text)
			}
			if len(why) == 0 {
				return nil
			}
			return []hit{{text: "Serve la valutazione d’impatto: " + strings.Join(why, "; ") + ". Fate l’esame preliminare nell’elenco delle valutazioni d’impatto, o scrivete lì perché non serve."}}
		}),
		rule(Rule{
			Key: "dpia-unscreened", Register: treatmentKey, Field: "profiling", Law: "art. 35(1) e (4) GDPR",
			About:   "Profilazione, minori, persone vulnerabili, riprese video e posizioni chiedono l’esame preliminare.",
			Example: "Videosorveglianza, e nessun esame preliminare.",
		}, func(w World, t *app.Treatment) []hit {
			d := app.DPIAOf(w, t.UID())
			if d != nil && d.Answered() {
				return nil
			}
			var why []string
			add := func(words string, holds bool) {
				if holds {
					why = append(why, words)
				}
			}
			add("profilazione", t.Profiling == form.Yes)
			add("dati di minori", t.MinorsConsent == form.Yes || anyEntry(w, "data-subject", t.Subjects, "minors", "yes"))
			add("dati di persone vulnerabili", anyEntry(w, "data-subject", t.Subjects, "vulnerable", "yes"))
			add("riprese video", tracks(w, t, "video"))
			add("dati di posizione", tracks(w, t, "location"))
			switch {
			case len(why) == 0:
				return nil
			case d != nil:
				return []hit{{text: fmt.Sprintf("Questo trattamento comprende %s: finite l’esame preliminare, che dice se serve la valutazione d’impatto.", listed(why))}}
			}
			return []hit{{text: fmt.Sprintf("Questo trattamento comprende %s: fate l’esame preliminare, che dice se serve la valutazione d’impatto.", listed(why))}}
		}),
		when(Rule{
			Key: "dpia-matrix-changed", Register: key, Field: "initial_probability",
			About:   "La valutazione d’impatto è fatta con la matrice che l’ufficio usa oggi.",
			Example: "Una valutazione d’impatto 5 × 5 in un ufficio che è passato alla 4 × 4.",
		}, "Questa valutazione è stata fatta con un’altra matrice: resta valida, ma rifatela con quella di oggi in una nuova scheda.", func(w World, d *app.DPIA) bool {
			if last := app.DPIAOf(w, d.Treatment); last != nil && last.UID() != d.UID() {
				return false // made again since
			}
			return d.Decision != app.DPIASkip && matrixChanged(w, d.RiskMatrix(), d.InitialProbability, d.InitialConsequence, d.ResidualProbability, d.ResidualConsequence)
		}),
		when(Rule{
			Key: "dpia-consultation", Register: key, Field: "consulted", Law: "art. 36 GDPR",
			About:   "Se il rischio resta Alto, prima di cominciare si consulta il Garante.",
			Example: "Rischio residuo Alto, e nessuna consultazione.",
		}, "Il rischio che resta è Alto: prima di cominciare va consultato il Garante, o servono altre misure.",
			func(_ World, d *app.DPIA) bool { return d.NeedsConsultation() && d.Consulted == "" }),
		when(Rule{
			Key: "dpia-level-differs", Register: key, Field: "high", Law: "art. 35(1) GDPR",
			About:   "L’esame preliminare e la scheda dicono lo stesso del livello di rischio.",
			Example: "Nell’esame preliminare il livello non è Alto, nella scheda sì.",
		}, "La scheda del trattamento dice altro sul livello di rischio: rifate l’esame preliminare, o aggiornate la scheda.",
			func(w World, d *app.DPIA) bool {
				t, ok := w.Record(treatmentKey, d.Treatment).(*app.Treatment)
				return ok && app.DPIALevelDiffers(t, d)
			}),
		when(Rule{
			Key: "dpia-review", Register: key, Field: "next", Law: "art. 35(11) GDPR",
			About:   "Una valutazione d’impatto si riesamina alla data decisa.",
			Example: "Un riesame previsto per il mese scorso.",
		}, "La data del riesame è passata: riesaminate la valutazione e scrivete la prossima data.",
			func(w World, d *app.DPIA) bool { return d.Next != "" && d.Next < w.Today() }),
	}
}

// tracks tells whether a sheet watches or follows people: by its purposes or by
// its kinds of data.
func tracks(w World, t *app.Treatment, what string) bool {
	return anyEntry(w, "purpose", purposesOf(t), "tracks", what) || anyEntry(w, "data-type", t.DataTypes, "tracks", what)
}

// clientRules are those of the processor's register (art. 30(2) GDPR).
func clientRules() []*Rule {
	key := app.ClientForm.Key
	return []*Rule{
		when(Rule{
			Key: "client-contract-ended", Register: key, Field: "contract_end", Law: "art. 28(3) GDPR",
			About:   "Il contratto con un cliente per cui si lavora ancora non è scaduto.",
			Example: "Un contratto scaduto il mese scorso, e il cliente non chiuso.",
		}, "Il contratto è scaduto: rinnovatelo, o scrivete da quando non lavorate più per questo cliente.",
			func(w World, c *app.Client) bool { return c.ContractEnd != "" && c.ContractEnd < w.Today() }),
	}
}
