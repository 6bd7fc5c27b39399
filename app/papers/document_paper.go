package papers

import (
	"cmp"
	"slices"
	"strings"

	"tutela/app"
	"tutela/app/doc"
)

// fourthChapter is what the records say of paper (spec 3.4, chapter 4) and, at the
// end of the document, who signs it (chapter 7).
func fourthChapter() map[string]documentPart {
	return map[string]documentPart{
		"archivi-carta":        {build: (*accountability).paperArchives},
		"autorizzazioni-copie": {build: (*accountability).copyLeaves},
		"prelievi-aperti":      {build: (*accountability).openLoans},
		"luoghi":               {build: (*accountability).placesAndKeepers},
		"ingressi-recenti":     {build: (*accountability).roomEntries},
		"firma":                {build: (*accountability).closingSignature, fixed: true},
	}
}

// paperArchives is who is admitted to each archive of paper, and how it is used.
func (a *accountability) paperArchives() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Archivio", Width: 4}, {Head: "Dati", Width: 3}, {Head: "Dove sta", Width: 4}, {Head: "Chi vi è ammesso", Width: 4}, {Head: "Istruzioni proprie", Width: 6}},
		Empty:   "Non risultano archivi di carta: se l’ufficio ne apre uno, prima di usarlo lo scrive fra gli archivi e dice chi vi è ammesso.",
	}
	for _, x := range app.All(a.d, app.ArchiveForm) {
		if x.Kind != "paper" {
			continue
		}
		var admitted []string
		for _, uid := range x.Admitted {
			admitted = append(admitted, nonEmpty(a.d.Ref(app.PersonForm.Key, uid))...)
		}
		if len(admitted) == 0 {
			admitted = []string{"solo il titolare: nessuno è stato indicato"}
		}
		table.Rows = append(table.Rows, doc.Row{
			{Paras: [][]doc.Run{doc.B(x.Name)}}, cell(strings.Join(a.labels("data-class", x.Classes), ", ")),
			cell(joined(", ", a.d.Ref(app.RoomForm.Key, x.Room), a.siteOf(x.Room))), cell(admitted...),
			cell(cmp.Or(x.Instructions, "quelle di questo capitolo")),
		})
	}
	return []doc.Block{table}
}

// siteOf names the site of a room.
func (a *accountability) siteOf(room string) string {
	if r := app.Find(a.d, app.RoomForm, room); r != nil {
		return a.d.Ref(app.SiteForm.Key, r.Site)
	}
	return ""
}

// shownLast is how many rows of a log the document shows: the whole of it is a
// paper of its own.
const shownLast = 10

// lastOf keeps the rows of a log that the document shows, the latest first.
func lastOf[T any](list []T, before func(a, b T) int) []T {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b T) int { return before(b, a) })
	return list[:min(len(list), shownLast)]
}

// copyLeaves are the last leaves to copy, hand over or destroy.
func (a *accountability) copyLeaves() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Data", Width: 3}, {Head: "Operazione", Width: 4}, {Head: "Quali dati", Width: 6}, {Head: "A chi", Width: 4}, {Head: "Autorizzata da", Width: 4}},
		Empty:   "Finora non è stata registrata alcuna autorizzazione.",
	}
	for _, x := range lastOf(app.All(a.d, app.CopyLeaveForm), func(x, y *app.CopyLeave) int { return cmp.Compare(x.On, y.On) }) {
		by := cell(a.d.Ref(app.PersonForm.Key, x.AuthorisedBy))
		if x.AuthorisedBy == "" {
			by = doc.C("da autorizzare")
		}
		table.Rows = append(table.Rows, doc.Row{cell(x.On.String()), cell(a.words(copyLeaveType.Field("what"), x)...), cell(x.Data), cell(x.To), by})
	}
	return []doc.Block{table}
}

// openLoans is the paper that is out of its archive on the day of the document.
func (a *accountability) openLoans() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Archivio", Width: 5}, {Head: "Documenti", Width: 6}, {Head: "Chi li ha", Width: 4}, {Head: "Dal", Width: 3}},
		Empty:   "Alla data del documento non risultano carte fuori dal loro archivio.",
	}
	for _, x := range app.All(a.d, app.DocumentLoanForm) {
		if x.Taken <= a.day() && (x.Returned == "" || x.Returned > a.day()) {
			table.Rows = append(table.Rows, doc.Row{
				cell(a.d.Ref(app.ArchiveForm.Key, x.Archive)), cell(x.Documents), cell(a.d.Ref(app.PersonForm.Key, x.Person)), cell(x.Taken.String()),
			})
		}
	}
	return []doc.Block{table}
}

// placesAndKeepers is who keeps each site and room, and who sees that it is shut.
func (a *accountability) placesAndKeepers() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Luogo", Width: 5}, {Head: "Orario", Width: 3}, {Head: "Custode e sostituto", Width: 6}, {Head: "Chi controlla che sia chiuso", Width: 4}},
		Empty:   "Le sedi e i locali non sono ancora stati registrati.",
	}
	p := &siteLister{writer: a.writer}
	put := func(name []doc.Run, x *app.Access, keepers doc.Cell) {
		shut := "il custode"
		if keepers.Tint == doc.Warn { // there is none
			shut = "chi ne fa le veci"
		}
		table.Rows = append(table.Rows, doc.Row{{Paras: [][]doc.Run{name}}, cell(x.Hours), keepers, cell(cmp.Or(a.d.Ref(app.PersonForm.Key, x.ShutBy), shut))})
	}
	for _, s := range app.All(a.d, app.SiteForm) {
		put(doc.B(s.Name), &s.Access, p.keepers(&s.Access, s.UID(), "", nil))
		for _, r := range app.All(a.d, app.RoomForm) {
			if r.Site == s.UID() {
				put(doc.T(r.Name), &r.Access, p.keepers(&r.Access, r.Site, r.UID(), s))
			}
		}
	}
	out := []doc.Block{table}
	if p.unkept && !a.blank {
		out = append(out, textOf("office-lists").say("sites-keeper", "{a}", p.keepsInstead())...)
	}
	return out
}

// roomEntries are the last entries after hours.
func (a *accountability) roomEntries() []doc.Block {
	table := doc.Table{
		Columns: []doc.Column{{Head: "Entrata", Width: 4}, {Head: "Dove", Width: 4}, {Head: "Chi", Width: 5}, {Head: "Perché", Width: 6}},
		Empty:   "Finora non è stato registrato alcun ingresso fuori orario.",
	}
	for _, x := range lastOf(app.All(a.d, app.RoomEntryForm), func(x, y *app.RoomEntry) int { return x.In.Compare(y.In.Time) }) {
		table.Rows = append(table.Rows, doc.Row{cell(x.In.String()), cell(x.Where(a.d)), cell(x.Who(a.d)), cell(x.Why)})
	}
	return []doc.Block{table}
}

// closingSignature is that of the controller, for the document and its annexes.
func (a *accountability) closingSignature() []doc.Block {
	if a.number == "" && !a.blank {
		return nil // a working copy is not signed
	}
	s := a.signature()
	s.Signers[0].Name = joined(", ", s.Signers[0].Name, lowered(a.d.Office().RepresentativeRole))
	return []doc.Block{s}
}
