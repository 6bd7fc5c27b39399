package check

import (
	"strings"

	"tutela/app"
)

// supplierRules are those of the suppliers (6-details, 10 and 23).
func supplierRules() []*Rule {
	key := app.SupplierForm.Key
	return []*Rule{
		when(Rule{
			Key: "supplier-no-safeguard", Register: key, Field: "safeguard", Law: "artt. 44–49 GDPR",
			About:   "Un fornitore fuori dallo Spazio economico europeo ha una garanzia per il trasferimento.",
			Example: "Un fornitore degli Stati Uniti senza garanzia.",
		}, "Sta fuori dallo Spazio economico europeo: scegliete la garanzia su cui si fonda il trasferimento.",
			func(w World, s *app.Supplier) bool { return outsideEEA(w, s.Country) && s.Safeguard == "" }),
		when(Rule{
			Key: "supplier-no-contract", Register: key, Field: "contract", Law: "art. 28(3) GDPR",
			About:   "Un responsabile del trattamento ha un contratto.",
			Example: "Un responsabile (art. 28) senza contratto.",
		}, "Tratta dati per conto vostro, e può farlo solo con un contratto: fatelo, poi scrivetene qui la data.",
			func(_ World, s *app.Supplier) bool { return s.Role == "processor" && s.Contract == "" }),
		when(Rule{
			Key: "supplier-contract-ended", Register: key, Field: "contract_end", Law: "art. 28(3) GDPR",
			About:   "Il contratto di chi lavora ancora per l’ufficio non è scaduto.",
			Example: "Un contratto scaduto il mese scorso.",
		}, "Il contratto è scaduto: rinnovatelo, o scrivete da quando non lavora più per voi.",
			func(w World, s *app.Supplier) bool { return s.ContractEnd != "" && s.ContractEnd < w.Today() }),
		when(Rule{
			Key: "supplier-sub-outside", Register: key, Field: "sub_processors", Law: "artt. 28(4) e 44 GDPR",
			About:   "Un sub-responsabile fuori dallo Spazio economico europeo chiede una garanzia.",
			Example: "Un fornitore italiano, senza garanzia, con un sub-responsabile in India.",
		}, "Un sub-responsabile sta fuori dallo Spazio economico europeo: indicate la garanzia del trasferimento.",
			func(w World, s *app.Supplier) bool {
				// Of one that is outside itself, its own rule asks for the safeguard.
				return !outsideEEA(w, s.Country) && len(unguarded(w, s)) > 0
			}),
	}
}

// measureRules are those of the measures of the office.
func measureRules() []*Rule {
	key := app.OfficeMeasureForm.Key
	return []*Rule{
		rule(Rule{
			Key: "office-measure-overdue", Register: key, Field: "due", Law: "art. 32 GDPR",
			About:   "Una misura dell’ufficio da adottare si adotta entro la sua data.",
			Example: "Una misura «da adottare» entro una data già passata.",
		}, func(w World, m *app.OfficeMeasure) []hit {
			if m.State == app.ToAdopt && m.Due != "" && m.Due < w.Today() {
				return []hit{{text: overdue(w, &m.Measure, m.Due)}}
			}
			return nil
		}),
		when(Rule{
			Key: "measure-no-reason", Register: key, Field: "reason", Law: "art. 5(2) GDPR",
			About:   "Di una misura non applicabile si dice perché.",
			Example: "Una misura «non applicabile» senza motivo.",
		}, "Dite perché la misura non si applica: chi controlla lo chiede.",
			func(_ World, m *app.OfficeMeasure) bool {
				return m.State == app.NotApplicable && strings.TrimSpace(m.Reason) == ""
			}),
	}
}
