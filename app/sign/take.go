package sign

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/pem"
	"errors"

	"tutela/app"
)

// Taken is a file that came back signed from another program.
type Taken struct {
	// Around says that the signature is around the PDF (.p7m) and not in it.
	Around bool
	// PDF is the document itself.
	PDF []byte
	// Signatures are all that were found, each valid.
	Signatures []Signature
	// Digests are the SHA-256 digests of what may have been signed: of the PDF
	// whole, and as it was before each addition. The file is of that kept paper
	// which has one of them.
	Digests []string
}

// mostAround is how many signatures may stand one around the other.
const mostAround = 8

// Take reads a file that another program has signed. It refuses one that is not
// signed, or whose signature does not hold.
func Take(data []byte) (*Taken, error) {
	t, err := unwrap(data)
	if err != nil {
		return nil, &app.Refusal{What: "Questo file non è un documento firmato: non è un PDF né un .p7m.", Do: "Scegliete il file che avete salvato dal programma di firma.", Err: err}
	}
	if len(t.Signatures) == 0 {
		return nil, &app.Refusal{What: "Questo PDF non è firmato.", Do: "Firmatelo con il vostro programma e scegliete il file che ha salvato."}
	}
	for _, s := range t.Signatures {
		if s.Verdict != Valid {
			return nil, &app.Refusal{What: refused(s), Do: "Esportate di nuovo il documento e firmatelo un’altra volta."}
		}
	}
	t.Digests = digests(t.PDF)
	return t, nil
}

func refused(s Signature) string {
	switch {
	case s.Verdict == Unreadable:
		return "La firma è fatta in un modo che Tutela non sa controllare."
	case s.Verdict == Broken:
		return "La firma non è valida: non corrisponde al certificato che porta."
	}
	return "La firma non è valida: il documento è stato cambiato dopo."
}

// open reads a signature around a file, as bytes or as letters (base64), and
// gives what it is around.
func open(data []byte) (content []byte, found []Signature, err error) {
	m, err := parse(data, letters(data))
	if err != nil {
		return nil, nil, err
	}
	if found = signers(m); len(found) == 0 {
		found = []Signature{{Verdict: Unreadable}} // its signers are named in another way
	}
	return m.Content, found, nil
}

// letters reads base64 with or without its head; nil where it is none.
func letters(data []byte) []byte {
	if block, _ := pem.Decode(data); block != nil {
		return block.Bytes
	}
	out, err := base64.StdEncoding.DecodeString(string(bytes.Join(bytes.Fields(data), nil)))
	if err != nil {
		return nil
	}
	return out
}

// digests are those of a PDF and of what it was before each addition.
func digests(data []byte) []string {
	h := sha256.New()
	var out []string
	add := func() { out = append(out, hex.EncodeToString(h.Sum(nil))) }
	end := []byte("%%EOF")
	for len(data) > 0 && len(out) < mostSignatures {
		i := bytes.Index(data, end)
		if i < 0 {
			break
		}
		i += len(end)
		h.Write(data[:i])
		data = data[i:]
		add()
		// A file may or may not end its last line, in one of three ways.
		for n := 0; n < 2 && len(data) > 0 && (data[0] == '\r' || data[0] == '\n'); n++ {
			h.Write(data[:1])
			data = data[1:]
			add()
		}
	}
	h.Write(data)
	add()
	return out
}

// Look gives the signatures of a file that was taken before, whatever they are
// like now: those around it and those in it.
func Look(data []byte) []Signature {
	t, err := unwrap(data)
	if err != nil {
		return append(t.Signatures, Signature{Verdict: Changed})
	}
	return t.Signatures
}

// unwrap goes through the signatures around a PDF to those in it. With an error it
// gives those that it came to.
func unwrap(data []byte) (*Taken, error) {
	t := &Taken{PDF: data}
	for n := 0; !bytes.HasPrefix(t.PDF, []byte("%PDF-")); n++ {
		content, found, err := open(t.PDF)
		if err == nil && n == mostAround {
			err = errors.New("too many signatures around it")
		}
		if err != nil {
			return t, err
		}
		t.Around, t.PDF = true, content
		t.Signatures = append(t.Signatures, found...)
	}
	t.Signatures = append(t.Signatures, InPDF(t.PDF)...)
	return t, nil
}
