package check

import "tutela/app"

// documentTextRules are those of the office's own texts in the document (spec 3.4).
func documentTextRules() []*Rule {
	return []*Rule{
		when(Rule{
			Key: "document-text-outdated", Register: app.DocumentTextForm.Key, Field: "text", Law: "art. 24(1) GDPR",
			About:   "Chi ha scritto un proprio testo nel documento guarda che cosa dice il testo standard nuovo, quando un aggiornamento lo cambia.",
			Example: "Un testo scritto al posto di quello standard, che da allora è cambiato.",
		}, "Il testo standard di questa sezione è cambiato da quando avete scritto il vostro: guardate che cosa, poi tenete il vostro o correggetelo.",
			func(_ World, t *app.DocumentText) bool { return t.Text != "" && t.Outdated() }),
	}
}
