package ui

import (
	"context"
	"fmt"
	"time"

	"tutela/ui/kit"
)

// unnoticed is how long a user takes for at once.
const unnoticed = 150 * time.Millisecond

// shortly runs do away from the window's thread; done runs on it. Work that
// takes its time shows how far it is, with Annulla; what is over at once shows
// nothing.
func (s *Shell) shortly(title string, do func(ctx context.Context, tell func(done, total int)) error, done func(error)) {
	ctx, cancel := context.WithCancel(context.Background())
	s.busy++
	ending := done
	done = func(err error) {
		s.worked(func() { ending(err) })
	}
	var progress *kit.Progress // of the window's thread
	ended := make(chan error, 1)
	s.background(func() {
		ended <- do(ctx, func(n, total int) {
			s.cfg.Do(func() {
				if progress != nil {
					progress.Set(n, total, fmt.Sprintf("%d %%", 100*n/max(1, total)))
				}
			})
		})
	})
	select {
	case err := <-ended:
		cancel()
		done(err)
		return
	case <-time.After(unnoticed):
	}
	progress = kit.ShowProgress(s.win, title, cancel)
	s.background(func() {
		err := <-ended
		s.cfg.Do(func() {
			cancelled := ctx.Err() != nil
			cancel()
			progress.Close()
			if cancelled && err != nil {
				s.worked(func() {}) // as was asked
				return
			}
			done(err)
		})
	})
}
