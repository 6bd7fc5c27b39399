package app

import (
	"strconv"

	"tutela/app/breach"
	"tutela/app/form"
)

// breachRiskFields describes S3 Analisi del rischio (Allegato B): the 18 items,
// what they come to, and ENISA's severity beside them.
func breachRiskFields() []form.F[Breach] {
	var fields []form.F[Breach]
	for i, it := range breach.List() {
		fields = append(fields, breachItem(i, it))
	}
	fields = append(fields,
		form.Day("risk_date", "Data di S3", func(b *Breach) *form.Date { return &b.RiskDate }).NeedIf(owing(breach.S3)).Half().
			Check(func(b *Breach) string { return after(b.TeamDate, b.RiskDate, "Viene prima di S2.") }),
		form.Computed("score", "Totale", func(b *Breach) string {
			total, known := b.Answers().Total()
			if !known {
				return ""
			}
			return strconv.Itoa(total)
		}).Half(),
		form.Computed("class", "Classe", func(b *Breach) string { return b.Answers().Class().String() }).Half().Column(),
		present("risk_present", func(b *Breach) *[]string { return &b.RiskPresent }))
	return append(fields, severityFields()...)
}

// breachItem is the field of one item. Its options hold the line of the scale:
// what it counts is breach's to say.
func breachItem(i int, it breach.Item) form.F[Breach] {
	var options []form.Option
	for line, means := range it.Scale {
		label := strconv.Itoa(it.Weights[line]) + " – " + means
		if it.N > breach.Graded {
			label = YesNo()[line].Label + " – " + means
		}
		options = append(options, form.Option{Value: strconv.Itoa(line + 1), Label: label})
	}
	return form.Choice("item_"+strconv.Itoa(it.N), strconv.Itoa(it.N)+". "+it.Label, func(b *Breach) *string { return &b.Items[i] }, options...).
		NeedIf(owing(breach.S3)).Help(it.Help)
}

// severityFields describes the inputs of ENISA's severity, in quarters where the
// method counts in quarters (5-law 3).
func severityFields() []form.F[Breach] {
	quarters := func(key, label, help string, at func(*Breach) *string, options ...string) form.F[Breach] {
		var out []form.Option
		for i, o := range options {
			out = append(out, form.Option{Value: strconv.Itoa(i), Label: o})
		}
		return form.Choice(key, label, at, out...).Help(help).Half()
	}
	return []form.F[Breach]{
		form.Choice("enisa_context", "ENISA: tipo di dati", func(b *Breach) *string { return &b.DataContext },
			form.Option{Value: "simple", Label: "Semplici: anagrafici, recapiti, studi, lavoro"},
			form.Option{Value: "behavioural", Label: "Di comportamento: spostamenti, abitudini, preferenze"},
			form.Option{Value: "financial", Label: "Finanziari: redditi, conti, pagamenti"},
			form.Option{Value: "sensitive", Label: "Particolari: salute, opinioni, vita sessuale"}).
			Help("Un secondo parere, che non cambia la classe. Se i tipi sono più d’uno, il più grave."),
		form.Choice("enisa_context_value", "ENISA: quanto dicono della persona", func(b *Breach) *string { return &b.DataContextValue },
			form.Option{Value: "1", Label: "1: poco, o sono già pubblici"},
			form.Option{Value: "2", Label: "2: qualcosa, in generale"},
			form.Option{Value: "3", Label: "3: molto: un profilo, una situazione delicata"},
			form.Option{Value: "4", Label: "4: tutto ciò che serve per farle del male"}).
			Help("Di base 1 per i semplici, 2 per il comportamento, 3 per i finanziari, 4 per i particolari; il contesto alza o abbassa."),
		form.Choice("enisa_identification", "ENISA: facilità d’identificazione", func(b *Breach) *string { return &b.Identification },
			form.Option{Value: "1", Label: "Trascurabile"}, form.Option{Value: "2", Label: "Limitata"},
			form.Option{Value: "3", Label: "Significativa"}, form.Option{Value: "4", Label: "Massima"}).
			Help("Quanto è facile capire di chi sono i dati, per chi li ha.").Half(),
		quarters("enisa_secrecy", "ENISA: riservatezza persa", "Chi può averli visti?", func(b *Breach) *string { return &b.LostSecrecy },
			"Nessuna prova che qualcuno li abbia visti", "Persone note", "Non si sa chi"),
		quarters("enisa_integrity", "ENISA: integrità persa", "I dati cambiati sono stati usati?", func(b *Breach) *string { return &b.LostIntegrity },
			"Nessun uso sbagliato", "Usati male, ma si rimedia", "Usati male, senza rimedio"),
		quarters("enisa_availability", "ENISA: disponibilità persa", "I dati tornano?", func(b *Breach) *string { return &b.LostData },
			"Tornano subito", "Mancano per un tempo", "Persi per sempre"),
		form.Choice("enisa_malice", "ENISA: dolo", func(b *Breach) *string { return &b.Malice }, YesNo()...).
			Help("Qualcuno l’ha fatto apposta per fare danno?").Half(),
	}
}
