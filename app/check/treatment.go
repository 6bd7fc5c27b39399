package check

import (
	"fmt"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/risk"
)

var (
	treatmentKey  = app.TreatmentForm.Key
	treatmentType = app.TreatmentForm.Type()
)

// treatmentRules are those of the sheet, in its printed order (spec 1.5;
// 6-details, 9 and 10).
func treatmentRules() []*Rule {
	return slices.Concat(peopleRules(), dataRules(), noticeRules(), retentionRules(), transferRules(), placeRules(), riskRules())
}

func dataRules() []*Rule {
	return []*Rule{
		when(Rule{
			Key: "special-no-type", Register: treatmentKey, Field: "data_types", Law: "art. 9 GDPR",
			About:   "Dati particolari: Sì chiede almeno un tipo di dati dell’art. 9.",
			Example: "Dati particolari: Sì, e fra i tipi di dati soltanto nominativo e indirizzo.",
		}, "Avete risposto Sì a «Dati particolari», ma nessuno dei tipi di dati scelti è dell’art. 9: aggiungetelo, o correggete la risposta.",
			func(w World, t *app.Treatment) bool {
				return t.Special == form.Yes && len(t.DataTypes) > 0 && !anyEntry(w, "data-type", t.DataTypes, "class", "special")
			}),
		rule(Rule{
			Key: "special-undeclared", Register: treatmentKey, Field: "special", Law: "art. 9 GDPR",
			About:   "Un tipo di dati dell’art. 9 chiede Dati particolari: Sì.",
			Example: "Fra i tipi di dati lo stato di salute, e Dati particolari: No.",
		}, func(w World, t *app.Treatment) []hit {
			if t.Special == form.Yes || t.Special == "" {
				return nil // unset is missing, and said by the form
			}
			return each(entriesWith(w, "data-type", t.DataTypes, "class", "special"), func(e string) hit {
				return hit{text: fmt.Sprintf("«%s» sono dati particolari: la risposta deve essere Sì, con una base dell’art. 9.", e)}
			})
		}),
		when(Rule{
			Key: "special-no-condition", Register: treatmentKey, Field: "bases9", Law: "art. 9(2) GDPR",
			About:   "I dati particolari si trattano solo con una delle condizioni dell’art. 9, paragrafo 2.",
			Example: "Dati particolari: Sì, e nessuna base dell’art. 9 scelta.",
		}, "I dati particolari sono vietati se non vale una delle condizioni dell’art. 9(2): scegliete quale.",
			func(_ World, t *app.Treatment) bool { return t.Special == form.Yes && len(t.Bases9) == 0 }),
		rule(Rule{
			Key: "basis9-no-condition", Register: treatmentKey, Field: "bases9_text", Law: "art. 9(2) GDPR",
			About:   "Ciò che si scrive a parole come base per dati particolari deve essere una condizione dell’art. 9(2).",
			Example: "Come altra base per dati particolari: «contratto, legge».",
		}, func(_ World, t *app.Treatment) []hit {
			wrong := noConditions(t.Bases9Text)
			if len(wrong) == 0 {
				return nil
			}
			return []hit{{text: fmt.Sprintf("%s da soli non bastano per i dati particolari: valgono solo le dieci condizioni dell’art. 9(2), da «consenso esplicito» a «archiviazione, ricerca e statistica».",
				quoted(wrong))}}
		}),
		when(Rule{
			Key: "criminal-no-basis", Register: treatmentKey, Field: "basis10", Law: "art. 10 GDPR, art. 2-octies Codice",
			About:   "I dati su condanne e reati chiedono una legge che li permetta.",
			Example: "Fra i tipi di dati il casellario giudiziale, e nessuna base dell’art. 10.",
		}, "Fra i tipi di dati ce ne sono di giudiziari: scrivete quale legge o autorizzazione permette di trattarli.",
			func(w World, t *app.Treatment) bool {
				return strings.TrimSpace(t.Basis10) == "" && anyEntry(w, "data-type", t.DataTypes, "class", "criminal")
			}),
		rule(Rule{
			Key: "legal-person", Register: treatmentKey, Field: "subjects", Law: "art. 4, n. 1 GDPR",
			About:   "Interessato è solo una persona fisica.",
			Example: "Fra le categorie di interessati: PMI.",
		}, func(w World, t *app.Treatment) []hit {
			return each(entriesWith(w, "data-subject", t.Subjects, "person", "legal"), func(e string) hit {
				return hit{text: fmt.Sprintf("«%s» sono persone giuridiche, che il GDPR non protegge: indicate le persone fisiche di cui avete i dati, per esempio i loro referenti.", e)}
			})
		}),
		when(Rule{
			Key: "profiling-undeclared", Register: treatmentKey, Field: "profiling", Law: "art. 4, n. 4 GDPR",
			About:   "Una finalità di profilazione chiede Profilazione: Sì.",
			Example: "Fra le finalità la profilazione dei clienti, e Profilazione: No.",
		}, "Una delle finalità comporta profilazione: la risposta deve essere Sì, o la finalità va tolta.",
			func(w World, t *app.Treatment) bool {
				return t.Profiling != form.Yes && t.Profiling != "" && anyEntry(w, "purpose", purposesOf(t), "profiling", "yes")
			}),
	}
}

func purposesOf(t *app.Treatment) []string {
	out := make([]string, len(t.Purposes))
	for i, p := range t.Purposes {
		out[i] = p.Purpose
	}
	return out
}

// noConditions gives those parts of a text that are certainly no condition of
// art. 9(2): the bases of art. 6, which offices write there by habit.
func noConditions(text string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == '\n' || r == '/' }) {
		word := strings.ToLower(strings.TrimSpace(part))
		if slices.Contains(bases6Words, word) {
			out = append(out, strings.TrimSpace(part))
		}
	}
	return out
}

var bases6Words = []string{
	"contratto", "un contratto", "esecuzione di un contratto", "legge", "obbligo legale", "obbligo di legge", "norma di legge", "obblighi di legge",
	"legittimo interesse", "interesse legittimo", "consenso verbale", "consenso orale", "consenso implicito", "interesse pubblico",
}

func noticeRules() []*Rule {
	return []*Rule{
		when(Rule{
			Key: "notice-no-edition", Register: treatmentKey, Field: "notice_edition", Law: "artt. 5(2), 13 e 14 GDPR",
			About:   "Di un’informativa che si dà si dice quale edizione, e di quando.",
			Example: "Informativa: Sì, senza edizione né data.",
		}, "L’informativa si dà, ma non si sa quale: scrivete l’edizione e la sua data, così potete mostrarla.",
			func(_ World, t *app.Treatment) bool {
				return t.Notice == form.Yes && (strings.TrimSpace(t.NoticeEdition) == "" || t.NoticeDate == "")
			}),
		when(Rule{
			Key: "notice-no-case", Register: treatmentKey, Field: "notice_exemption", Law: "artt. 13(4) e 14(5) GDPR",
			About:   "Se l’informativa non si dà, si dice per quale caso.",
			Example: "Informativa: No, senza il caso.",
		}, "L’informativa manca: si può non dare solo nei casi degli artt. 13(4) e 14(5). Scrivete quale.",
			func(_ World, t *app.Treatment) bool {
				return t.Notice == form.No && strings.TrimSpace(t.NoticeExemption) == ""
			}),
		when(Rule{
			Key: "consent-no-proof", Register: treatmentKey, Field: "consent_proof", Law: "art. 7(1) GDPR",
			About:   "Chi si fonda sul consenso deve poterlo dimostrare.",
			Example: "Fra le basi il consenso, e niente su come se ne conserva la prova.",
		}, "Vi fondate sul consenso: scrivete come si raccoglie e dove si conserva la prova, per esempio un modulo firmato.",
			func(_ World, t *app.Treatment) bool {
				return strings.TrimSpace(t.ConsentProof) == "" && (slices.Contains(t.AllBases(), "consent") || t.MinorsConsent == form.Yes)
			}),
	}
}

func riskRules() []*Rule {
	return []*Rule{
		when(Rule{
			Key: "further-overdue", Register: treatmentKey, Field: "further_by", Law: "art. 32 GDPR",
			About:   "Le ulteriori misure promesse si adottano entro la loro data.",
			Example: "Ulteriori misure entro una data già passata.",
		}, "La data delle ulteriori misure è passata: se sono adottate aggiornate il rischio, altrimenti scrivete una nuova data.",
			func(w World, t *app.Treatment) bool {
				return t.FurtherBy != "" && t.FurtherBy < w.Today() && t.Level() >= risk.Relevant
			}),
		when(Rule{
			Key: "matrix-changed", Register: treatmentKey, Field: "probability",
			About:   "La valutazione è fatta con la matrice che l’ufficio usa oggi.",
			Example: "Una valutazione 5 × 5 in un ufficio che è passato alla 4 × 4.",
		}, "Questa valutazione è stata fatta con un’altra matrice: resta valida, ma rifatela con quella di oggi.", func(w World, t *app.Treatment) bool {
			return matrixChanged(w, t.RiskMatrix(), t.Probability, t.Consequence, t.BeforeProbability, t.BeforeConsequence)
		}),
		rule(Rule{
			Key: "backup-contradiction", Register: treatmentKey, Field: "measures", Law: "art. 32 GDPR",
			About:   "«Non vengono effettuati backup» e «Sono gestiti i backup» si escludono.",
			Example: "Tutte e due le misure sulla stessa scheda, o una sulla scheda e l’altra fra le misure dell’ufficio.",
		}, func(w World, t *app.Treatment) []hit {
			sheet, office := t.Measures, []*app.Measure(nil)
			for _, m := range app.OfficeMeasures(w) {
				office = append(office, &m.Measure)
			}
			switch {
			case inPlace(sheet, "no-backup") && inPlace(sheet, "backup"):
				return []hit{{text: "La scheda dice che i backup non si fanno e che si gestiscono: togliete una delle due misure."}}
			case inPlace(sheet, "no-backup") && inPlace(office, "backup"):
				return []hit{{text: "La scheda dice che i backup non si fanno, le misure dell’ufficio che si gestiscono: correggete l’una o le altre."}}
			case inPlace(sheet, "backup") && inPlace(office, "no-backup"):
				return []hit{{text: "La scheda dice che i backup si gestiscono, le misure dell’ufficio che non si fanno: correggete l’una o le altre."}}
			}
			return nil
		}),
		rule(Rule{
			Key: "measure-overdue", Register: treatmentKey, Field: "measures", Law: "art. 32 GDPR",
			About:   "Una misura da adottare si adotta entro la sua data.",
			Example: "Una misura «da adottare» entro una data già passata.",
		}, func(w World, t *app.Treatment) []hit {
			var out []hit
			for i, m := range t.Measures {
				if m.State == app.ToAdopt && m.Due != "" && m.Due < w.Today() {
					out = append(out, hit{fmt.Sprintf("measures/%d/due", i), overdue(w, m, m.Due)})
				}
			}
			return out
		}),
		rule(Rule{
			Key: "danger-uncovered", Register: treatmentKey, Field: "measures", Law: "art. 32 GDPR",
			About:   "Contro ciascuno dei sei pericoli c’è almeno una misura in essere.",
			Example: "Nessuna misura contro gli eventi naturali.",
		}, func(w World, t *app.Treatment) []hit {
			var bare []string
			for _, d := range app.CoverageOf(w.Book(), t, app.OfficeMeasures(w)).BareDangers() {
				bare = append(bare, strings.ToLower(d.Name))
			}
			switch {
			case len(t.Measures) == 0 || len(bare) == 0:
				return nil // without measures the form says so
			case len(bare) == 1:
				return []hit{{text: "Nessuna misura in essere contro: " + bare[0] + ". Aggiungetene una, o dite perché il pericolo non riguarda questi dati."}}
			}
			return []hit{{text: "Nessuna misura in essere contro: " + strings.Join(bare, ", ") + ". Aggiungetele, o dite perché i pericoli non riguardano questi dati."}}
		}),
		when(Rule{
			Key: "stale", Register: treatmentKey, Field: "title", Law: "art. 24(1) GDPR",
			About:   "Ogni scheda si riguarda almeno una volta l’anno.",
			Example: "Una scheda aggiornata l’ultima volta due anni fa.",
		}, "Nessuno guarda questa scheda da più di un anno: aggiornatela, o confermatela senza modifiche.",
			func(w World, t *app.Treatment) bool {
				last := t.LastSeen()
				return last != "" && last.AddMonths(12) < w.Today()
			}),
	}
}

func overdue(w World, m *app.Measure, due form.Date) string {
	return fmt.Sprintf("«%s» era da adottare entro il %s: se è adottata segnatela in essere, altrimenti scrivete una nuova data.", w.Entry("measure", m.Measure), due)
}

func inPlace(list []*app.Measure, slug string) bool {
	return slices.ContainsFunc(list, func(m *app.Measure) bool { return m.Measure == slug && m.State == app.InPlace })
}

// matrixChanged tells whether an assessment, of which some value was given, was
// made with another matrix than the office's (decision A13).
func matrixChanged(w World, m risk.Matrix, values ...form.Int) bool {
	made := slices.ContainsFunc(values, func(v form.Int) bool { return v.Valid })
	return made && w.Office().Matrix != "" && m.ID != w.Office().Matrix
}
