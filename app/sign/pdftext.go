package sign

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
)

// moment writes a time as PDF wants it.
func moment(t time.Time) string {
	zone := t.Format("-0700")
	return "D:" + t.Format("20060102150405") + zone[:3] + "'" + zone[3:] + "'"
}

// hexText writes a text as a UTF-16 string.
func hexText(text string) string {
	var out strings.Builder
	out.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&out, "%04X", u)
	}
	out.WriteString(">")
	return out.String()
}

// readMoment reads D:20261122174200+01'00'.
func readMoment(text string) (time.Time, bool) {
	for _, layout := range []string{"D:20060102150405-07'00'", "D:20060102150405-07'00", "D:20060102150405Z07:00", "D:20060102150405"} {
		if t, err := time.Parse(layout, text); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// text reads a string of a PDF, in UTF-16 or in letters of one byte.
func text(value []byte) string {
	if len(value) < 2 {
		return ""
	}
	raw := value[1 : len(value)-1]
	switch value[0] {
	case '<':
		out := make([]byte, hex.DecodedLen(len(raw)))
		if _, err := hex.Decode(out, raw); err != nil {
			return ""
		}
		raw = out
	case '(':
		raw = unescaped(raw)
	default:
		return ""
	}
	if rest, ok := bytes.CutPrefix(raw, []byte{0xfe, 0xff}); ok {
		units := make([]uint16, len(rest)/2)
		for i := range units {
			units[i] = uint16(rest[2*i])<<8 | uint16(rest[2*i+1])
		}
		return string(utf16.Decode(units))
	}
	out := make([]rune, len(raw))
	for i, b := range raw {
		out[i] = rune(b)
	}
	return string(out)
}

var escape = regexp.MustCompile(`(?s)\\([0-7]{1,3}|.)`)

func unescaped(raw []byte) []byte {
	return escape.ReplaceAllFunc(raw, func(m []byte) []byte {
		if n, err := strconv.ParseUint(string(m[1:]), 8, 16); err == nil {
			return []byte{byte(n)}
		}
		switch m[1] {
		case 'n':
			return []byte("\n")
		case 'r':
			return []byte("\r")
		case 't':
			return []byte("\t")
		}
		return m[1:]
	})
}
