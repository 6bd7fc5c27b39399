package app_test

import (
	"testing"

	"tutela/app"
)

// TestCompleteness counts what is done of what there is to do, and nothing twice.
func TestCompleteness(t *testing.T) {
	o := newOffice(t, "2028-01-01")
	share := func(key string, flawed bool) app.Share {
		for _, s := range app.NewOutlook(o.dossier(noon("2028-02-29").Time)).Completeness(func(string, string) bool { return flawed }) {
			if s.Key == key {
				return s
			}
		}
		t.Fatal("no share ", key)
		return app.Share{}
	}
	want := func(what string, s app.Share, done, total int) {
		t.Helper()
		if s.Done != done || s.Total != total {
			t.Errorf("%s: %d of %d, want %d of %d", what, s.Done, s.Total, done, total)
		}
	}
	want("an empty office", share(app.ShareOffice, false), 0, 1)
	who := o.person("")
	gone := o.person("2028-02-28")
	for _, c := range []*app.Credential{
		{Person: who, Kind: app.CredentialDevice, Issued: "2028-01-01"},
		{Person: who, Kind: app.CredentialPassword, Issued: "2028-01-01"}, // never changed
		{Person: gone, Kind: app.CredentialDevice, Issued: "2028-01-01"},
		{Person: who, Kind: app.CredentialDevice, Issued: "2020-01-01", Disabled: "2021-01-01"},
	} {
		o.add(app.CredentialForm.Type(), c)
	}
	want("credentials", share(app.ShareCredentials, false), 1, 3)
	uid := o.add(app.TreatmentForm.Type(), &app.Treatment{Title: "Clienti", People: []string{who}})
	o.add(app.TreatmentForm.Type(), &app.Treatment{Title: "Vecchio", Archived: "2020-01-01"})
	want("treatments that lack something", share(app.ShareTreatments, false), 0, 1)
	want("a letter owed", share(app.ShareLetters, false), 0, 1)
	a := &app.Appointment{Role: app.RoleAuthorised, Person: who, Treatments: []string{uid}, Appointed: "2028-01-01"}
	o.add(app.AppointmentForm.Type(), a)
	want("a letter to be signed", share(app.ShareLetters, false), 0, 1)
	a.Signed = "2028-01-01"
	want("a letter signed", share(app.ShareLetters, false), 1, 1)
	archive := o.add(app.ArchiveForm.Type(), &app.Archive{Name: "Clienti", Kind: "electronic"})
	o.add(app.ArchiveForm.Type(), &app.Archive{Name: "Armadio", Kind: "paper"})
	want("no plan", share(app.ShareCopies, false), 0, 1)
	plan := &app.BackupPlan{Name: "NAS", Started: "2028-02-21", Archives: []string{archive}}
	o.add(app.BackupPlanForm.Type(), plan)
	want("no copy for eight days", share(app.ShareCopies, false), 0, 1)
	o.add(app.BackupCopyForm.Type(), &app.BackupCopy{Plan: plan.UID(), At: noon("2028-02-28"), Outcome: app.CopyDone})
	want("a copy of yesterday", share(app.ShareCopies, false), 1, 1)
	sample := newOffice(t, "2028-01-01")
	if err := app.Sample(sample.Save); err != nil {
		t.Fatal(err)
	}
	o = sample
	whole, flawed := share(app.ShareTreatments, false), share(app.ShareTreatments, true)
	if whole.Done == 0 || flawed.Done != 0 || whole.Total != flawed.Total {
		t.Errorf("the example: %+v, with findings %+v", whole, flawed)
	}
}
