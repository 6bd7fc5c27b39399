package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// blobsOf reads the attachments of an office.
func blobsOf(ctx context.Context, store Store) exchange.Blobs {
	return func(sha256 string) ([]byte, error) {
		data, _, err := store.Blob(ctx, sha256)
		return data, err
	}
}

// assessmentLinks lead out of an impact assessment to the tool of the CNIL.
func (r *recordView) assessmentLinks() []fyne.CanvasObject {
	if r.page.reg.Key != app.DPIAForm.Key {
		return nil
	}
	return []fyne.CanvasObject{kit.NewLink(words.T("Esporta la PIA (CNIL)"), kit.IconDownload, r.exportPIA)}
}

// exportPIA writes the assessment as it is saved.
func (r *recordView) exportPIA() {
	if r.dirty {
		r.save()
		if r.dirty {
			return
		}
	}
	s, uid := r.page.shell, r.uid()
	store, now := s.cfg.Store, s.cfg.Now()
	name := exchange.FileName(words.F("PIA %s", r.ed.Type.Named(r.ed.Rec, s.names)))
	s.askSave(words.T("Esporta la PIA"), name, ".json", words.T("Esporta"), func(path string) {
		s.work(words.T("Esporto la PIA"), func(ctx context.Context) error {
			d, err := store.Dossier(ctx, now)
			if err != nil {
				return err
			}
			data, err := exchange.WritePIA(d, d.Record(app.DPIAForm.Key, uid).(*app.DPIA), blobsOf(ctx, store))
			if err != nil {
				return err
			}
			return exchange.WriteFile(path, data)
		}, func(err error) {
			if err != nil {
				s.fail(err)
				return
			}
			kit.ShowInfo(s.win, words.T("PIA esportata"), words.F("%s si importa nello strumento PIA della CNIL, ed è leggibile da chiunque lo apra. L’esame preliminare, il prossimo riesame e la consultazione del Garante non ci sono: lo strumento non li prevede.", path))
		})
	})
}
