package exchange

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"tutela/app"
)

// decode gives the text of a file that does not say how it is written: by its
// mark (UTF-8, UTF-16), as UTF-8 where it is that, else as Windows writes in
// Italy (Windows-1252).
func decode(data []byte) (string, error) {
	var from encoding.Encoding
	switch little, big := zeros(data); {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), little:
		from = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(data, []byte("\xfe\xff")), big:
		from = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case utf8.Valid(data):
		return checked(string(data))
	default:
		from = charmap.Windows1252
	}
	text, err := from.NewDecoder().Bytes(data)
	if err != nil {
		return "", notText()
	}
	return checked(string(text))
}

// zeros says that every other byte is nearly always zero: UTF-16 without a mark.
func zeros(data []byte) (little, big bool) {
	var even, odd int
	sample := data[:min(len(data), 1000)]
	for i, b := range sample {
		switch {
		case b != 0:
		case i%2 == 0:
			even++
		default:
			odd++
		}
	}
	most := len(sample) / 3
	return len(data) > 3 && odd > most && even == 0, len(data) > 3 && even > most && odd == 0
}

// checked refuses what no table holds: bytes that are no text.
func checked(text string) (string, error) {
	text = strings.TrimPrefix(text, "\ufeff")
	if strings.ContainsFunc(text, func(r rune) bool { return r < ' ' && !strings.ContainsRune("\t\n\v\f\r", r) || r == utf8.RuneError }) {
		return "", notText()
	}
	return text, nil
}

func notText() error {
	return &app.Refusal{
		What: "Il file non è un testo che si possa leggere: contiene caratteri che in un CSV non ci stanno.",
		Do:   "Scegliete un file .csv o .xlsx; se lo avete esportato da un programma, esportatelo di nuovo come «CSV UTF-8».",
	}
}
