package app

import "tutela/app/form"

// Bundle is a whole office outside its file: what is exported and imported.
type Bundle struct {
	Office  string           // UID of the office; "" while it has none
	Records map[string][]any // by register key, in the order of their creation
	Files   []Blob           // attachments, by SHA-256
	Prints  []Print          // with their bytes
	History []Change         // the audit trail, oldest first
}

// Blob is the bytes of an attachment.
type Blob struct {
	SHA256 string // lower-case hex
	MIME   string
	Bytes  []byte
}

// Known says which entries and records an office has already: Has is asked with
// a catalogue and a slug, or with a register and a UID.
type Known interface{ Has(name, key string) bool }

// Plan tells what an import does, or would do.
type Plan struct {
	Whole   bool           // into an empty file: history and prints included
	New     map[string]int // records added, by register key
	Changed map[string]int
	Same    int
	Taken   Taken // what it wrote, to be taken back; zero for a trial
}

// Taken is the rows of the trail that one import wrote, both included; zero for none.
type Taken struct{ First, Last int64 }

// Registered names the registers of a list by key.
func Registered(list []Register) map[string]*form.Type {
	out := make(map[string]*form.Type, len(list))
	for _, r := range list {
		out[r.Key] = r.Type
	}
	return out
}
