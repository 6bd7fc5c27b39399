package app

import "tutela/app/form"

// Gap is a record of which something that a paper needs is missing.
type Gap struct {
	Register, UID string
	Paths         []string // of the fields, in the order of the form
}

// gapRegisters are those whose records are needed by the papers of an office that
// begins: what the first configuration fills.
func gapRegisters() []string {
	return []string{OfficeForm.Key, SiteForm.Key, PersonForm.Key, SystemForm.Key, SupplierForm.Key, BackupPlanForm.Key, AppointmentForm.Key, TreatmentForm.Key}
}

// Gaps lists what is missing in the records that the first configuration fills;
// records that were ended ask for nothing.
func Gaps(r Records, registers []Register) (out []Gap) {
	for _, key := range gapRegisters() {
		reg, ok := RegisterOf(registers, key)
		if !ok {
			continue
		}
		for _, rec := range r.Records(key) {
			if reg.Type.Ended(rec) {
				continue
			}
			g := Gap{Register: key, UID: rec.(form.Record).Head().UID}
			for _, p := range reg.Type.Problems(rec) {
				if p.Gravity == form.Missing {
					g.Paths = append(g.Paths, p.Path)
				}
			}
			if len(g.Paths) > 0 {
				out = append(out, g)
			}
		}
	}
	return out
}
