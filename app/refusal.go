// Package app is what a privacy office is and its rules: the registers, the
// checks, the words for people. It does no I/O and knows no SQL and no window.
package app

import "errors"

// Refusal is an error with words for people: what is wrong and what to do, in
// Italian. The log reads Error, people read Sentence.
type Refusal struct {
	// What is wrong, a sentence with its full stop.
	What string
	// Do says what to do about it, a sentence with its full stop; may be empty.
	Do string
	// Err is the cause, for the log; may be nil.
	Err error
}

func (r *Refusal) Error() string {
	if r.Err == nil {
		return r.Sentence()
	}
	return r.Sentence() + " (" + r.Err.Error() + ")"
}

// Unwrap gives the cause.
func (r *Refusal) Unwrap() error { return r.Err }

// Sentence is what people read.
func (r *Refusal) Sentence() string {
	if r.Do == "" {
		return r.What
	}
	return r.What + " " + r.Do
}

// Sentence gives the words for people of any error: those of the Refusal in it,
// or a general one that sends to the log.
func Sentence(err error) string {
	var r *Refusal
	if errors.As(err, &r) {
		return r.Sentence()
	}
	return "Qualcosa non ha funzionato e niente è stato cambiato. Riprovate; se succede ancora, mandate a chi vi assiste il file di registro del programma."
}

// ErrDamaged is a cause of the Refusal given for an office file that is damaged: a
// copy takes its place, or what can still be read of it is saved.
var ErrDamaged = errors.New("the office file is damaged")
