package main

import (
	"context"
	"fmt"
	"time"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/catalogue"
	"tutela/app/form"
)

var deadlinesSubject = &subject{
	key: "deadlines", unit: "credenziali", sizes: recordSizes,
	quantities: []quantity{{name: "le **scadenze** di tutti, con la metà di persone", peers: []peer{
		{name: "una passata sulle stesse schede che confronta ogni loro data con oggi"},
	}}},
	prepare: func(_ context.Context, _ *bench, size int) (*contest, error) {
		m := staff(size)
		owed, past := 0, 0
		return &contest{
			ours: timed(func(context.Context) error {
				d, err := dossier(m)
				if err == nil {
					owed = len(app.Deadlines(d))
				}
				return err
			}),
			peers: []op{timed(func(context.Context) error {
				past = before(m.Records, apptest.Now)
				return nil
			})},
			close: func() error {
				if owed < size || past < size {
					return fmt.Errorf("%d deadlines and %d dates of %d credentials", owed, past, size)
				}
				return nil
			},
		}, nil
	},
}

// staff is an office whose people have two credentials each, a permission and a
// letter.
func staff(credentials int) *apptest.Memory {
	m := apptest.NewMemory(time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC))
	add := func(t *form.Type, rec form.Record) string {
		*rec.Head() = form.Head{UID: fmt.Sprintf("%s-%d", t.Key, len(m.Records[t.Key])), Created: m.Created, Updated: m.Created}
		m.Records[t.Key] = append(m.Records[t.Key], rec)
		return rec.Head().UID
	}
	archive := add(app.ArchiveForm.Type(), &app.Archive{Name: "Personale", Classes: []string{"special"}})
	treatment := &app.Treatment{Title: "Personale", Special: form.Yes}
	uid := add(app.TreatmentForm.Type(), treatment)
	for i := range credentials / 2 {
		who := add(app.PersonForm.Type(), &app.Person{Surname: "Rossi", Name: fmt.Sprint(i), Start: "2026-01-01", Duties: []*app.Duty{{Duty: "accounting-clerk", From: "2026-01-01"}}})
		treatment.People = append(treatment.People, who)
		for range 2 {
			add(app.CredentialForm.Type(), &app.Credential{Person: who, Kind: app.CredentialPassword, Issued: "2026-01-01", LastChange: "2026-08-01", LastUse: "2026-11-01"})
		}
		add(app.PermissionForm.Type(), &app.Permission{Person: who, Grants: []*app.Grant{{Archive: archive, View: true}}})
		add(app.AppointmentForm.Type(), &app.Appointment{Role: app.RoleAuthorised, Person: who, Appointed: "2026-01-01", Treatments: []string{uid}})
	}
	return m
}

// dossier gathers what is kept in memory.
func dossier(m *apptest.Memory) (*app.Dossier, error) {
	shipped, err := catalogue.Shipped()
	if err != nil {
		return nil, err
	}
	return app.NewDossier(apptest.Now, shipped, app.Registers(), m.Records), nil
}

// before counts the dates of records that are past: the least that whoever looks for
// deadlines must read.
func before(records map[string][]any, now time.Time) (n int) {
	for _, reg := range app.Registers() {
		var dates []*form.Field
		for _, f := range reg.Fields() {
			if f.Kind == form.KDate {
				dates = append(dates, f)
			}
		}
		for _, rec := range records[reg.Key] {
			for _, f := range dates {
				if day, ok := f.Value(rec).(form.Date); ok && day.Begins().Before(now) {
					n++
				}
			}
		}
	}
	return n
}
