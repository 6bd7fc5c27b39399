package app

import (
	"fmt"

	"tutela/app/form"
)

// Multiply keeps n more treatments, each like one of those given under a title
// of its own: an office larger than any, for measuring.
func Multiply(like []any, n int, save func(*form.Type, form.Record) error) error {
	t := TreatmentForm.Type()
	for i := range n {
		x := t.Clone(like[i%len(like)]).(*Treatment)
		*x.Head() = form.Head{}
		x.Title = fmt.Sprintf("%s, %05d", x.Title, i+1)
		if err := save(t, x); err != nil {
			return err
		}
	}
	return nil
}
