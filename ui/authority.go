package ui

import (
	"context"
	"fmt"

	"tutela/app"
)

// freezeSent keeps, with a breach that is about to be saved, what the authority was
// told: the answers of the whole office as they are when a notification is first
// saved as sent (decision A11).
func (s *Shell) freezeSent(rec any) error {
	b, ok := rec.(*app.Breach)
	if !ok || !b.Unfrozen() {
		return nil
	}
	d, err := s.cfg.Store.Dossier(context.Background(), s.cfg.Now())
	if err != nil {
		return fmt.Errorf("read the office for what was notified: %w", err)
	}
	app.FreezeNotifications(d, b, s.cfg.Now())
	return nil
}
