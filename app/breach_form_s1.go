package app

import (
	"strings"

	"tutela/app/form"
)

// breachReportFields describes S1 Segnalazione (spec 2.1; 6-details, 12).
func breachReportFields() []form.F[Breach] {
	return append([]form.F[Breach]{
		form.Text("number", "ID N°/anno", func(b *Breach) *string { return &b.Number }).Number("date").Half().Column().
			Help("Lo dà il programma quando si salva la prima volta, e non lo dà mai due volte.").Law("art. 33(5) GDPR"),
		form.Day("date", "Data", func(b *Breach) *form.Date { return &b.Date }).Need().Half().Column().
			Help("Il giorno della segnalazione: il numero segue il suo anno.").
			Warn(func(b *Breach) string {
				if b.Number != "" && !strings.HasSuffix(b.Number, "/"+string(b.Date[:4])) {
					return "Il numero resta quello dell’anno in cui fu dato."
				}
				return ""
			}),
		form.Text("name", "In due parole", func(b *Breach) *string { return &b.Name }).Need().Column().
			Help("Il nome con cui la ritrovate nell’elenco, senza nomi di persone.").Example("Notebook smarrito"),
		form.Ref("reporter", "Segnalante", PersonForm.Key, func(b *Breach) *string { return &b.Reporter }).Half().
			NeedIf(func(b *Breach) bool { return b.ReporterOutside == "" }),
		form.Text("reporter_outside", "Oppure un esterno", func(b *Breach) *string { return &b.ReporterOutside }).Half().
			Help("Chi segnala e non è fra le persone dell’ufficio: un cliente, un fornitore, un’autorità."),
		form.Text("channel", "Modalità di comunicazione", func(b *Breach) *string { return &b.Channel }).Need().Half().
			Example("Per telefono"),
		form.Long("report", "Segnalazione", func(b *Breach) *string { return &b.Report }).Need().
			Help("Che cosa è successo, dove, a quali dati. Solo i fatti."),
		form.Entries("natures", "Natura", BreachNatures, func(b *Breach) *[]string { return &b.Natures }).Need().Column().
			Help("Dati visti da chi non doveva, mancanti, cambiati: anche più di una.").Law("art. 4(12) GDPR"),
	}, append(breachTimes(), []form.F[Breach]{
		form.Long("done_at_once", "Azioni già poste in essere", func(b *Breach) *string { return &b.DoneAtOnce }).Lines(2).
			Help("Che cosa si è fatto prima di riunire il team."),
		form.Files("report_files", "Allegati eventuali", func(b *Breach) *[]form.File { return &b.ReportFiles }),
		present("report_present", func(b *Breach) *[]string { return &b.ReportPresent }),
		form.Choice("decision", "Decisione", func(b *Breach) *string { return &b.Decision },
			form.Option{Value: BreachProceed, Label: "Procedere a S2"},
			form.Option{Value: BreachStop, Label: "Non procedere: S6"}).Need().Column().
			Help("Nel dubbio si procede."),
	}...)...)
}

func present(key string, at func(*Breach) *[]string) form.F[Breach] {
	return form.Refs(key, "Membri presenti del team", CrisisForm.Key, at)
}

// breachTimes are the moments of S1, in the order in which they happen: event,
// discovery, awareness (decision A8).
func breachTimes() []form.F[Breach] {
	dated := func(b *Breach) bool { return b.EventWhen != EventUnknown && b.EventWhen != "" }
	supplied := func(b *Breach) bool { return b.Supplier != "" }
	return []form.F[Breach]{
		form.Choice("event_when", "Quando è successo", func(b *Breach) *string { return &b.EventWhen },
			form.Option{Value: EventAt, Label: "In un momento noto"},
			form.Option{Value: EventSpan, Label: "In un periodo, ora finito"},
			form.Option{Value: EventRunning, Label: "Da un momento noto, ed è ancora in corso"},
			form.Option{Value: EventUnknown, Label: "Non si sa"}).Need().Half(),
		form.At("event", "Data e ora dell’evento", func(b *Breach) *form.Moment { return &b.Event }).When(dated).Need().Half().
			Help("L’inizio, se è durato.").
			Warn(func(b *Breach) string { return laterThan(b.Event, b.Discovered, "Viene dopo la scoperta.") }),
		form.At("event_end", "Fine dell’evento", func(b *Breach) *form.Moment { return &b.EventEnd }).Half().
			When(func(b *Breach) bool { return b.EventWhen == EventSpan }).Need().
			Check(func(b *Breach) string { return laterThan(b.Event, b.EventEnd, "Finisce prima di cominciare.") }),
		form.At("discovered", "Data e ora della scoperta", func(b *Breach) *form.Moment { return &b.Discovered }).Past().Need().Half().
			Warn(func(b *Breach) string {
				return laterThan(b.Discovered, b.Aware, "Viene dopo che il titolare l’ha saputo.")
			}),
		form.Text("discovered_by", "Chi l’ha scoperto", func(b *Breach) *string { return &b.DiscoveredBy }).Need().Half(),
		form.Ref("superior", "Superiore gerarchico informato", PersonForm.Key, func(b *Breach) *string { return &b.Superior }).Half(),
		form.At("superior_told", "Informato il", func(b *Breach) *form.Moment { return &b.SuperiorTold }).Half().
			When(func(b *Breach) bool { return b.Superior != "" || !b.SuperiorTold.IsZero() }),
		form.Ref("supplier", "Se è successo da un fornitore, quale", SupplierForm.Key, func(b *Breach) *string { return &b.Supplier }).Half().
			Help("Chi tratta dati per conto vostro. Le 72 ore partono da quando lo dice a voi.").Law("art. 33(2) GDPR"),
		form.At("supplier_aware", "Il fornitore lo sapeva dal", func(b *Breach) *form.Moment { return &b.SupplierAware }).When(supplied).Half().
			Help("Come dice lui. Non fa partire le vostre 72 ore.").
			Warn(func(b *Breach) string {
				return laterThan(b.SupplierAware, b.Aware, "Viene dopo che il titolare l’ha saputo.")
			}),
		form.At("aware", "Momento in cui il titolare ne è venuto a conoscenza", func(b *Breach) *form.Moment { return &b.Aware }).Past().Need().Column().
			Help("Giorno e ora in cui il titolare ha saputo, con ragionevole certezza, che dei dati sono stati violati. Da qui partono le 72 ore.").
			Law("art. 33(1) GDPR"),
		form.Text("aware_why", "Perché questo momento cambia", func(b *Breach) *string { return &b.AwareWhy }).When(awareMoved).Need().
			Help("Il momento scritto prima resta, con il motivo."),
		form.At("aware_saved", "Momento salvato", func(b *Breach) *form.Moment { return &b.AwareSaved }).Auto().
			When(func(*Breach) bool { return false }),
		form.List("aware_changes", "Momenti scritti prima", func(b *Breach) *[]*AwarenessChange { return &b.AwareChanges }, awarenessChangeForm).
			When(func(b *Breach) bool { return len(b.AwareChanges) > 0 }),
	}
}

// laterThan gives the words where the first moment is after the second.
func laterThan(first, second form.Moment, wrong string) string {
	if !first.IsZero() && !second.IsZero() && first.After(second.Time) {
		return wrong
	}
	return ""
}

var awarenessChangeForm = form.Form[AwarenessChange]{
	Key: "awareness_change", One: "momento", Many: "Momenti scritti prima",
	Title: func(c *AwarenessChange) string { return c.Was.String() },
	Sections: []form.Section[AwarenessChange]{{Fields: []form.F[AwarenessChange]{
		form.At("was", "Era", func(c *AwarenessChange) *form.Moment { return &c.Was }).Auto().Half(),
		form.Text("reason", "Perché è cambiato", func(c *AwarenessChange) *string { return &c.Reason }).Need(),
	}}},
}
