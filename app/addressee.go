package app

// Addressee is somebody that a letter is printed for, read from a list that the
// office brings: it is kept nowhere.
type Addressee struct{ Name, Address, Email string }

// NamesOf are the names of a list.
func NamesOf(list []Addressee) []string {
	out := make([]string, len(list))
	for i, a := range list {
		out[i] = a.Name
	}
	return out
}
