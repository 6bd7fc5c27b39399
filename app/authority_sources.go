package app

import (
	"cmp"
	"strings"
	"sync"

	"tutela/app/breach"
	"tutela/app/form"
)

// authorityTypes are the records that a question may name a field of.
var authorityTypes = sync.OnceValue(func() map[string]*form.Type {
	return map[string]*form.Type{"office": OfficeForm.Type(), "breach": BreachForm.Type(), "notification": notificationForm.Type()}
})

// authorityConditions say whether a question is asked.
var authorityConditions map[string]func(*asked) bool

// authoritySources are the answers that no field holds as they are asked for.
var authoritySources map[string]func(*asked) []string

// The tables are filled once the forms are there: they read them.
func init() {
	authorityConditions = map[string]func(*asked) bool{
		"supplementary": func(x *asked) bool { return x.n.Phase == PhaseSupplementary },
		"dpo":           func(x *asked) bool { return withDPO(x.office) },
		"dated":         func(x *asked) bool { return x.b.EventWhen != EventUnknown && x.b.EventWhen != "" },
		"late":          (*asked).late,
		"other-cause":   func(x *asked) bool { return x.b.Cause == "other" },
		"told":          func(x *asked) bool { return x.told() == "yes" },
		"told-or-planned": func(x *asked) bool {
			return x.told() == "yes" || x.told() == "planned"
		},
		"not-told":     func(x *asked) bool { return x.told() == "no" },
		"cross-border": func(x *asked) bool { return x.b.CrossBorder == "yes" },
		"police":       func(x *asked) bool { return x.b.Police == "yes" },
	}
	authoritySources = map[string]func(*asked) []string{
		"law":               func(*asked) []string { return []string{"art. 33 del regolamento (UE) 2016/679"} },
		"case":              (*asked).caseNumber,
		"notifier":          func(x *asked) []string { return []string{x.notifier().name} },
		"notifier_email":    func(x *asked) []string { return []string{x.notifier().email} },
		"notifier_phone":    func(x *asked) []string { return []string{x.notifier().phone} },
		"notifier_function": func(x *asked) []string { return []string{x.notifier().function} },
		"address":           func(x *asked) []string { return []string{x.office.FullAddress()} },
		"contact":           (*asked).contact,
		"contact_name":      (*asked).contactName,
		"others":            (*asked).others,
		"event":             (*asked).event,
		"aware_how":         (*asked).awareHow,
		"data":              func(x *asked) []string { return x.words("data_types", "personal_data") },
		"records":           func(x *asked) []string { return []string{CountWords(x.b.RecordsKnown, x.b.Records)} },
		"subjects_words":    func(x *asked) []string { return x.words("subject_categories", "subjects_share") },
		"people":            func(x *asked) []string { return []string{CountWords(x.b.SubjectsKnown, x.b.Subjects)} },
		"incident":          (*asked).incident,
		"data_detail":       (*asked).dataDetail,
		"systems":           (*asked).systems,
		"remedies":          (*asked).remedies,
		"prevention":        (*asked).prevention,
		"told":              func(x *asked) []string { return []string{x.told()} },
		"told_on":           (*asked).toldOn,
		"told_people":       (*asked).toldPeople,
		"told_text":         (*asked).toldText,
		"told_means":        (*asked).toldMeans,
	}
}

// CountWords writes a number as well as it is known: «420», «circa 140».
func CountWords(known string, n form.Int) string {
	switch {
	case known == CountUnknown:
		return "non ancora noto"
	case !n.Valid || known == "":
		return ""
	case known == CountAbout:
		return "circa " + form.FormatInt(n.N)
	}
	return form.FormatInt(n.N)
}

func officeOf(r Records) *Office {
	for _, rec := range r.Records(OfficeForm.Key) {
		return rec.(*Office)
	}
	return &Office{}
}

// words gives the words of fields of the breach on one line.
func (x *asked) words(keys ...string) []string {
	var out []string
	for _, key := range keys {
		if w := strings.Join(authorityTypes()["breach"].Field(key).Words(x.b, x), "; "); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// late says that the first notification comes after the term: the reasons go with
// it, and need not be given again.
func (x *asked) late() bool {
	first := x.b.FirstNotice()
	if !first.IsZero() && !first.Equal(x.n.Sent.Time) {
		return false
	}
	sent := x.n.Sent.Time
	if sent.IsZero() {
		sent = x.now
	}
	return !x.b.Aware.IsZero() && sent.After(breach.Deadline(x.b.Aware).Time)
}

func (x *asked) caseNumber() []string {
	for _, n := range x.b.Notifications {
		if n.CaseNumber != "" {
			return []string{n.CaseNumber}
		}
	}
	return nil
}

type notifier struct{ name, email, phone, function string }

// notifier is the person named in S4, or who stands for the office.
func (x *asked) notifier() notifier {
	for _, rec := range x.Records(PersonForm.Key) {
		if p := rec.(*Person); p.UID() == x.b.Notifier && x.b.Notifier != "" {
			return notifier{x.Ref(PersonForm.Key, p.UID()), cmp.Or(p.Email, x.office.Email), cmp.Or(p.Phone, x.office.Phone), strings.Join(p.DutyNames(x), ", ")}
		}
	}
	o := x.office
	return notifier{o.Representative, o.Email, o.Phone, cmp.Or(o.RepresentativeRole, "Legale rappresentante")}
}

func (x *asked) contact() []string {
	if withDPO(x.office) {
		return []string{"dpo"}
	}
	return []string{"other"}
}

func (x *asked) contactName() []string {
	if withDPO(x.office) {
		return []string{joinedNames(x.office.DPO, x.office.DPOContacts)}
	}
	n := x.notifier()
	if n.name == "" {
		return nil
	}
	return []string{joinedNames(n.name, n.phone, n.email)}
}

func (x *asked) others() []string {
	var out []string
	for _, j := range x.office.JointControllers {
		out = append(out, joinedNames(j.Name, j.Contacts, "contitolare"))
	}
	suppliers := x.b.Suppliers
	if x.b.Supplier != "" && len(missing([]string{x.b.Supplier}, suppliers)) > 0 {
		suppliers = append([]string{x.b.Supplier}, suppliers...)
	}
	for _, rec := range x.Records(SupplierForm.Key) {
		s := rec.(*Supplier)
		if len(missing([]string{s.UID()}, suppliers)) == 0 {
			out = append(out, joinedNames(s.Name, s.VAT, lowerFirst(strings.Join(SupplierForm.Type().Field("role").Words(s, x), ""))))
		}
	}
	if x.office.EURepresentative != "" {
		out = append(out, joinedNames(x.office.EURepresentative, "rappresentante nell’Unione"))
	}
	return out
}

func (x *asked) event() []string {
	switch from := x.b.Event.String(); {
	case from == "":
		return nil
	case x.b.EventWhen == EventSpan:
		if x.b.EventEnd.IsZero() {
			return nil
		}
		return []string{"dal " + from + " al " + x.b.EventEnd.String()}
	case x.b.EventWhen == EventRunning:
		return []string{"dal " + from + ", ancora in corso"}
	default:
		return []string{from}
	}
}

// awareHow says who told, and how.
func (x *asked) awareHow() []string {
	who := cmp.Or(x.Ref(PersonForm.Key, x.b.Reporter), x.b.ReporterOutside)
	if who == "" || x.b.Channel == "" {
		return nil
	}
	return []string{"Segnalazione di " + who + ", " + lowerFirst(x.b.Channel)}
}
