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
	if !r.saveFirst() {
		return
	}
	s, uid := r.page.shell, r.uid()
	store, now := s.cfg.Store, s.cfg.Now()
	s.export(exported{
		title: words.T("Esporta la PIA"), name: exchange.FileName(words.F("PIA %s", r.ed.Type.Named(r.ed.Rec, s.names))), ending: ".json",
		doing: words.T("Esporto la PIA"), done: words.T("PIA esportata"),
		write: func(ctx context.Context) ([]byte, error) {
			d, err := store.Dossier(ctx, now)
			if err != nil {
				return nil, err
			}
			return exchange.WritePIA(d, d.Record(app.DPIAForm.Key, uid).(*app.DPIA), blobsOf(ctx, store))
		},
		said: func(path string) string {
			return words.F("%s si importa nello strumento PIA della CNIL, ed è leggibile da chiunque lo apra. L’esame preliminare, il prossimo riesame e la consultazione del Garante non ci sono: lo strumento non li prevede.", path)
		},
	})
}
