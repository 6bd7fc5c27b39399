package guide

import (
	"strings"
	"sync"

	"tutela/assets"
)

// Example is what an office of invention wrote in a field of some lines, by the keys
// of the form, or of the child form, and of the field; "" where there is none, which
// the tests do not let be.
func Example(form, field string) string { return examples()[form+"."+field] }

// examples reads the file: below each heading a text as it stands, with its lines.
// What comes before the first one is what the file says of itself.
var examples = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, part := range strings.Split("\n"+assets.Examples, "\n# ")[1:] {
		key, text, _ := strings.Cut(part, "\n")
		out[key] = strings.TrimSpace(text)
	}
	return out
})
