package xdisplay

import (
	"strings"
	"time"
)

// WaitWindow waits until a window whose title matches the regular expression
// is visible and has the focus, and returns its X id. What is in it may still
// be on its way: see Settle.
func (d *Display) WaitWindow(title string, timeout time.Duration) (id string, err error) {
	err = d.until(timeout, "a window "+title, func() (bool, error) {
		// Either call fails as long as there is no such window.
		found, err := d.Xdotool("search", "--onlyvisible", "--name", title)
		if err != nil {
			return false, nil
		}
		active, err := d.Xdotool("getactivewindow")
		if err != nil {
			return false, nil
		}
		for _, id = range strings.Fields(found) {
			if id == active {
				return true, nil
			}
		}
		return false, nil
	})
	return id, err
}
