package vault

import (
	"context"
	"errors"
	"testing"
	"time"
)

// TestSlowDown: a slip costs nothing, then each wrong one twice the one before, up to
// half a minute; calling off ends the wait.
func TestSlowDown(t *testing.T) {
	for wrong, want := range map[int]time.Duration{0: 0, 1: 0, 2: time.Second, 3: 2 * time.Second, 5: 8 * time.Second, 7: longestWait, 400: longestWait} {
		if got := waitAfter(wrong); got != want {
			t.Errorf("after %d wrong tries %v, not %v", wrong, got, want)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := SlowDown(ctx, 99); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
