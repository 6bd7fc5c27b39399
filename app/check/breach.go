package check

import (
	"fmt"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/breach"
	"tutela/app/catalogue"
	"tutela/app/form"
)

// preliminaryDays is after how many days a preliminary notification that nothing
// followed is told: the law says without undue delay, the days are ours.
const preliminaryDays = 30

// breachRules are those of the breaches (spec 2; 6-details, decisions A3 to A5).
func breachRules() []*Rule {
	return slices.Concat(breachClockRules(), breachDecisionRules(), breachCourseRules())
}

// breachClockRules read the 72 hours.
func breachClockRules() []*Rule {
	key := app.BreachForm.Key
	return []*Rule{
		rule(Rule{
			Key: "breach-clock-late", Register: key, Field: "aware", Law: breach.TermLaw,
			About:   "Entro 72 ore da quando il titolare lo sa, si notifica al Garante o si scrive perché no.",
			Example: "Una violazione saputa quattro giorni fa, senza notifica e senza motivo.",
		}, func(w World, b *app.Breach) []hit {
			c := b.Clock(w.Instant())
			if c.State != breach.ClockLate || b.Closed != "" {
				return nil
			}
			return []hit{{text: fmt.Sprintf("Le 72 ore sono finite %s: notificate subito, con i motivi del ritardo, o scrivete perché non si notifica.", breach.When(c.Deadline))}}
		}),
		rule(Rule{
			Key: "breach-clock-soon", Register: key, Field: "aware", Law: breach.TermLaw,
			About:   "Quando mancano meno di 24 ore al termine di 72, si decide.",
			Example: "Una violazione saputa due giorni e mezzo fa, senza notifica.",
		}, func(w World, b *app.Breach) []hit {
			c := b.Clock(w.Instant())
			if c.State != breach.ClockRunning || c.Band == breach.BandGreen || b.Closed != "" {
				return nil
			}
			return []hit{{text: fmt.Sprintf("Mancano %s alla fine delle 72 ore (%s): si può mandare anche una notifica preliminare.", c.Words(), breach.When(c.Deadline))}}
		}),
		rule(Rule{
			Key: "breach-preliminary", Register: key, Field: "notifications", Law: "art. 33(4) GDPR",
			About:   "Una notifica preliminare si integra senza ulteriore ritardo.",
			Example: "Una notifica preliminare di due mesi fa, a cui non è seguito altro.",
		}, func(w World, b *app.Breach) []hit {
			if len(b.Notifications) == 0 {
				return nil
			}
			last := b.Notifications[len(b.Notifications)-1]
			day := form.DateOf(last.Sent.Time)
			if last.Phase != app.PhasePreliminary || last.Sent.IsZero() || day.AddDays(preliminaryDays) >= w.Today() {
				return nil
			}
			return []hit{{text: fmt.Sprintf("La notifica preliminare è del %s e non è stata integrata: completatela, o scrivete quando l’avete fatto.", day)}}
		}),
	}
}

// breachDecisionRules read what was decided beside the class.
func breachDecisionRules() []*Rule {
	key := app.BreachForm.Key
	return []*Rule{
		rule(Rule{
			Key: "breach-no-reason", Register: key, Field: "notify_why", Law: "art. 33(1) GDPR",
			About:   "Se la classe non chiede la notifica, è scritto perché il rischio è improbabile.",
			Example: "Una violazione di classe B senza notifica e senza motivo.",
		}, func(_ World, b *app.Breach) []hit {
			f := b.Facts()
			class := f.Answers.Class()
			if class == 0 || f.Asked(breach.S4) != breach.No || f.NotifyReasoned || f.Entries[breach.S4] > 0 || f.Notify == breach.Yes {
				return nil
			}
			return []hit{{text: "La classe " + class.String() + " non basta per non notificare: scrivete perché il rischio per le persone è improbabile, oppure notificate."}}
		}),
		rule(Rule{
			Key: "breach-art-34", Register: key, Field: "communicate_why", Law: "art. 34(1) GDPR",
			About:   "Se ci sono dati sanitari, giudiziari o di minori, si valuta se avvisare gli interessati anche sotto la classe D.",
			Example: "Una violazione di classe C con la voce 13 a Sì, senza S5 e senza motivo.",
		}, func(_ World, b *app.Breach) []hit {
			f := b.Facts()
			if class := f.Answers.Class(); class != breach.ClassB && class != breach.ClassC || len(f.Answers.Delicate()) == 0 || told(f) {
				return nil
			}
			return []hit{{text: "Ci sono dati sanitari, giudiziari o di minori: valutate se il rischio è elevato, e scrivete perché gli interessati non si avvisano."}}
		}),
		rule(Rule{
			Key: "breach-score-and-law", Register: key, Field: "notify_why", Law: "artt. 33 e 34 GDPR",
			About:   "Quando la classe e la lettura della legge non coincidono, la decisione è scritta.",
			Example: "Una violazione di classe B in cui le risposte parlano di dati leggibili in mano a estranei.",
		}, func(_ World, b *app.Breach) (out []hit) {
			f := b.Facts()
			noticed := f.Entries[breach.S4] > 0 || f.NotifyReasoned
			for _, d := range breach.Differences(f.Answers, b.ENISA()) {
				switch d.Key {
				case "notify-more", "severity-notify", "notify-less":
					if !noticed {
						out = append(out, hit{text: d.Text})
					}
				default:
					if !told(f) {
						out = append(out, hit{path: "communicate_why", text: d.Text})
					}
				}
			}
			return out
		}),
	}
}

// told says that the data subjects were told, or that it is written why not.
func told(f breach.Facts) bool { return f.Entries[breach.S5] > 0 || f.TellReasoned }

// breachCourseRules read how the procedure goes.
func breachCourseRules() []*Rule {
	key := app.BreachForm.Key
	return []*Rule{
		when(Rule{
			Key: "breach-no-it", Register: key, Field: "team_present",
			About:   "Se sono violati dati informatici, alla valutazione partecipa chi segue i computer.",
			Example: "Una violazione di dati informatici valutata dal solo titolare.",
		}, "Sono dati informatici e fra i presenti non c’è chi segue i computer: fatelo partecipare, o il suo sostituto.",
			func(w World, b *app.Breach) bool {
				return b.Electronic == "yes" && b.Closed == "" && !slices.ContainsFunc(b.TeamPresent, func(uid string) bool { return knowsComputers(w, uid) })
			}),
		rule(Rule{
			Key: "breach-closed-incomplete", Register: key, Field: "closed", Law: "art. 33(5) GDPR",
			About:   "Una violazione chiusa ha tutto ciò che il suo percorso chiede.",
			Example: "Una violazione di classe C chiusa senza notifica.",
		}, func(_ World, b *app.Breach) []hit {
			if b.Closed == "" {
				return nil
			}
			p := b.Path()
			if p.CanClose() {
				return nil
			}
			return []hit{{text: "È chiusa, ma " + p.Reasons[0].Section.String() + " non è a posto: riapritela, con il motivo, e completatela."}}
		}),
		rule(Rule{
			Key: "breach-interrupted-owed", Register: key, Field: "stop_date", Law: "artt. 33 e 34 GDPR",
			About:   "L’interruzione dell’analisi non toglie notifica e comunicazione.",
			Example: "Un’analisi interrotta senza notificare e senza scrivere perché.",
		}, func(_ World, b *app.Breach) []hit {
			if b.StopDate == "" {
				return nil
			}
			var owed []string
			for _, s := range b.Path().Steps {
				if (s.Section == breach.S4 || s.Section == breach.S5) && (s.State == breach.Here || s.State == breach.Required) {
					owed = append(owed, s.Section.String())
				}
			}
			if len(owed) == 0 {
				return nil
			}
			return []hit{{text: "L’analisi è interrotta, ma " + strings.Join(owed, " e ") + " resta da fare: notificate o avvisate, oppure scrivete il motivo per cui no."}}
		}),
		rule(Rule{
			Key: "breach-action-overdue", Register: key, Field: "actions", Law: "art. 33(3)(d) GDPR",
			About:   "Le azioni decise per una violazione si fanno entro la loro data.",
			Example: "Un’azione correttiva per il mese scorso, senza esito.",
		}, func(w World, b *app.Breach) (out []hit) {
			late := func(path string, a *app.BreachAction) {
				if a.Due != "" && a.Due < w.Today() && a.Done == "" && a.Outcome == "" {
					out = append(out, hit{path, fmt.Sprintf("Andava fatta entro il %s: scrivete quando è stata fatta e con quale esito, o una data nuova.", a.Due)})
				}
			}
			for i, a := range b.Actions {
				late(fmt.Sprintf("actions/%d/due", i), a)
			}
			for i, a := range b.Correctives {
				late(fmt.Sprintf("correctives/%d/due", i), &a.BreachAction)
			}
			return out
		}),
	}
}

// knowsComputers says that a member of the crisis team looks after the computers:
// by an appointment in force, or by what the team calls the member.
func knowsComputers(w World, uid string) bool {
	m, ok := w.Record(app.CrisisForm.Key, uid).(*app.CrisisMember)
	if !ok {
		return false
	}
	for _, a := range app.Appointments(w, app.RoleSysadmin, w.Today()) {
		if a.Person != "" && a.Person == m.Person {
			return true
		}
	}
	words := strings.FieldsFunc(catalogue.Fold(m.Function), func(r rune) bool { return strings.ContainsRune(" ,.;:/()-'’", r) })
	return slices.ContainsFunc(words, func(word string) bool {
		return word == "it" || word == "ict" || word == "ced" || word == "sistemista" || strings.HasPrefix(word, "informatic") || strings.HasPrefix(word, "computer")
	})
}
