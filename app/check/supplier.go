package check

import (
	"cmp"
	"fmt"

	"tutela/app"
)

// supplierWordRules are those of what a supplier declares and tells (6-details, 23
// and 26, rule 26; 5-law 6, OUT2).
func supplierWordRules() []*Rule {
	key := app.SupplierForm.Key
	return []*Rule{
		rule(Rule{
			Key: "supplier-declarations", Register: key, Field: "knows", Law: "artt. 24 e 28 GDPR",
			About:   "Un fornitore che tratta dati ha firmato le cinque dichiarazioni.",
			Example: "Un fornitore che non ha dichiarato di accettare i controlli.",
		}, func(_ World, s *app.Supplier) []hit {
			path, lacking := "", 0
			for _, x := range s.Declarations() {
				if x.On == "" {
					path = cmp.Or(path, x.Field)
					lacking++
				}
			}
			switch {
			case s.Role == "" || lacking == 0:
				return nil
			case lacking == 1:
				return []hit{{path, "Questa dichiarazione non è ancora arrivata: stampate «Dichiarazioni del fornitore», fatele firmare e scrivete qui la data."}}
			}
			return []hit{{path, fmt.Sprintf("Mancano %d delle cinque dichiarazioni: stampate «Dichiarazioni del fornitore», fatele firmare e scrivetene la data. Se stanno nel contratto, la data è quella.", lacking)}}
		}),
		rule(Rule{
			Key: "supplier-report-old", Register: key, Field: "report", Law: "artt. 24 e 28 GDPR", House: 26,
			About:   "Un fornitore riferisce ogni anno.",
			Example: "L’ultima relazione di un fornitore di tredici mesi fa.",
		}, func(w World, s *app.Supplier) []hit {
			due := s.ReportDue()
			if due == "" || due >= w.Today() {
				return nil
			}
			if s.Report == "" {
				return []hit{{text: fmt.Sprintf("La prima relazione annuale era attesa entro il %s e non è mai arrivata: chiedetegliela. C’è il modulo in bianco, «Relazione annuale del fornitore».", due)}}
			}
			return []hit{{text: fmt.Sprintf("L’ultima relazione è del %s: chiedetegli la seguente. C’è il modulo in bianco, «Relazione annuale del fornitore».", s.Report)}}
		}),
	}
}
