package ui

import (
	"bytes"
	"context"
	"slices"

	"tutela/app"
	"tutela/app/form"
	"tutela/app/sign"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// verifySigned looks at each form in which a paper was signed: its bytes, its
// signatures, and that it is of the paper.
func verifySigned(ctx context.Context, cfg Config, x app.Print, v *verdict) error {
	for _, g := range x.Signed {
		data, _, err := cfg.Store.Blob(ctx, g.SHA256)
		if err != nil {
			v.add(kit.ToneError, kit.IconWarning, g.Name+": "+words.Sentence(app.Sentence(err)))
			continue
		}
		noted, err := notedSigned(ctx, cfg.Store, x, g)
		switch {
		case err != nil:
			return err
		case !noted:
			v.add(kit.ToneError, kit.IconWarning, words.F("%s: la sua impronta non è quella che la storia dell’ufficio ricorda.", g.Name))
		case g.How == app.SignedOnPaper:
			v.add(kit.ToneOK, kit.IconCheck, words.F("La copia firmata a mano «%s» è intera.", g.Name))
		default:
			digitally(cfg, g, data, v)
		}
	}
	return nil
}

// notedSigned says that the trail remembers the bytes of a form.
func notedSigned(ctx context.Context, store Store, x app.Print, g app.SignedForm) (bool, error) {
	history, err := store.History(ctx, app.PrintRegister, x.UID)
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(history, func(c app.Change) bool {
		return c.Action == app.ActionSign && bytes.Contains(c.Payload, []byte(g.UID)) && bytes.Contains(c.Payload, []byte(g.SHA256))
	}), nil
}

// digitally says in words how the signatures of a form stand.
func digitally(cfg Config, g app.SignedForm, data []byte, v *verdict) {
	for _, one := range sign.Look(data) {
		until := form.DateOf(one.NotAfter)
		switch {
		case one.Verdict == sign.Changed:
			v.add(kit.ToneError, kit.IconWarning, words.F("%s: la firma non è valida, il documento è stato cambiato dopo.", g.Name))
		case one.Verdict == sign.Broken:
			v.add(kit.ToneError, kit.IconWarning, words.F("%s: la firma non è valida, non corrisponde al certificato che porta.", g.Name))
		case one.Verdict == sign.Unreadable:
			v.add(kit.ToneWarn, kit.IconWarning, words.F("%s: la firma è fatta in un modo che Tutela non sa controllare.", g.Name))
		case !one.InTime(cfg.Now()):
			v.add(kit.ToneWarn, kit.IconWarning, words.F("Firma di %s: i byte sono quelli firmati, ma il certificato valeva dal %s al %s.", one.Name, form.DateOf(one.NotBefore), until))
		case one.Extended:
			v.add(kit.ToneWarn, kit.IconWarning, words.F("Firma di %s: è valida, ma dopo la firma al file è stato aggiunto qualcosa. Guardatelo con il programma di firma.", one.Name))
		default:
			v.add(kit.ToneOK, kit.IconCheck, words.F("Firma digitale valida: %s, certificato di %s che vale fino al %s.", one.Name, one.Issuer, until))
		}
	}
	v.add(kit.ToneNeutral, kit.IconInfo, words.T("Se il certificato è stato revocato, e se chi lo ha rilasciato è riconosciuto, lo dice il programma di firma: Tutela non va in rete."))
}
