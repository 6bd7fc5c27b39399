package exchange

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// longestName keeps a file name, and the path to it, within what systems take.
const longestName = 120

// FileName makes a title the name of a file on any system, without its ending.
func FileName(title string) string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, strings.ReplaceAll(title, ": ", " - "))
	for len(name) > longestName {
		_, last := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-last]
	}
	name = strings.Trim(name, " .")
	switch strings.ToUpper(name) {
	case "", "CON", "PRN", "AUX", "NUL":
		return strings.TrimSpace("Documento " + name)
	}
	return name
}

// FileNames makes a name for the file of each title: told apart, whatever the
// system thinks of capitals, and none of those in used, which are in small letters.
func FileNames(titles []string, ending string, used map[string]bool) []string {
	taken := map[string]bool{}
	out := make([]string, len(titles))
	for i, title := range titles {
		base := FileName(title)
		name := base + ending
		for n := 2; taken[strings.ToLower(name)] || used[strings.ToLower(name)]; n++ {
			name = base + " (" + strconv.Itoa(n) + ")" + ending
		}
		taken[strings.ToLower(name)] = true
		out[i] = name
	}
	return out
}
