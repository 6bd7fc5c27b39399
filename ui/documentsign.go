package ui

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"time"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/app/form"
	"tutela/app/pdf"
	"tutela/app/sign"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// prefCertificate is the file of the certificate that was signed with last. Its
// passphrase is kept nowhere.
const prefCertificate = "certificate"

// certificateEndings are those of files with a certificate and its key.
var certificateEndings = []string{".p12", ".pfx"}

// signOrder is how a paper is to be signed.
type signOrder struct {
	by     *sign.Identity
	line   int // of Print.Signers; -1 where there are none
	reason string
}

// signDigitally asks with which certificate a paper is to be signed, on which line
// and why.
func (p *documentsPage) signDigitally(x app.Print) {
	s := p.shell
	if len(x.Signers) > 0 && len(x.Unsigned()) == 0 {
		kit.ShowInfo(s.win, words.T("Hanno già firmato tutti"), words.T("Se una firma non va bene, togliete prima la sua copia."))
		return
	}
	certificate := kit.NewEntry(kit.TextEntry)
	certificate.SetText(s.cfg.App.Preferences().String(prefCertificate))
	certificateField := kit.NewField(words.T("File del certificato (.p12 o .pfx)"), certificate)
	browse := kit.NewLink(words.T("Sfoglia…"), kit.IconFolder, func() {
		s.askOpen(words.T("Scegliete il file del certificato"), certificateEndings, certificate.SetText)
	})
	secret := kit.NewEntry(kit.SecretEntry)
	secretField := kit.NewField(words.T("Password del certificato"), secret)
	secretField.SetHelp(words.T("Serve per questa firma e non si conserva."))
	content := kit.Column(kit.GapField, certificateField, kit.Flow(0, browse), secretField)
	line := kit.NewSelect(linesToSign(x))
	line.SetValue(strconv.Itoa(firstLine(x)))
	if len(x.Signers) > 0 {
		content.Add(kit.NewField(words.T("Chi firma"), line))
	}
	reason := kit.NewEntry(kit.TextEntry)
	reasonField := kit.NewField(words.T("Motivo"), reason)
	reasonField.SetHelp(words.T("Si può lasciare vuoto."))
	content.Add(reasonField)
	var order signOrder
	stay := func() bool {
		certificateField.SetError("")
		secretField.SetError("")
		id, wrong, err := openCertificate(strings.TrimSpace(certificate.Text), secret.Text)
		if err == nil {
			err = id.Usable(s.cfg.Now())
		}
		if err != nil {
			field, entry := certificateField, certificate
			if wrong {
				field, entry = secretField, secret
			}
			field.SetError(words.Sentence(app.Sentence(err)))
			kit.FocusOn(entry)
			return true
		}
		order = signOrder{by: id, line: firstLine(x), reason: strings.TrimSpace(reason.Text)}
		if n, err := strconv.Atoi(line.Value()); err == nil {
			order.line = n
		}
		return false
	}
	kit.ShowDialog(s.win, kit.DialogConfig{
		Title: words.T("Firma digitale"), Content: content, Default: 1, Width: 560,
		Buttons: []kit.DialogButton{
			{Label: words.T("Annulla"), Kind: kit.Outlined, Do: func() { secret.SetText("") }},
			{Label: words.T("Firma"), Kind: kit.Filled, Stay: stay, Do: func() {
				secret.SetText("")
				s.cfg.App.Preferences().SetString(prefCertificate, strings.TrimSpace(certificate.Text))
				p.signNow(x, order)
			}},
		},
	})
}

// openCertificate reads a certificate with its key; wrong says that the passphrase
// is what is wrong.
func openCertificate(path, passphrase string) (id *sign.Identity, wrong bool, err error) {
	if path == "" {
		return nil, false, &app.Refusal{What: "Manca il file del certificato.", Do: "Scrivete dove si trova, o sceglietelo con Sfoglia."}
	}
	data, err := readFile(context.Background(), path, func(int, int) {})
	if err != nil {
		return nil, false, err
	}
	id, err = sign.Open(data, passphrase)
	return id, errors.Is(err, sign.ErrPassphrase), err
}

// linesToSign are the lines of a paper that nobody has signed.
func linesToSign(x app.Print) (out []kit.Option) {
	for _, i := range x.Unsigned() {
		out = append(out, kit.Option{Value: strconv.Itoa(i), Label: signerName(x.Signers[i])})
	}
	return out
}

func firstLine(x app.Print) int {
	if left := x.Unsigned(); len(left) > 0 {
		return left[0]
	}
	return -1
}

// signNow signs away from the window's thread, and says how it went.
func (p *documentsPage) signNow(x app.Print, order signOrder) {
	s := p.shell
	cfg := s.cfg
	var kept app.SignedForm
	s.work(words.T("Firmo il documento"), func(ctx context.Context) (err error) {
		kept, err = signKept(ctx, cfg, x, order)
		return err
	}, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		p.verdict = nil
		p.shown()
		kit.ShowInfo(s.win, words.T("Documento firmato"), words.F("Firmato da %s. La firma è stata controllata ed è valida; «%s» si conserva con il documento.", kept.Signer, kept.Name))
	})
}

// signKept signs a kept paper and keeps what comes of it, checked.
func signKept(ctx context.Context, cfg Config, x app.Print, order signOrder) (app.SignedForm, error) {
	if err := x.Signable(); err != nil {
		return app.SignedForm{}, err
	}
	data, err := toSign(ctx, cfg.Store, x)
	if err != nil {
		return app.SignedForm{}, err
	}
	now := cfg.Now().In(form.Rome)
	field, err := signField(ctx, cfg.Store, x, order, len(sign.InPDF(data)), now)
	if err != nil {
		return app.SignedForm{}, err
	}
	field.Reason, field.At = order.reason, now
	signed, err := sign.PDF(data, order.by, field)
	if err != nil {
		return app.SignedForm{}, err
	}
	list := sign.InPDF(signed)
	if last := list[len(list)-1]; last.Verdict != sign.Valid || last.Covered != len(signed) {
		return app.SignedForm{}, errors.New("sign: what was signed does not hold")
	}
	g := app.SignedForm{
		Print: x.UID, How: app.SignedInside, Name: exchange.FileName(x.Title) + " - " + words.T("firmato") + ".pdf", MIME: "application/pdf",
		Day: form.DateOf(now), Signer: order.by.Name(), Data: signed,
	}
	if order.line >= 0 {
		g.Lines = []int{order.line}
	}
	return cfg.Store.SignPrint(ctx, cfg.By, g)
}

// The place of a signature that has no line: the foot of the last page, below all
// that is printed, some abreast; points from its lower left corner.
const (
	footX, footY = 57, 10
	footW, footH = 150, 19
	footStep     = 165
	mostAtFoot   = 3
)

// signField is where a signature shows: on its line, where the paper has one.
func signField(ctx context.Context, store Store, x app.Print, order signOrder, before int, now time.Time) (sign.Field, error) {
	field := sign.Field{Page: -1, X: footX + float64(before%mostAtFoot)*footStep, Y: footY, W: footW, H: footH}
	packed, err := store.PrintLayout(ctx, x.UID)
	if err != nil {
		return field, err
	}
	if packed != nil {
		layout, err := pdf.Unpack(packed)
		if err != nil {
			return field, err
		}
		if places := layout.SignPlaces(); order.line >= 0 && order.line < len(places) {
			at := places[order.line]
			field = sign.Field{Page: at.Page, X: at.X, Y: layout.Pages[at.Page].H - at.Y - at.H, W: at.W, H: at.H}
		}
	}
	lines := order.by.Says(now, order.reason)
	if field.H <= footH {
		lines = lines[:2]
	}
	field.Drawing, err = pdf.Stamp(field.W, field.H, lines)
	return field, err
}
