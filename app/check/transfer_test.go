package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/check"
	"tutela/app/form"
)

// of are the findings of one rule in a record.
func of(w check.World, reg *form.Type, rec any, rule string) []check.Finding {
	return slices.DeleteFunc(check.Record(w, reg, rec), func(f check.Finding) bool { return f.Rule.Key != rule })
}

// own gives the office an entry of its own.
func (w *world) own(e *app.CatalogEntry) { w.add(app.CatalogEntryForm.Type(), e) }

// add gives the office one more record.
func (w *world) add(t *form.Type, rec form.Record) {
	w.added++
	*rec.Head() = form.Head{UID: fmt.Sprintf("%s-%d", t.Key, w.added), Created: apptest.Now, Updated: apptest.Now, Revision: 1}
	w.with(t.Key, append(slices.Clone(w.Records(t.Key)), any(rec)))
}

// clear empties a register.
func (w *world) clear(register string) { w.with(register, nil) }

// with changes the records of a register: a dossier never changes, it is made anew.
func (w *world) with(register string, list []any) {
	w.t.Helper()
	m := apptest.NewMemory(apptest.Now)
	for _, reg := range w.Registers() {
		m.Records[reg.Key] = w.Records(reg.Key)
	}
	m.Records[register] = list
	w.Dossier = m.Dossier(w.t)
}

// partner makes the one supplier of the sheet.
func (w *world) partner(change func(s *app.Supplier)) {
	w.treatment.Partners = []string{w.supplier.UID()}
	change(w.supplier)
}

// TestTransferUndeclared: each way in which data leave the European Economic Area
// is seen, and what stays in it is left in peace.
func TestTransferUndeclared(t *testing.T) {
	service := func(country string, online bool) *app.CatalogEntry {
		return &app.CatalogEntry{Catalogue: "software", Slug: "posta-lampo", Label: "Posta Lampo", Producer: "Lampo", Country: country, Online: online}
	}
	for _, c := range []struct {
		name   string
		change func(w *world)
		want   string // within the text; "" finds nothing
	}{
		{"as it is", func(*world) {}, ""},
		{"a partner abroad", func(w *world) { w.partner(func(s *app.Supplier) { s.Country = "us" }) }, "(Stati Uniti)"},
		{"a partner of the area", func(w *world) { w.partner(func(s *app.Supplier) { s.Country = "no" }) }, ""},
		{"a partner of no country", func(w *world) { w.partner(func(s *app.Supplier) { s.Country = "" }) }, ""},
		{"declared", func(w *world) {
			w.partner(func(s *app.Supplier) { s.Country = "us" })
			w.treatment.Transfer = "present"
		}, ""},
		{"not answered", func(w *world) {
			w.partner(func(s *app.Supplier) { s.Country = "us" })
			w.treatment.Transfer = ""
		}, ""},
		{"whose storage it is", func(w *world) {
			w.supplier.Country = "in"
			w.treatment.Partners = nil
			w.treatment.Storages[0].Where, w.treatment.Storages[0].Supplier = "external", w.supplier.UID()
		}, "(India)"},
		{"whose backup it is", func(w *world) {
			w.supplier.Country = "in"
			w.treatment.Partners = nil
			w.treatment.Backups[0].Where, w.treatment.Backups[0].Supplier = "external", w.supplier.UID()
		}, "(India)"},
		{"a storage that came back", func(w *world) {
			w.supplier.Country = "in"
			w.treatment.Partners = nil
			w.treatment.Storages[0].Where, w.treatment.Storages[0].Supplier = "internal", w.supplier.UID()
		}, ""},
		{"a sub-processor", func(w *world) {
			w.partner(func(s *app.Supplier) { s.SubProcessors = []*app.SubProcessor{{Name: "Help Desk", Country: "in"}} })
		}, "Help Desk"},
		{"a sub-processor of the area", func(w *world) {
			w.partner(func(s *app.Supplier) { s.SubProcessors = []*app.SubProcessor{{Name: "Help Desk", Country: "fr"}} })
		}, ""},
		{"a sub-processor under a safeguard", func(w *world) {
			w.partner(func(s *app.Supplier) {
				s.SubProcessors, s.Safeguard = []*app.SubProcessor{{Name: "Help Desk", Country: "in"}}, "standard-clauses"
			})
		}, ""},
		{"a shipped service in the software", func(w *world) { w.treatment.Storages[0].Software = []string{"mailchimp"} }, "Mailchimp"},
		{"a shipped service of the area", func(w *world) { w.treatment.Storages[0].Software = []string{"brevo"} }, ""},
		{"a shipped program on the computer", func(w *world) { w.treatment.Storages[0].Software = []string{"microsoft-excel"} }, ""},
		{"a service named in the text", func(w *world) { w.treatment.Description = "Gli inviti partono con mail chimp." }, "Mailchimp"},
		{"a service of its own", func(w *world) {
			w.own(service("us", true))
			w.treatment.Storages[0].Software = []string{"posta-lampo"}
		}, "Posta Lampo"},
		{"a service of its own, named in the text", func(w *world) {
			w.own(service("us", true))
			w.treatment.RiskNote = "Si usa Posta Lampo."
		}, "Posta Lampo"},
		{"a service of its own in the area", func(w *world) {
			w.own(service("fr", true))
			w.treatment.Storages[0].Software = []string{"posta-lampo"}
		}, ""},
		{"a program of its own on the computer", func(w *world) {
			w.own(service("us", false))
			w.treatment.Storages[0].Software = []string{"posta-lampo"}
		}, ""},
		{"a recipient of its own by country", func(w *world) {
			w.own(&app.CatalogEntry{Catalogue: "recipient", Slug: "casa-madre", Label: "casa madre", Country: "us"})
			w.treatment.Recipients = []string{"casa-madre"}
		}, "casa madre"},
		{"a recipient of its own by its tick", func(w *world) {
			w.own(&app.CatalogEntry{Catalogue: "recipient", Slug: "casa-madre", Label: "casa madre", Outside: true})
			w.treatment.Recipients = []string{"casa-madre"}
		}, "casa madre"},
		{"a recipient of its own in the area", func(w *world) {
			w.own(&app.CatalogEntry{Catalogue: "recipient", Slug: "casa-madre", Label: "casa madre", Country: "de"})
			w.treatment.Recipients = []string{"casa-madre"}
		}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			c.change(w)
			found := of(w, typeOf(t, app.TreatmentForm.Key), w.treatment, "transfer-undeclared")
			switch {
			case c.want == "" && len(found) > 0:
				t.Errorf("without a reason: %s", found[0].Text)
			case c.want != "" && (len(found) != 1 || !strings.Contains(found[0].Text, c.want)):
				t.Errorf("%d findings %v, not one of %q", len(found), found, c.want)
			}
		})
	}
}

// TestEveryTextIsRead: a known service is seen wherever the sheet names it.
func TestEveryTextIsRead(t *testing.T) {
	const text = "Si usa Mailchimp."
	for _, c := range []struct {
		name   string
		change func(w *world, x *app.Treatment)
	}{
		{"title", func(_ *world, x *app.Treatment) { x.Title = text }},
		{"others inside", func(_ *world, x *app.Treatment) { x.OthersInside = text }},
		{"description", func(_ *world, x *app.Treatment) { x.Description = text }},
		{"note of a purpose", func(_ *world, x *app.Treatment) { x.Purposes[0].Note = text }},
		{"other basis", func(_ *world, x *app.Treatment) { x.Bases9Text = text }},
		{"basis of criminal data", func(_ *world, x *app.Treatment) { x.Basis10 = text }},
		{"how the notice is given", func(_ *world, x *app.Treatment) { x.NoticeHow = text }},
		{"proof of consent", func(_ *world, x *app.Treatment) { x.ConsentProof = text }},
		{"note of a term", func(_ *world, x *app.Treatment) { x.Retention[0].Note = text }},
		{"event of a term", func(_ *world, x *app.Treatment) { x.Retention[0].From, x.Retention[0].Event = "event", text }},
		{"retention", func(_ *world, x *app.Treatment) { x.RetentionText = text }},
		{"name of a storage", func(_ *world, x *app.Treatment) { x.Storages[0].Name = text }},
		{"note of a backup", func(_ *world, x *app.Treatment) { x.Backups[0].Note = text }},
		{"note on the risk", func(_ *world, x *app.Treatment) { x.RiskNote = text }},
		{"further measures", func(_ *world, x *app.Treatment) {
			x.Probability, x.Consequence, x.Further = form.Number(3), form.Number(3), text
		}},
		{"note of a measure", func(_ *world, x *app.Treatment) { x.Measures[0].Note = text }},
		{"why a measure does not apply", func(_ *world, x *app.Treatment) {
			x.Measures[0].State, x.Measures[0].Reason = app.NotApplicable, text
		}},
		{"why a danger does not matter", func(_ *world, x *app.Treatment) {
			x.SetAside = []*app.Irrelevance{{Danger: "natural", Reason: text}}
		}},
		{"an entry of its own", func(w *world, x *app.Treatment) {
			w.own(&app.CatalogEntry{Catalogue: "tool", Slug: "pc-con-mailchimp", Label: "PC con Mailchimp", ToolKind: "electronic"})
			x.Tools = append(x.Tools, "pc-con-mailchimp")
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			c.change(w, w.treatment)
			for _, rule := range []string{"transfer-undeclared", "partner-not-named"} {
				if found := of(w, typeOf(t, app.TreatmentForm.Key), w.treatment, rule); len(found) != 1 || !strings.Contains(found[0].Text, "Mailchimp") {
					t.Errorf("%s: %v", rule, found)
				}
			}
		})
	}
	t.Run("a text that is not shown", func(t *testing.T) {
		w := newWorld(t)
		w.treatment.Notice, w.treatment.NoticeExemption = form.Yes, text
		if found := of(w, typeOf(t, app.TreatmentForm.Key), w.treatment, "partner-not-named"); len(found) > 0 {
			t.Errorf("nobody can correct it: %s", found[0].Text)
		}
	})
}

// TestOneSupplierIsToldOfOnce: who keeps a storage and provides the service that
// is named is missing among the partners once.
func TestOneSupplierIsToldOfOnce(t *testing.T) {
	w := newWorld(t)
	w.supplier.Name = "Intuit Mailchimp"
	x := w.treatment
	x.Partners, x.Storages[0].Where, x.Storages[0].Supplier, x.Storages[0].Software = nil, "external", w.supplier.UID(), []string{"mailchimp"}
	same(t, w.paths(x, "partner-not-named"), []string{"partners"})
	x.Partners = []string{w.supplier.UID()}
	same(t, w.paths(x, "partner-not-named"), nil)
}
