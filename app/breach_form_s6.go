package app

import (
	"tutela/app/breach"
	"tutela/app/form"
)

// breachDroppedFields describes S6 Decisione a non procedere.
func breachDroppedFields() []form.F[Breach] {
	return []form.F[Breach]{
		form.Day("drop_date", "Data di S6", func(b *Breach) *form.Date { return &b.DropDate }).NeedIf(owing(breach.S6)).Half().
			Check(func(b *Breach) string { return after(b.Date, b.DropDate, "Viene prima della segnalazione.") }),
		form.Long("drop_why", "Motivazione", func(b *Breach) *string { return &b.DropWhy }).NeedIf(owing(breach.S6)).
			Help("Perché non è una violazione di dati personali, o perché non si procede: resta scritto.").Law("art. 33(5) GDPR"),
		present("drop_present", func(b *Breach) *[]string { return &b.DropPresent }),
		form.Day("drop_told", "Comunicazione a TdT", func(b *Breach) *form.Date { return &b.DropTold }).NeedIf(owing(breach.S6)).Half().
			Help("TdT è il titolare del trattamento."),
		form.Choice("drop_corrective", "Eventuale AC?", func(b *Breach) *string { return &b.DropCorrective }, YesNo()...).NeedIf(owing(breach.S6)).Half().
			Help("Serve un’azione correttiva? Se sì, si va a S8."),
	}
}

// breachStopFields describes S9 Interruzione dell’analisi.
func breachStopFields() []form.F[Breach] {
	begun := func(b *Breach) bool { return b.StopDate != "" || b.StopWhy != "" }
	return []form.F[Breach]{
		form.Day("stop_date", "Data di S9", func(b *Breach) *form.Date { return &b.StopDate }).NeedIf(begun).Half().
			Help("Da questo giorno l’analisi è interrotta. Vuota: non lo è.").
			Check(func(b *Breach) string { return after(b.Date, b.StopDate, "Viene prima della segnalazione.") }),
		form.Long("stop_why", "Motivazione", func(b *Breach) *string { return &b.StopWhy }).NeedIf(begun),
		present("stop_present", func(b *Breach) *[]string { return &b.StopPresent }),
		form.Day("stop_told", "Comunicazione in data certa del", func(b *Breach) *form.Date { return &b.StopTold }).NeedIf(begun).Half().
			Help("Per esempio quella di una PEC."),
		form.Files("stop_files", "Allegato", func(b *Breach) *[]form.File { return &b.StopFiles }),
	}
}
