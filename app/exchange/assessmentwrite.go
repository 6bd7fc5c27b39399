package exchange

import (
	"time"

	"tutela/app"
	"tutela/app/exchange/pia"
)

// piaMoment is how exactly the tool of the CNIL keeps a moment.
const piaMoment = time.Millisecond

// WritePIA gives an impact assessment as a file of the tool of the CNIL. Where the
// record came from one, that is what it is, but for what was changed in the record
// since. The screening, the next review and the consultation have no place there.
func WritePIA(d *app.Dossier, x *app.DPIA, blobs Blobs) ([]byte, error) {
	if x.Decision == app.DPIASkip {
		return nil, &app.Refusal{
			What: "Questa scheda dice che la valutazione d’impatto non si fa: non c’è una PIA da esportare.",
			Do:   "Esportate la scheda di una valutazione che si fa.",
		}
	}
	f, _, err := keptPIA(x, blobs)
	if err != nil {
		return nil, err
	}
	if f == nil {
		h := x.Head()
		f = pia.New(d.Ref(app.TreatmentForm.Key, x.Treatment), d.Ref(app.PersonForm.Key, x.ScreenedBy), h.Created, h.Updated)
	}
	f.Take(x)
	return f.Bytes(), nil
}
