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
}

// Registers is the one list of registers, in the order of exports: a register
// stands behind those that it refers to.
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
	{Type: SiteForm.Type(), Tab: TabOffice},
	{Type: RoomForm.Type(), Tab: TabOffice},
	{Type: UnitForm.Type(), Tab: TabOffice},
	{Type: SupplierForm.Type(), Tab: TabOffice},
	{Type: CatalogEntryForm.Type(), Tab: TabOffice},
	{Type: TreatmentForm.Type(), Tab: TabTreatments, Papers: []string{"treatment-sheet"}},
	{Type: PersonForm.Type(), Tab: TabPeople},
}
