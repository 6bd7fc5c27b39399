package form

import (
	"strconv"
	"time"
)

// Past marks a moment that has happened: one in the future is wrong, and blocks
// the save. What the time is, the description does not know: see Future.
func (f F[T]) Past() F[T] { f.field.Past = true; return f }

// Future lists the moments of a record that are marked as past and lie ahead of
// now, to the minute: Editor tells them beside the field, the store refuses them.
func (t *Type) Future(rec any, now time.Time) []Problem { return t.future(rec, now, "", "") }

func (t *Type) future(rec any, now time.Time, path, label string) (out []Problem) {
	for _, f := range t.fields {
		if f.Kind == KList {
			for i := range f.Rows(rec) {
				n := strconv.Itoa(i)
				out = append(out, f.Child.future(f.Row(rec, i), now, path+f.Key+"/"+n+"/", label+f.Label+" "+strconv.Itoa(i+1)+", ")...)
			}
		}
		if !f.Past || !f.Shown(rec) {
			continue
		}
		if m, ok := f.Value(rec).(Moment); ok && m.Truncate(time.Minute).After(now) {
			out = append(out, Problem{path + f.Key, label + f.Label, Wrong, "Viene dopo adesso: scrivete quando è successo davvero.", f.Law})
		}
	}
	return out
}
