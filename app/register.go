package app

import "tutela/app/form"

// Tab is one of the tabs of the window, in their order.
type Tab int

// The tabs (spec 4.2).
const (
	TabDeadlines Tab = iota
	TabOffice
	TabTreatments
	TabPeople
	TabBackup
	TabBreaches
	TabRequests
	TabDocuments
)

// Register is a kind of record and where it stands in the window.
type Register struct {
	*form.Type
	Tab Tab
	// Papers names the kinds of paper that are printed of one record, the usual
	// one first.
	Papers []string
	// Whole names the kinds of paper of the whole office in which each record
	// stands, the register's own list apart.
	Whole []string
	// Latest is the key of the date by which its list begins, the latest first: a
	// log is not looked through by name. "" begins by name.
	Latest string
	// Picture says that the window shows all its records as one picture, not as a
	// list beside a record.
	Picture bool
	// Short is the name where there is little room, as on a tab; see Label.
	Short string
}

// Label is the name of the register where there is little room.
func (r Register) Label() string {
	if r.Short != "" {
		return r.Short
	}
	return r.Many
}

// Registers is the one list of registers, in the order of window and exports.
func Registers() []Register { return registers }

// RegisterOf finds a register by key.
func RegisterOf(list []Register, key string) (Register, bool) {
	for _, r := range list {
		if r.Key == key {
			return r, true
		}
	}
	return Register{}, false
}

var registers = []Register{
	{Type: OfficeForm.Type(), Tab: TabOffice},
	{Type: UnitForm.Type(), Tab: TabOffice, Papers: []string{"unit-sheet"}},
	{Type: SiteForm.Type(), Tab: TabOffice, Whole: []string{"site-list"}},
	{Type: RoomForm.Type(), Tab: TabOffice, Whole: []string{"site-list"}},
	{Type: ArchiveForm.Type(), Tab: TabOffice, Whole: []string{"archive-list"}},
	{Type: SystemForm.Type(), Tab: TabOffice, Whole: []string{"system-list", "duties-sheet"}},
	{Type: SupplierForm.Type(), Tab: TabOffice, Papers: []string{"processor-contract", "autonomous-controller", "supplier-declarations"}, Whole: []string{"supplier-inventory"}},
	{Type: InterventionForm.Type(), Tab: TabOffice, Short: "Interventi", Latest: "on", Papers: []string{"technician-declaration"}},
	{Type: RiskAnalysisForm.Type(), Tab: TabOffice, Short: "Rischi", Latest: "on", Papers: []string{"risk-analysis"}},
	{Type: OfficeMeasureForm.Type(), Tab: TabOffice, Short: "Misure"},
	{Type: CrisisForm.Type(), Tab: TabOffice, Short: "Crisi", Whole: []string{"crisis-team", "breach-policy"}},
	{Type: InspectionForm.Type(), Tab: TabOffice, Latest: "on", Papers: []string{"inspection-minutes"}},
	{Type: RoomEntryForm.Type(), Tab: TabOffice, Short: "Ingressi", Latest: "in", Whole: []string{"room-register"}},
	{Type: HouseRuleForm.Type(), Tab: TabOffice, Short: "Regole", Whole: []string{"house-rules", "annex-a", "annex-g", "it-rules", "internet-rules"}},
	{Type: CatalogEntryForm.Type(), Tab: TabOffice, Short: "Voci e programmi"},
	{Type: TreatmentForm.Type(), Tab: TabTreatments, Papers: []string{"treatment-sheet", "privacy-notice", "privacy-notice-short", "consent-form", "group-instructions"},
		Whole: []string{"controller-register", "simplified-register"}},
	{Type: DPIAForm.Type(), Tab: TabTreatments, Short: "DPIA", Papers: []string{"dpia-screening", "dpia"}},
	{Type: ErasureForm.Type(), Tab: TabTreatments, Latest: "on", Papers: []string{"erasure-minutes"}},
	{Type: ClientForm.Type(), Tab: TabTreatments, Short: "Conto terzi", Whole: []string{"processor-register"}},
	{Type: PersonForm.Type(), Tab: TabPeople, Whole: []string{"authorised-list"}},
	{Type: AppointmentForm.Type(), Tab: TabPeople, Papers: []string{
		"appointment-authorised", "appointment-security", "appointment-treatment", "appointment-sysadmin", "appointment-passwords",
		"appointment-backup", "appointment-rooms", "appointment-dpo", "appointment-breach", "appointment-controls", "appointment-end",
	}, Whole: []string{"authorised-list"}},
	{Type: CredentialForm.Type(), Tab: TabPeople, Papers: []string{"credential-assignment", "credential-request", "password-reissue"}},
	{Type: PermissionForm.Type(), Tab: TabPeople, Picture: true, Whole: []string{"permissions-list"}},
	{Type: ExtraAccessForm.Type(), Tab: TabPeople, Short: "Straordinari", Papers: []string{"extraordinary-access"}},
	{Type: LeavingForm.Type(), Tab: TabPeople, Short: "Uscite", Latest: "on", Papers: []string{"leaving-notice"}},
	{Type: AccessAttemptForm.Type(), Tab: TabPeople, Short: "Tentativi", Latest: "on", Whole: []string{"access-attempts"}},
	{Type: TrainingForm.Type(), Tab: TabPeople, Papers: []string{"training-attendance"}},
	{Type: TrainingPlanForm.Type(), Tab: TabPeople, Short: "Piani", Papers: []string{"training-plan"}},
	{Type: SysadminCheckForm.Type(), Tab: TabPeople, Short: "Amministratori", Latest: "on", Papers: []string{"sysadmin-check"}, Whole: []string{"annex-h"}},
	{Type: CopyLeaveForm.Type(), Tab: TabPeople, Short: "Copie", Latest: "on", Papers: []string{"copy-leave"}},
	{Type: DocumentLoanForm.Type(), Tab: TabPeople, Short: "Prelievi", Latest: "taken", Whole: []string{"document-loans"}},
	{Type: DeliveryForm.Type(), Tab: TabPeople, Short: "Consegne", Latest: "on", Whole: []string{"delivery-list", "print-register"}},
	{Type: BackupPlanForm.Type(), Tab: TabBackup, Short: "Piani", Papers: []string{"backup-instructions"}},
	{Type: BackupCopyForm.Type(), Tab: TabBackup, Short: "Registro", Latest: "at", Whole: []string{"backup-register"}},
	{Type: RestoreForm.Type(), Tab: TabBackup, Latest: "requested", Papers: []string{"restore-record"}},
	{Type: MediumForm.Type(), Tab: TabBackup, Short: "Supporti", Papers: []string{"media-disposal"}, Whole: []string{"media-register"}},
	{Type: BreachForm.Type(), Tab: TabBreaches, Latest: "date", Papers: []string{"breach-report", "breach-risk", "breach-notification", "breach-letter"}, Whole: []string{"breach-register", "breach-policy", "crisis-team"}},
	{Type: RequestForm.Type(), Tab: TabRequests, Latest: "received", Papers: []string{"request-reply", "request-form", "request-extension", "recipients-notice"}, Whole: []string{"request-register"}},
	{Type: DocumentTextForm.Type(), Tab: TabDocuments, Short: "Testi", Whole: []string{AccountabilityKind}},
}
