package vault

import (
	"context"
	"time"
)

// longestWait is what the wait before a try grows to.
const longestWait = 30 * time.Second

// waitAfter is how long to wait after so many wrong passphrases in a row: nothing
// after the first, which was a slip; then twice as long each time. Who only
// mistypes does not notice, who tries them all does.
func waitAfter(wrong int) time.Duration {
	if wrong < 2 {
		return 0
	}
	return min(time.Second<<min(wrong-2, 10), longestWait)
}

// SlowDown waits before the next try of who typed so many wrong passphrases in a
// row. The error is that of ctx, called off meanwhile.
func SlowDown(ctx context.Context, wrong int) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(waitAfter(wrong)):
		return nil
	}
}
