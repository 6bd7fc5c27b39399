package xdisplay

import (
	"fmt"
	"image"
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

// Place is where a window is on the display.
func (d *Display) Place(id string) (image.Rectangle, error) {
	told, err := d.Xdotool("getwindowgeometry", "--shell", id)
	if err != nil {
		return image.Rectangle{}, err
	}
	var window, x, y, width, height int
	if _, err := fmt.Sscanf(told, "WINDOW=%d\nX=%d\nY=%d\nWIDTH=%d\nHEIGHT=%d\n", &window, &x, &y, &width, &height); err != nil {
		return image.Rectangle{}, fmt.Errorf("place of window %s: %w in %q", id, err, told)
	}
	return image.Rect(x, y, x+width, y+height), nil
}
