package app

import (
	"tutela/app/form"
	"tutela/app/risk"
)

// interventions fills the outside work of the example: one whose declaration is
// still to come.
func (s *sampler) interventions() {
	add := func(x *Intervention) { s.add(InterventionForm.Type(), x) }
	add(&Intervention{Supplier: s.installer.UID(), Technician: "Paolo Gatti", System: s.recorder.UID(), Accompanied: s.marta.UID(), Where: InOffice,
		Called: "2026-06-08", On: "2026-06-15", Done: "Aggiornato il programma del videoregistratore.\nControllato che le immagini si cancellino da sole dopo il termine.",
		DataSeen: "yes", DataWhat: "Le immagini di un’ora, in presenza di Marta Bianchi; niente è stato copiato", Working: "2026-06-15", Declared: "2026-06-15"})
	add(&Intervention{Company: "Valli Informatica", Technician: "Sara Valli", System: s.pc.UID(), Accompanied: s.luca.UID(), Where: InOffice,
		Called: "2026-11-11", On: "2026-11-12", Done: "Sostituita la ventola; installati gli aggiornamenti rimasti indietro.",
		DataSeen: "no", Working: "2026-11-12", Declared: "2026-11-12"})
}

// analyses fills the three analyses of the year of the example.
func (s *sampler) analyses() {
	n := form.Number
	analysis := func(a *RiskAnalysis, rows ...*RiskRow) {
		a.By, a.Dangers = s.luca.UID(), rows
		a.UseMatrix(risk.Default)
		for _, r := range rows {
			d, _ := risk.FindDanger(r.Danger)
			r.Risks = d.Risks
		}
		s.add(RiskAnalysisForm.Type(), a)
	}
	row := func(danger string, p, c int64, taken string, after, left int64) *RiskRow {
		return &RiskRow{Danger: danger, BeforeProbability: n(p), BeforeConsequence: n(c), Taken: taken, AfterProbability: n(after), AfterConsequence: n(left)}
	}
	power := row(risk.Interruption, 4, 3, "Il NAS si spegne in ordine se manca la corrente", 3, 2)
	power.ToTake, power.ByWhom, power.Due = "Gruppo di continuità per il PC dell’amministrazione", "Luca Bianchi", "2026-12-31"
	analysis(&RiskAnalysis{Kind: RiskHardware, On: "2026-02-16", Advisers: "Valli Informatica", Systems: []string{s.pc.UID(), s.nas.UID(), s.recorder.UID()},
		Versions: "Il programma del videoregistratore va aggiornato: chiamata Vigila Impianti."},
		row(risk.Physical, 3, 4, "Estintori; NAS in un altro edificio", 2, 3),
		row(risk.Natural, 1, 4, "Due copie in luoghi diversi", 1, 3),
		power,
		row(risk.Technical, 4, 4, "Copie settimanali, provate due volte all’anno", 3, 2),
		row(risk.Compromise, 3, 4, "Wi-Fi dei clienti separato da quello dell’ufficio", 2, 3),
		row(risk.Unauthorised, 3, 3, "Apparecchi in locali chiusi, password personali", 2, 3))
	mail := row(risk.Compromise, 4, 4, "Filtro della posta, password lunghe", 3, 3)
	mail.ToTake, mail.ByWhom, mail.Due, mail.Done = "Secondo fattore per la posta elettronica", "Luca Bianchi", "2026-06-30", "2026-05-04"
	analysis(&RiskAnalysis{Kind: RiskSoftware, On: "2026-02-16", Advisers: "Valli Informatica", Systems: []string{s.pc.UID(), s.nas.UID()},
		Versions: "Windows si aggiorna da solo; DSM va portato all’ultima versione ogni sei mesi."},
		row(risk.Interruption, 3, 3, "Il gestionale funziona anche senza rete", 2, 2),
		row(risk.Technical, 3, 4, "Aggiornamenti, copie settimanali", 2, 3),
		mail,
		row(risk.Unauthorised, 4, 4, "Antivirus, permessi per archivio", 2, 4))
	analysis(&RiskAnalysis{Kind: RiskContext, On: "2026-02-23", Subject: "Anche come ci si comporta al banco", Sites: []string{s.shop.UID(), s.store.UID()},
		Evident: "L’armadio del personale restava aperto nell’orario di apertura", EvidentTo: "Marta Bianchi, titolare", EvidentOn: "2026-02-23"},
		row(risk.Physical, 3, 4, "Allarme, serranda, estintori controllati ogni sei mesi", 2, 3),
		row(risk.Natural, 2, 3, "Il magazzino è in un’altra strada", 2, 2),
		row(risk.Compromise, 4, 3, "Al banco i dati si leggono, non si dicono ad alta voce", 2, 3),
		row(risk.Unauthorised, 4, 4, "Armadio chiuso a chiave, ingressi con codice", 2, 3))
}

// inspections fills the checks of the example, every six months.
func (s *sampler) inspections() {
	inspection := func(i *Inspection) {
		i.Supplier, i.Months, i.Present = s.accountant.UID(), form.Number(6), "Marta Bianchi e Luca Bianchi"
		s.add(InspectionForm.Type(), i)
	}
	inspection(&Inspection{From: "2025-11-15", To: "2026-05-13", On: "2026-05-14", Signed: "2026-05-14",
		Checked: []*CheckedRule{
			{What: "Armadio dei fascicoli del personale", Rule: "Chiuso a chiave la sera", Kept: "yes"},
			{What: "Registro delle copie", Rule: "Una copia ogni sette giorni, provata", Kept: "yes"},
			{What: "Postazione del banco", Rule: "Schermo bloccato quando non c’è nessuno", Kept: "part"},
			{What: "Lettere di nomina", Rule: "Una firmata per ciascuno", Kept: "yes"},
		},
		Findings: []*InspectionFinding{
			{What: "Lo schermo del banco resta acceso mentre si serve", How: "Blocco automatico dopo due minuti", ByWhom: "Luca Bianchi", Due: "2026-05-31", Done: "2026-05-16"},
			{What: "In magazzino le bolle con i nomi stanno sul bancone", How: "Vassoio chiuso accanto al telefono", ByWhom: "Davide Ricci", Due: "2026-06-15", Done: "2026-06-10"},
		},
		Outcome: "Le regole si seguono; due cose da mettere a posto, di poco peso."})
	inspection(&Inspection{From: "2026-05-15", To: "2026-11-04", On: "2026-11-05", Signed: "2026-11-06",
		Checked: []*CheckedRule{
			{What: "Che cosa è stato fatto dopo il controllo di maggio", Rule: "Entro le date del verbale", Kept: "yes"},
			{What: "Supporti delle copie", Rule: "Chiusi, lontani dal computer", Kept: "yes"},
			{What: "Credenziali", Rule: "Password cambiate, conti di chi è uscito chiusi", Kept: "no"},
		},
		Findings: []*InspectionFinding{
			{What: "Una password non si cambia da più di sei mesi", How: "Cambiarla, e segnare la data", ByWhom: "Niccolò Costa", Due: "2026-12-15"},
		},
		Outcome: "Il resto è in ordine."})
}
