package app

import "tutela/app/form"

// Saving is a record on its way into the file together with others: what one
// action of the user changes is kept as a whole.
type Saving struct {
	Type *form.Type
	Rec  any
}
