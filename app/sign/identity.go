// Package sign signs PDFs with the user's own certificate, as PAdES B-B asks
// (ETSI EN 319 142-1), and checks signatures: in a PDF, or around one (.p7m).
//
// It does no I/O. What a signature is worth in law depends on who issued the
// certificate and whether it was revoked, which cannot be asked without a
// network: nothing here says so.
package sign

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	"errors"
	"fmt"
	"time"

	"software.sslmate.com/src/go-pkcs12"

	"tutela/app"
	"tutela/app/form"
)

// Identity is a key with its certificate: who signs.
type Identity struct {
	key  crypto.Signer
	leaf *x509.Certificate
	// chain are the certificates to put into a signature, that of the key first.
	chain []*x509.Certificate
}

// ErrPassphrase is the cause of a refusal for the passphrase alone.
var ErrPassphrase = errors.New("wrong passphrase")

// Open reads a PKCS#12 file (.p12, .pfx). The passphrase is used and not kept.
func Open(file []byte, passphrase string) (*Identity, error) {
	key, leaf, others, err := pkcs12.DecodeChain(file, passphrase)
	var unknown pkcs12.NotImplementedError
	switch {
	case errors.Is(err, pkcs12.ErrIncorrectPassword), errors.Is(err, pkcs12.ErrDecryption):
		return nil, &app.Refusal{What: "La password del certificato non è giusta.", Do: "Riscrivetela: maiuscole e minuscole contano.", Err: errors.Join(ErrPassphrase, err)}
	case errors.As(err, &unknown):
		return nil, &app.Refusal{What: "Il file del certificato è protetto in un modo che Tutela non conosce.", Do: "Esportate di nuovo il certificato con la sua chiave, come file .p12 o .pfx.", Err: err}
	case err != nil:
		return nil, &app.Refusal{
			What: "Questo file non è un certificato con la sua chiave (PKCS#12).",
			Do:   "Scegliete il file .p12 o .pfx che avete ricevuto o esportato con il certificato.", Err: err,
		}
	}
	id := &Identity{}
	switch k := key.(type) {
	case *rsa.PrivateKey:
		id.key = k
	case *ecdsa.PrivateKey:
		id.key = k
	default:
		return nil, &app.Refusal{What: "La chiave del certificato è di un tipo che Tutela non sa usare.", Do: "Serve un certificato con chiave RSA o ECDSA.", Err: fmt.Errorf("key %T", key)}
	}
	public, _ := id.key.Public().(interface{ Equal(crypto.PublicKey) bool })
	// The certificates stand in the file in any order.
	for _, c := range append([]*x509.Certificate{leaf}, others...) {
		if id.leaf == nil && public.Equal(c.PublicKey) {
			id.leaf = c
			continue
		}
		id.chain = append(id.chain, c)
	}
	if id.leaf == nil {
		return nil, &app.Refusal{What: "Nel file la chiave e il certificato non vanno insieme.", Do: "Esportate di nuovo il certificato con la sua chiave.", Err: errors.New("no certificate of the key")}
	}
	id.chain = append([]*x509.Certificate{id.leaf}, id.chain...)
	return id, nil
}

// Name is whom the certificate was issued to.
func (id *Identity) Name() string { return nameOf(id.leaf) }

// Says is what a signature shows on paper, in lines: who, when and, where it is
// said, why.
func (id *Identity) Says(at time.Time, reason string) []string {
	out := []string{"Firmato digitalmente da " + id.Name(), "il " + form.MomentOf(at).String()}
	if reason != "" {
		out = append(out, reason)
	}
	return out
}

// nameOf is what a certificate calls its holder.
func nameOf(c *x509.Certificate) string {
	if c.Subject.CommonName != "" {
		return c.Subject.CommonName
	}
	return c.Subject.String()
}

// Usable refuses a certificate that cannot be signed with at a time.
func (id *Identity) Usable(now time.Time) error {
	switch {
	case now.Before(id.leaf.NotBefore):
		return &app.Refusal{
			What: "Il certificato di " + id.Name() + " non è ancora valido: lo sarà dal " + form.MomentOf(id.leaf.NotBefore).String() + ".",
			Do:   "Aspettate quel giorno, o controllate la data del computer.",
		}
	case now.After(id.leaf.NotAfter):
		return &app.Refusal{
			What: "Il certificato di " + id.Name() + " è scaduto il " + form.MomentOf(id.leaf.NotAfter).String() + ".",
			Do:   "Chiedete il rinnovo a chi lo ha rilasciato e firmate con quello nuovo.",
		}
	}
	return nil
}
