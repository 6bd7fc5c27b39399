package app

import (
	"slices"
	"strings"

	"tutela/app/form"
)

// processFields describes the block Processo di trattamento of the sheet.
func processFields() []form.F[Treatment] {
	noticeGiven := func(t *Treatment) bool { return t.Notice == form.Yes }
	return []form.F[Treatment]{
		form.Long("description", "Descrizione", func(t *Treatment) *string { return &t.Description }).Need().
			Help("Che cosa fate con questi dati, in due o tre frasi."),
		form.Entries("sources", "Fonte dei dati personali", "source", func(t *Treatment) *[]string { return &t.Sources }).Need().OwnEntries().
			Help("Da dove arrivano.").Law("artt. 13 e 14 GDPR"),
		form.List("purposes", "Finalità del trattamento", func(t *Treatment) *[]*Purpose { return &t.Purposes }, purposeForm).
			AddBy("purpose").Need().Column().Help("Perché usate i dati. Se una finalità ha una base giuridica sua, ditelo nella sua riga.").
			Law("art. 30(1)(b) GDPR"),
		form.Entries("bases", "Base giuridica per dati comuni (art. 6)", "legal-basis-6", func(t *Treatment) *[]string { return &t.Bases }).
			NeedIf(func(t *Treatment) bool {
				return len(t.Purposes) == 0 || slices.ContainsFunc(t.Purposes, func(p *Purpose) bool { return len(p.Bases) == 0 })
			}).
			Help("Vale per ogni finalità che non ne ha una sua.").Law("art. 6 GDPR"),
		form.Ask("special", "Dati particolari", func(t *Treatment) *form.Tri { return &t.Special }).Need().
			Help("Salute, opinioni, religione, sindacato, origine etnica, vita sessuale, biometria, genetica.").Law("art. 9 GDPR"),
		form.Entries("bases9", "Base giuridica per dati particolari (art. 9)", "legal-basis-9", func(t *Treatment) *[]string { return &t.Bases9 }).
			When(func(t *Treatment) bool { return t.Special == form.Yes || len(t.Bases9) > 0 }).
			NeedIf(func(t *Treatment) bool { return t.Special == form.Yes }).Law("art. 9(2) GDPR"),
		form.Text("bases9_text", "Altra base per dati particolari", func(t *Treatment) *string { return &t.Bases9Text }).
			When(func(t *Treatment) bool { return t.Special == form.Yes || t.Bases9Text != "" }),
		form.Entries("data_types", "Tipo di dati personali", "data-type", func(t *Treatment) *[]string { return &t.DataTypes }).
			OwnEntries().Need().Law("art. 30(1)(c) GDPR"),
		form.Text("basis10", "Base per dati giudiziari (art. 10)", func(t *Treatment) *string { return &t.Basis10 }).
			Help("Solo se trattate dati su condanne e reati: la legge che lo permette.").Law("art. 10 GDPR, art. 2-octies Codice"),
		form.Entries("subjects", "Categorie di interessati", "data-subject", func(t *Treatment) *[]string { return &t.Subjects }).
			OwnEntries().Need().Column().Help("Di chi sono i dati.").Law("art. 30(1)(c) GDPR"),
		form.Entries("recipients", "Categorie di destinatari", "recipient", func(t *Treatment) *[]string { return &t.Recipients }).
			OwnEntries().Need().Help("A chi li date.").Law("art. 30(1)(d) GDPR"),
		form.Choice("disseminated", "Dati destinati alla diffusione", func(t *Treatment) *string { return &t.Disseminated }, YesNo()...).
			Help("Sì solo se i dati vengono pubblicati."),
		form.Ask("notice", "Informativa", func(t *Treatment) *form.Tri { return &t.Notice }).Need().
			Help("Le persone ricevono l’informativa?").Law("artt. 13 e 14 GDPR"),
		form.Text("notice_edition", "Edizione dell’informativa", func(t *Treatment) *string { return &t.NoticeEdition }).When(noticeGiven).Half(),
		form.Day("notice_date", "Informativa del", func(t *Treatment) *form.Date { return &t.NoticeDate }).When(noticeGiven).Half(),
		form.Text("notice_how", "Come si consegna", func(t *Treatment) *string { return &t.NoticeHow }).When(noticeGiven).
			Example("Firmata alla stipula del contratto; pubblicata sul sito"),
		form.Text("notice_exemption", "Perché non si dà", func(t *Treatment) *string { return &t.NoticeExemption }).
			When(func(t *Treatment) bool { return t.Notice == form.No }).Need().Law("artt. 13(4) e 14(5) GDPR"),
		form.Ask("profiling", "Profilazione", func(t *Treatment) *form.Tri { return &t.Profiling }).Need().
			Help("Un programma valuta gusti, affidabilità o comportamenti delle persone?").Law("art. 4(4) GDPR"),
		form.Ask("minors_consent", "Consenso minori", func(t *Treatment) *form.Tri { return &t.MinorsConsent }).Need().
			Law("art. 8 GDPR, art. 2-quinquies Codice"),
		form.Text("consent_proof", "Come si conserva la prova del consenso", func(t *Treatment) *string { return &t.ConsentProof }).
			When(func(t *Treatment) bool {
				return t.MinorsConsent == form.Yes || slices.Contains(t.AllBases(), "consent") || t.ConsentProof != ""
			}).Law("art. 7(1) GDPR"),
		form.Choice("frequency", "Frequenza trattamento", func(t *Treatment) *string { return &t.Frequency },
			form.Option{Value: "daily", Label: "Giornaliera"}, form.Option{Value: "weekly", Label: "Settimanale"},
			form.Option{Value: "monthly", Label: "Mensile"}, form.Option{Value: "yearly", Label: "Annuale"},
			form.Option{Value: "occasional", Label: "Occasionale"}, form.Option{Value: "continuous", Label: "Continuativa"}).Need().Half().Column(),
		form.List("retention", "Termine cancellazione dati", func(t *Treatment) *[]*Retention { return &t.Retention }, retentionForm).
			NeedIf(func(t *Treatment) bool { return t.RetentionText == "" }).
			Help("Per quanto tempo li tenete, contando da quando. Una riga per ogni tipo di dati, se i termini sono diversi.").
			Law("art. 30(1)(f) GDPR"),
		form.Long("retention_text", "Termine in parole", func(t *Treatment) *string { return &t.RetentionText }).Lines(2),
		form.Choice("transfer", "Trasferimento dati (paesi terzi)", func(t *Treatment) *string { return &t.Transfer },
			form.Option{Value: "none", Label: "Non presente"}, form.Option{Value: "present", Label: "Presente"}).Need().
			Help("Anche un servizio in rete fuori dallo Spazio economico europeo è un trasferimento.").Law("art. 30(1)(e) GDPR"),
		form.List("transfers", "Paesi e garanzie", func(t *Treatment) *[]*Transfer { return &t.Transfers }, transferForm).AddBy("country").
			When(func(t *Treatment) bool { return t.Transfer == "present" }).Need(),
	}
}

var purposeForm = form.Form[Purpose]{
	Key: "purpose", One: "finalità", Many: "Finalità", Fem: true,
	Title: func(p *Purpose) string { return p.Purpose },
	Sections: []form.Section[Purpose]{{Fields: []form.F[Purpose]{
		form.Entry("purpose", "Finalità", "purpose", func(p *Purpose) *string { return &p.Purpose }).OwnEntries().Need(),
		form.Entries("bases", "Base giuridica di questa finalità (art. 6)", "legal-basis-6", func(p *Purpose) *[]string { return &p.Bases }).
			Help("Si lascia vuota se vale quella indicata per tutte."),
		form.Text("note", "Note", func(p *Purpose) *string { return &p.Note }),
	}}},
}

var retentionForm = form.Form[Retention]{
	Key: "retention", One: "riga", Many: "Termini", Fem: true,
	Title: func(r *Retention) string { return r.Words() },
	Sections: []form.Section[Retention]{{Fields: []form.F[Retention]{
		form.Entries("data_types", "Per quali dati", "data-type", func(r *Retention) *[]string { return &r.DataTypes }).
			Help("Si lascia vuoto se vale per tutti."),
		form.Count("term", "Quanto", "", 0, 1200, func(r *Retention) *form.Int { return &r.Term }).Half().Need(),
		form.Choice("unit", "Unità", func(r *Retention) *string { return &r.Unit },
			form.Option{Value: "hours", Label: "Ore"}, form.Option{Value: "days", Label: "Giorni"},
			form.Option{Value: "months", Label: "Mesi"}, form.Option{Value: "years", Label: "Anni"}).Half().Need(),
		form.Choice("from", "A partire da", func(r *Retention) *string { return &r.From },
			form.Option{Value: "collection", Label: "Raccolta"}, form.Option{Value: "end", Label: "Fine del rapporto"},
			form.Option{Value: "contact", Label: "Ultimo contatto"}, form.Option{Value: "withdrawal", Label: "Revoca del consenso"},
			form.Option{Value: "entry", Label: "Ultima registrazione"}, form.Option{Value: "event", Label: "Un evento"}).Half().Need(),
		form.Text("event", "Quale evento", func(r *Retention) *string { return &r.Event }).Half().
			When(func(r *Retention) bool { return r.From == "event" }).Need(),
		form.Entry("source", "Fonte", "retention-source", func(r *Retention) *string { return &r.Source }).OwnEntries().
			Help("La legge o la regola da cui viene il termine."),
		form.Text("note", "Note", func(r *Retention) *string { return &r.Note }),
	}}},
	Fresh: func(r *Retention) { r.Unit = "years" },
}

var transferForm = form.Form[Transfer]{
	Key: "transfer", One: "paese", Many: "Paesi",
	Title: func(t *Transfer) string { return t.Country },
	Sections: []form.Section[Transfer]{{Fields: []form.F[Transfer]{
		form.Entry("country", "Paese", "country", func(t *Transfer) *string { return &t.Country }).Need().Half(),
		form.Text("recipient", "A chi", func(t *Transfer) *string { return &t.Recipient }).Half(),
		form.Entry("safeguard", "Garanzia", "transfer-safeguard", func(t *Transfer) *string { return &t.Safeguard }).Need().
			Law("artt. 45, 46 e 49 GDPR"),
		form.Text("note", "Note", func(t *Transfer) *string { return &t.Note }),
	}}},
}

var unitWords = map[string][2]string{
	"hours": {"ora", "ore"}, "days": {"giorno", "giorni"}, "months": {"mese", "mesi"}, "years": {"anno", "anni"},
}

var fromWords = map[string]string{
	"collection": "dalla raccolta", "end": "dalla fine del rapporto", "contact": "dall’ultimo contatto",
	"withdrawal": "dalla revoca del consenso", "entry": "dall’ultima registrazione",
}

// Words is the term in words: "10 anni dalla raccolta"; "" while it is not known.
func (r *Retention) Words() string {
	if !r.Term.Valid || r.Unit == "" {
		return ""
	}
	unit := unitWords[r.Unit][1]
	if r.Term.N == 1 {
		unit = unitWords[r.Unit][0]
	}
	from := fromWords[r.From]
	if r.From == "event" && r.Event != "" {
		from = "da: " + r.Event
	}
	return strings.TrimSpace(form.FormatInt(r.Term.N) + " " + unit + " " + from)
}

// Days is how long the term is, in whole days, a month and a year being the longest
// ones; 0 while it is not known.
func (r *Retention) Days() int64 {
	if !r.Term.Valid {
		return 0
	}
	switch r.Unit {
	case "hours":
		return (r.Term.N + 23) / 24
	case "days":
		return r.Term.N
	case "months":
		return r.Term.N * 31
	case "years":
		return r.Term.N * 366
	}
	return 0
}

// RetentionSummary is all terms on one line, each before the data it is for.
func (t *Treatment) RetentionSummary(n form.Names) string {
	var parts []string
	for _, r := range t.Retention {
		words := r.Words()
		if words == "" {
			continue
		}
		if len(r.DataTypes) > 0 {
			labels := make([]string, len(r.DataTypes))
			for i, slug := range r.DataTypes {
				labels[i] = n.Entry("data-type", slug)
			}
			words += " (" + strings.Join(labels, ", ") + ")"
		}
		parts = append(parts, words)
	}
	if len(parts) == 0 && t.RetentionText != "" {
		return t.RetentionText
	}
	return strings.Join(parts, "; ")
}
