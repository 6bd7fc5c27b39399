package apptest

import (
	"encoding/hex"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf16"

	"tutela/app"
	"tutela/app/form"
)

// Staff fills an office with the example and n people more, each appointed by a
// letter, by turns to every role. The first two have the same name.
func Staff(n int) func(save func(*form.Type, form.Record) error) error {
	return func(save func(*form.Type, form.Record) error) error {
		refs := map[string][]string{}
		keep := func(t *form.Type, rec form.Record) error {
			err := save(t, rec)
			refs[t.Key] = append(refs[t.Key], rec.Head().UID)
			return err
		}
		if err := app.Sample(keep); err != nil {
			return err
		}
		roles := app.Roles()
		for i := range n {
			p := &app.Person{Surname: StaffName(i), Name: "Nicolò", Kind: "employee", Start: "2020-01-07", Duties: []*app.Duty{{Duty: "shop-assistant", From: "2020-01-07"}}}
			if err := keep(app.PersonForm.Type(), p); err != nil {
				return err
			}
			a := &app.Appointment{
				Role: roles[i%len(roles)].Key, Person: p.UID(), Appointer: app.ByController, Appointed: "2026-11-02", Ability: "Sa farlo",
				Treatments: refs[app.TreatmentForm.Key][1:2], Systems: refs[app.SystemForm.Key][:1], Rooms: refs[app.RoomForm.Key][:1], Tools: app.ToolsBoth,
			}
			switch {
			case i == 1:
				a.Role = roles[0].Key
			case a.Role == app.RoleTreatment:
				a.Treatments = refs[app.TreatmentForm.Key][5:6] // so that none of the others answers to them
			}
			if err := keep(app.AppointmentForm.Type(), a); err != nil {
				return err
			}
		}
		return nil
	}
}

var staffName = regexp.MustCompile(`D’Àvola\d{3}`)

// StaffNames are the surnames of Staff that stand in a text.
func StaffNames(text string) []string { return staffName.FindAllString(text, -1) }

// Bookmarks counts how often a title stands in the outline of a PDF.
func Bookmarks(pdf []byte, title string) int {
	var b []byte
	for _, u := range utf16.Encode([]rune(title)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return strings.Count(strings.ToLower(string(pdf)), "feff"+hex.EncodeToString(b)+">")
}

// StaffName is the surname of one of Staff: it stands in no other word.
func StaffName(i int) string { return fmt.Sprintf("D’Àvola%03d", max(i, 1)) }
