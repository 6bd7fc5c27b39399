package form

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	italianInt   = regexp.MustCompile(`^-?(\d{1,15}|\d{1,3}(\.\d{3}){1,4})$`)
	italianMoney = regexp.MustCompile(`^-?(\d{1,13}|\d{1,3}(\.\d{3}){1,4})(,\d{1,2})?$`)
	dotDecimals  = regexp.MustCompile(`^-?\d+\.\d{1,2}$`)
)

// ParseInt reads a whole number, with or without points between the thousands.
func ParseInt(raw string) (int64, string) {
	raw = strings.TrimSpace(raw)
	if !italianInt.MatchString(raw) {
		return 0, "Scrivete un numero intero, per esempio 7."
	}
	n, err := strconv.ParseInt(strings.ReplaceAll(raw, ".", ""), 10, 64)
	if err != nil {
		return 0, "Il numero è troppo grande."
	}
	return n, ""
}

// FormatInt writes a whole number with points between the thousands.
func FormatInt(n int64) string {
	digits, sign := strconv.FormatInt(n, 10), ""
	if n < 0 {
		digits, sign = digits[1:], "-"
	}
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteRune(d)
	}
	return sign + b.String()
}

// ParseMoney reads euro as 1.234,50 and gives cents.
func ParseMoney(raw string) (int64, string) {
	raw = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(raw), "€"), "€"))
	switch {
	case dotDecimals.MatchString(raw):
		return 0, "I decimali vanno dopo la virgola: " + strings.Replace(raw, ".", ",", 1) + "."
	case !italianMoney.MatchString(raw):
		return 0, "Scrivete l’importo come 1.234,50."
	}
	whole, part, _ := strings.Cut(strings.ReplaceAll(raw, ".", ""), ",")
	n, err := strconv.ParseInt(whole+(part + "00")[:2], 10, 64)
	if err != nil {
		return 0, "L’importo è troppo grande."
	}
	return n, ""
}

// FormatMoney writes cents as 1.234,50.
func FormatMoney(cents int64) string {
	sign := ""
	if cents < 0 {
		sign, cents = "-", -cents
	}
	part := strconv.FormatInt(cents%100, 10)
	if len(part) == 1 {
		part = "0" + part
	}
	return sign + FormatInt(cents/100) + "," + part
}
