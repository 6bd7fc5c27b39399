package ui

import (
	"context"
	"strings"

	"tutela/app"
	"tutela/app/form"
	"tutela/ui/formwords"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// calledBy are the fields by which the records of a register are called, where one
// can be made in passing from a field that refers to it. Others are no small matter:
// a treatment or a letter is begun where it stands.
func calledBy(register string) []string {
	switch register {
	case app.PersonForm.Key:
		return []string{"surname", "name"}
	case app.SystemForm.Key, app.SupplierForm.Key, app.SiteForm.Key, app.RoomForm.Key, app.UnitForm.Key, app.ArchiveForm.Key:
		return []string{"name"}
	}
	return nil
}

// newRecordLabel is what making a record is called at the end of a list of choices.
func (s *Shell) newRecordLabel(register, typed string) string {
	reg, ok := app.RegisterOf(s.cfg.Registers, register)
	if !ok || len(calledBy(register)) == 0 {
		return ""
	}
	one := formwords.One(reg.Type)
	switch {
	case reg.Fem && typed != "":
		return words.F("Nuova %s «%s»…", one, typed)
	case reg.Fem:
		return words.F("Nuova %s…", one)
	case typed != "":
		return words.F("Nuovo %s «%s»…", one, typed)
	}
	return words.F("Nuovo %s…", one)
}

// newRecord asks what a record is called, keeps it, and hands on its UID. The rest is
// written later: until then it is among those to be completed.
func (s *Shell) newRecord(register, typed string, done func(uid string)) {
	reg, ok := app.RegisterOf(s.cfg.Registers, register)
	if !ok {
		return
	}
	ed := form.NewEditor(reg.Type, nil)
	ed.Now = s.cfg.Now
	s.begin(ed.Rec)
	keys, fields, content := calledBy(register), map[string]*kit.Field{}, kit.Column(kit.GapField)
	boxes := map[string]*kit.Entry{}
	for i, key := range keys {
		box := kit.NewEntry(kit.TextEntry)
		text := typed
		if i < len(keys)-1 { // the surname comes first, as in every list
			text, typed, _ = strings.Cut(typed, " ")
		}
		box.SetText(strings.TrimSpace(text))
		boxes[key], fields[key] = box, kit.NewField(formwords.Label(reg.Type, reg.Type.Field(key)), box)
		content.Add(fields[key])
	}
	wrong := func() bool {
		for _, key := range keys {
			ed.SetText(reg.Type.Field(key), strings.TrimSpace(boxes[key].Text))
		}
		refused := false
		for _, key := range keys {
			said := ""
			if strings.TrimSpace(boxes[key].Text) == "" {
				said = words.T("Scrivetelo: è così che si ritrova.")
			}
			for _, p := range ed.Problems() {
				if p.Path == key && p.Gravity == form.Wrong {
					said = words.Sentence(p.Text)
				}
			}
			fields[key].SetError(said)
			refused = refused || said != ""
		}
		return refused
	}
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title: newTitle(reg), Default: 1, Width: 480, Content: content,
		Text: words.T("Per ora basta questo. Il resto si scrive nella sua scheda, che fino ad allora è fra quelle da completare."),
		Buttons: []kit.DialogButton{
			{Label: words.T("Annulla"), Kind: kit.Outlined},
			{Label: words.T("Aggiungi"), Kind: kit.Filled, Stay: wrong, Do: func() {
				if err := s.cfg.Store.Save(context.Background(), s.cfg.By, reg.Type, ed.Rec); err != nil {
					s.fail(err)
					return
				}
				uid := ed.Rec.(form.Record).Head().UID
				s.savedRecord(reg.Key, uid)
				done(uid)
			}},
		},
	})
}
