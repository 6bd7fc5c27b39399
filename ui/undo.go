package ui

import (
	"time"
)

// pause ends a word: what is typed after it is a change of its own.
const pause = time.Second

// mostUndone is how many changes of a record can be taken back.
const mostUndone = 200

// undoStack holds the states of a record while it is edited, as drafts: every
// kind of field is undone alike.
type undoStack struct {
	now          []byte
	past, future [][]byte
	typing       any
	at           time.Time
}

// changed takes a new state in. Letters typed into the same box without a pause
// of a second are one change.
func (u *undoStack) changed(state []byte, typing any, at time.Time) {
	same := typing != nil && typing == u.typing && at.Sub(u.at) < pause
	if !same {
		u.past = append(u.past, u.now)
		if len(u.past) > mostUndone {
			u.past = u.past[1:]
		}
	}
	u.now, u.future, u.typing, u.at = state, nil, typing, at
}

// undo gives the state before the last change; false where there is none.
func (u *undoStack) undo() ([]byte, bool) { return u.step(&u.past, &u.future) }

// redo gives the state that undo left.
func (u *undoStack) redo() ([]byte, bool) { return u.step(&u.future, &u.past) }

func (u *undoStack) step(from, to *[][]byte) ([]byte, bool) {
	last := len(*from) - 1
	if last < 0 {
		return nil, false
	}
	*to = append(*to, u.now)
	u.now = (*from)[last]
	*from = (*from)[:last]
	u.typing = nil
	return u.now, true
}
