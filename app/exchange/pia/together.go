package pia

import (
	"slices"
	"strings"
)

// together is the text of the record that holds the parts.
func together(parts []part) string {
	var out []string
	alone := ""
	for _, p := range parts {
		said := p.get()
		if said == "" && !p.whole {
			continue
		}
		if out = append(out, strings.TrimSpace(p.head+"\n"+said)); p.usual {
			alone = said
		}
	}
	if len(out) == 1 && alone != "" {
		return alone
	}
	return strings.Join(out, "\n\n")
}

// under is a text that stands under a line, or under none.
type under struct {
	part int // -1 for a line of no part
	head string
	said string
}

// apart takes a text of the record apart by the lines of the parts; fresh says which
// other lines begin a part that the file has not.
func apart(s string, parts []part, fresh func(line string) bool) []under {
	usual := max(0, slices.IndexFunc(parts, func(p part) bool { return p.usual }))
	out := []under{{part: usual}}
	taken := map[int]bool{}
	for _, line := range strings.Split(clean(s), "\n") {
		head := strings.TrimSpace(line)
		at := slices.IndexFunc(parts, func(p part) bool { return p.head == head })
		for i := at + 1; at >= 0 && taken[at] && i < len(parts); i++ { // of those alike, the next
			if parts[i].head == head && !taken[i] {
				at = i
			}
		}
		switch {
		case at >= 0:
			taken[at] = true
			out = append(out, under{part: at, head: head})
		case fresh(head):
			out = append(out, under{part: -1, head: head})
		default:
			out[len(out)-1].said += line + "\n"
		}
	}
	for i := range out {
		out[i].said = clean(out[i].said)
	}
	return out
}
