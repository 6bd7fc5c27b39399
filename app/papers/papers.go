// Package papers writes the printable papers: from the records of an office to
// a doc.Document, one file a kind. It does no I/O and knows no fonts.
package papers

import (
	"tutela/app"
	"tutela/app/doc"
)

// Paper is one kind of printable paper.
type Paper struct {
	Kind  string // its name in `tutelactl print KIND`
	Title string // as the menus show it
	// Register is the key of the register of its subject; "" for papers of the
	// whole office.
	Register string
	// Blank and Filled say in which forms it is printed.
	Blank, Filled bool
	// Versions says that it is printed of two versions of a record: its subject
	// is an *app.Versions, and neither form above is there.
	Versions bool

	// Sheet says that it is also written as a workbook (exchange.WriteSheet): a
	// register in the columns that an authority proposes.
	Sheet bool

	// ofEnded says that it is of records that ended, as what ends them.
	ofEnded bool
	// Named says that it is a letter, printed for nobody in particular or once for
	// each name of a list; see FillEach.
	Named bool

	// fits says whether there is a use for the paper of a record; nil is always.
	fits func(rec any) bool
	// build writes the paper; a nil subject of a paper that has one, or blank
	// set, gives the form to be filled in by hand.
	build func(w *writer, subject any) doc.Document
}

// All is the one list of papers, in the order of the menus. Each register adds
// its printed list.
func All(registers []app.Register) []Paper {
	list := []Paper{
		{Kind: "treatment-sheet", Title: "Scheda di trattamento", Register: app.TreatmentForm.Key, Blank: true, Filled: true, build: treatmentSheet},
		{Kind: "controller-register", Title: "Registro dei trattamenti del titolare", Blank: true, Filled: true, build: controllerRegister},
		{Kind: "simplified-register", Title: "Registro semplificato", Blank: true, Filled: true, Sheet: true, build: simplifiedRegister},
		{Kind: "processor-register", Title: "Registro del responsabile", Blank: true, Filled: true, build: processorRegister},
		{Kind: "privacy-notice", Title: "Informativa (artt. 13 e 14)", Register: app.TreatmentForm.Key, Blank: true, Filled: true, build: privacyNotice},
		{Kind: "privacy-notice-short", Title: "Informativa breve (artt. 13 e 14)", Register: app.TreatmentForm.Key, Blank: true, Filled: true, build: shortNotice},
		{Kind: "consent-form", Title: "Modulo di consenso (anche minori)", Register: app.TreatmentForm.Key, Blank: true, Filled: true, fits: restsOnConsent, build: consentForm},
		{Kind: "dpia-screening", Title: "Verifica preliminare DPIA", Register: app.DPIAForm.Key, Blank: true, Filled: true, build: dpiaScreening},
		{Kind: "dpia", Title: "Valutazione d’impatto", Register: app.DPIAForm.Key, Blank: true, Filled: true, build: dpia},
		{Kind: "credential-request", Title: "Richiesta di credenziali", Register: app.CredentialForm.Key, Blank: true, Filled: true, build: credentialRequest},
		{Kind: "credential-assignment", Title: "Assegnazione di credenziali, con le regole", Register: app.CredentialForm.Key, Blank: true, Filled: true, build: credentialAssignment},
		{Kind: "password-reissue", Title: "Richiesta di nuova password", Register: app.CredentialForm.Key, Blank: true, Filled: true, fits: wasLost, build: passwordReissue},
		{Kind: "extraordinary-access", Title: "Verbale di accesso straordinario", Register: app.ExtraAccessForm.Key, Blank: true, Filled: true, build: extraordinaryAccess},
		{Kind: "leaving-notice", Title: "Cessazione o cambio di mansione", Register: app.LeavingForm.Key, Blank: true, Filled: true, build: leavingNotice},
		{Kind: "access-attempts", Title: "Registro dei tentativi di accesso", Blank: true, Filled: true, build: accessAttempts},
		{Kind: "backup-instructions", Title: "Criteri e istruzioni di copia, verifica, ripristino", Register: app.BackupPlanForm.Key, Blank: true, Filled: true, build: backupInstructions},
		{Kind: "backup-register", Title: "Registro dei backup", Blank: true, Filled: true, build: backupRegister},
		{Kind: "restore-record", Title: "Verbale di ripristino", Register: app.RestoreForm.Key, Blank: true, Filled: true, build: restoreRecord},
		{Kind: "media-register", Title: "Registro dei supporti rimovibili", Blank: true, Filled: true, build: mediaRegister},
		{Kind: "media-disposal", Title: "Verbale di cancellazione o distruzione di supporti", Register: app.MediumForm.Key, Blank: true, Filled: true, fits: outOfUse, build: mediaDisposal},
		{Kind: "permissions-list", Title: "UPD A – Permessi di accesso", Blank: true, Filled: true, build: permissionsList},
		{Kind: "authorised-list", Title: "UPD B – Elenco delle persone autorizzate", Blank: true, Filled: true, build: authorisedList},
		{Kind: "crisis-team", Title: "Squadra di crisi: recapiti", Blank: true, Filled: true, build: crisisTeamPage},
		{Kind: "request-form", Title: "Richiesta dell’interessato", Register: app.RequestForm.Key, Blank: true, Filled: true, build: requestForm},
		{Kind: "request-reply", Title: "Riscontro a una richiesta", Register: app.RequestForm.Key, Blank: true, Filled: true, build: requestReply},
		{Kind: "request-extension", Title: "Proroga del termine", Register: app.RequestForm.Key, Blank: true, Filled: true, fits: openRequest, build: requestExtension},
		{Kind: "recipients-notice", Title: "Avviso ai destinatari (art. 19)", Register: app.RequestForm.Key, Blank: true, Filled: true, fits: tellsRecipients, build: recipientsNotice},
		{Kind: "request-register", Title: "Registro delle richieste", Blank: true, Filled: true, build: requestRegister},
		{Kind: "training-plan", Title: "Piano di formazione", Register: app.TrainingPlanForm.Key, Blank: true, Filled: true, build: trainingPlan},
		{Kind: "training-attendance", Title: "Foglio presenze", Register: app.TrainingForm.Key, Blank: true, Filled: true, build: trainingAttendance},
		{Kind: "technician-declaration", Title: "Dichiarazione di intervento e conformità", Register: app.InterventionForm.Key, Blank: true, Filled: true, build: technicianDeclaration},
		{Kind: "risk-analysis", Title: "Analisi dei rischi (apparati, programmi, altri)", Register: app.RiskAnalysisForm.Key, Blank: true, Filled: true, build: riskAnalysis},
		{Kind: "inspection-minutes", Title: "Verbale di ispezione", Register: app.InspectionForm.Key, Blank: true, Filled: true, build: inspectionMinutes},
		{Kind: "coverage", Title: "Copertura di pericoli e rischi", Filled: true, build: coverage},
		{Kind: "measures-adoption", Title: "Allegato B – Adozione delle misure e piano di adeguamento", Blank: true, Filled: true, build: measuresAdoption},
		{Kind: "office-check", Title: "Esito del controllo", Filled: true, build: officeCheck},
		{Kind: "deadlines", Title: "Scadenzario", Filled: true, build: deadlines},
	}
	list = append(list, breachPapers()...)
	list = append(list, Paper{Kind: "house-rules", Title: "Regole della casa", Filled: true, build: houseRules})
	list = append(list, appointmentPapers()...)
	list = append(list,
		Paper{Kind: "processor-contract", Title: "Contratto ex art. 28", Register: app.SupplierForm.Key, Blank: true, Filled: true, fits: actsAs(roleProcessor), build: processorContract},
		Paper{Kind: "autonomous-controller", Title: "Dichiarazioni del titolare autonomo", Register: app.SupplierForm.Key, Blank: true, Filled: true, fits: actsAs(roleController), build: autonomousController},
		Paper{Kind: "supplier-inventory", Title: "Inventario dei trattamenti affidati all’esterno", Blank: true, Filled: true, build: supplierInventory},
		Paper{Kind: "supplier-declarations", Title: "Dichiarazioni del fornitore", Register: app.SupplierForm.Key, Blank: true, Filled: true, build: supplierDeclarations},
		Paper{Kind: "supplier-report", Title: "Relazione annuale del fornitore", Blank: true, build: supplierReport},
		Paper{Kind: "copy-leave", Title: "Autorizzazione a copia, trasmissione, consegna, distruzione", Register: app.CopyLeaveForm.Key, Blank: true, Filled: true, build: copyLeave},
		Paper{Kind: "delivery-list", Title: "Copie controllate e prese visione", Blank: true, Filled: true, build: deliveryList},
		Paper{Kind: "document-loans", Title: "Registro dei prelievi di documenti", Blank: true, Filled: true, build: documentLoans},
		Paper{Kind: "room-register", Title: "Registro degli ingressi fuori orario", Blank: true, Filled: true, build: roomRegister},
		Paper{Kind: "erasure-minutes", Title: "Verbale di cancellazione", Register: app.ErasureForm.Key, Blank: true, Filled: true, build: erasureMinutes},
		Paper{Kind: "sysadmin-check", Title: "Verifica annuale degli amministratori", Register: app.SysadminCheckForm.Key, Blank: true, Filled: true, build: sysadminCheck},
		Paper{Kind: "annex-h", Title: "Allegato H – Amministratori di sistema", Blank: true, Filled: true, build: annexH},
		Paper{Kind: "annual-report-line", Title: "Dicitura per la relazione al bilancio (facoltativa)", Filled: true, build: annualReportLine},
		Paper{Kind: "site-list", Title: "Sedi, locali e custodi", Blank: true, Filled: true, build: siteList},
		Paper{Kind: "system-list", Title: "Sistemi e apparati", Blank: true, Filled: true, build: systemList},
		Paper{Kind: "archive-list", Title: "Allegato C – Banche dati", Blank: true, Filled: true, build: archiveList},
		Paper{Kind: "annex-a", Title: "Allegato A – Misure di sicurezza: riferimenti", Filled: true, build: annexA},
		Paper{Kind: "unit-sheet", Title: "Allegato D – Scheda della struttura", Register: app.UnitForm.Key, Blank: true, Filled: true, build: unitSheet},
		Paper{Kind: "duties-sheet", Title: "Allegato F – Compiti e responsabilità sulle banche dati", Blank: true, Filled: true, build: dutiesSheet},
		Paper{Kind: "annex-g", Title: "Allegato G – Posta elettronica e internet: linee guida", Filled: true, build: annexG},
		Paper{Kind: "it-rules", Title: "Allegato I – Disciplinare del sistema informatico", Filled: true, build: itRules},
		Paper{Kind: "internet-rules", Title: "Allegato L – Disciplinare di internet e posta", Filled: true, build: internetRules},
		Paper{Kind: "print-register", Title: "Registro dei documenti emessi", Filled: true, build: printRegister},
	)
	list = append(list, Paper{Kind: app.AccountabilityKind, Title: "Documento di accountability (ex DPS)", Blank: true, Filled: true, build: accountabilityDocument})
	list = append(list, comparisonPaper("treatment-comparison", treatmentType))
	for _, r := range registers {
		list = append(list, listPaper(r))
	}
	return list
}

// Find gives the paper of a kind.
func Find(list []Paper, kind string) (Paper, bool) {
	for _, p := range list {
		if p.Kind == kind {
			return p, true
		}
	}
	return Paper{}, false
}

// Conditional says that the paper has no use for some records; see Fits.
func (p Paper) Conditional() bool { return p.fits != nil }

// Fits says whether there is a use for the paper of a record, as a form that asks
// for consent where something rests on it. It can be printed all the same.
func (p Paper) Fits(rec any) bool { return p.fits == nil || p.fits(rec) }

// Fill writes the paper from the records of the dossier. The subject is a
// record of the paper's register, nil where it has none.
func (p Paper) Fill(d *app.Dossier, subject any) doc.Document {
	return p.finish(&writer{d: d}, subject)
}

// FillEach writes a letter for each name of a list.
func (p Paper) FillEach(d *app.Dossier, subject any, names []app.Addressee) []doc.Document {
	out := make([]doc.Document, len(names))
	for i := range names {
		out[i] = p.finish(&writer{d: d, to: &names[i]}, subject)
	}
	return out
}

// Empty writes the form to be filled in by hand, headed by the office.
func (p Paper) Empty(d *app.Dossier) doc.Document {
	return p.finish(&writer{d: d, blank: true}, nil)
}

// chainShown is how many digits of the chain a paper bears: enough that nobody
// makes another history that comes to the same, few enough to be copied by hand.
const chainShown = 16

func (p Paper) finish(w *writer, subject any) doc.Document {
	out := p.build(w, subject)
	out.Kind = p.Kind
	if out.Title == "" {
		out.Title = p.Title
	}
	out.Office = w.d.Office().Name
	out.Date = w.d.Today().String()
	if !w.blank { // a blank form tells nothing of the office, and is not kept
		out.Chain = w.d.Chain[:min(chainShown, len(w.d.Chain))]
	}
	if w.d.AsOf != "" && out.Label == "" {
		out.Label = "situazione al " + w.d.AsOf.String()
	}
	if w.blank {
		out.Draft, out.Date = false, ""
	}
	return out
}
