package app

// documentTexts are what the shop says itself in the document: how its two
// buildings are shut in the evening.
func (s *sampler) documentTexts() {
	t := &DocumentText{
		Section: "4.4", How: TextAdded, Why: "La chiusura della sera l’abbiamo decisa noi, dopo il furto nel magazzino accanto",
		Text: "## Chiusura della sera\n\nChi chiude il negozio controlla che l’armadio degli originali sia chiuso a chiave e che il computer della cassa sia spento, poi inserisce l’allarme. Nel magazzino lo fa chi esce per ultimo. Se la sera dopo qualcosa è rimasto aperto, si dice subito {a-designato-sicurezza}.",
	}
	t.See()
	s.add(DocumentTextForm.Type(), t)
}
