package xdisplay

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// letters are the characters, other than those of the US keyboard, that have a
// key of their own on the display's keyboard.
//
// "xdotool type" lends such a character a spare key for an instant; a program
// that reads the key late, on a slow machine, finds another character there or
// none. With keys that never change there is nothing to be late for.
const letters = "\u00A0àèéìòùÀÈÉÌÒÙáíóúâêîôûäöüßçñÇÑÄÖÜ‘’“”„«»‹›€£§°ªº·•…–—−×÷±²³½¼¾©®™¶¡¿←→↑↓✓✗"

// keyCodes are the codes that a plain US keyboard leaves free.
func keyCodes() []int {
	var codes []int
	for code := 138; code <= 234; code++ {
		if code < 203 || code > 207 { // stand-ins for Alt, Meta, Super, Hyper
			codes = append(codes, code)
		}
	}
	return codes
}

// keymap describes the keyboard to the X server.
func keymap() string {
	var codes, symbols strings.Builder
	free := keyCodes()
	i := 0
	for _, r := range letters {
		fmt.Fprintf(&codes, "<X%03d> = %d;\n", i, free[i])
		fmt.Fprintf(&symbols, "key <X%03d> { [ %s ] };\n", i, keysym(r))
		i++
	}
	return "xkb_keymap {\n" +
		"xkb_keycodes { include \"evdev+aliases(qwerty)\"\n" + codes.String() + "};\n" +
		"xkb_types { include \"complete\" };\n" +
		"xkb_compat { include \"complete\" };\n" +
		// Without inet(evdev): its multimedia keys would take the free codes.
		"xkb_symbols { include \"pc+us\"\n" + symbols.String() + "};\n};\n"
}

func keysym(r rune) string { return fmt.Sprintf("U%04X", r) }

func (d *Display) loadKeymap() error {
	path := filepath.Join(d.dir, "keymap.xkb")
	if err := os.WriteFile(path, []byte(keymap()), 0o600); err != nil {
		return err
	}
	_, err := d.output("xkbcomp", "-w", "0", path, d.name)
	return err
}

// Xdotool runs xdotool on the display and returns what it wrote.
func (d *Display) Xdotool(args ...string) (string, error) {
	return d.output("xdotool", args...)
}

// Type types text into the window that has the focus: printable ASCII, the
// accented letters and the signs of Italian papers, new line and tab. Any
// other character is refused.
func (d *Display) Type(text string) error {
	keys, err := keysFor(text)
	if err != nil || len(keys) == 0 {
		return err
	}
	return d.keys(keys)
}

// Key presses keys one after the other, by their X names: "Tab", "Return",
// "ctrl+s", "shift+Tab", "alt+F4".
func (d *Display) Key(names ...string) error {
	return d.keys(names)
}

func (d *Display) keys(names []string) error {
	_, err := d.Xdotool(append([]string{"key", "--delay", "4"}, names...)...)
	return err
}

// Click presses the left button at a place of the display.
func (d *Display) Click(x, y int) error {
	_, err := d.Xdotool("mousemove", fmt.Sprint(x), fmt.Sprint(y), "click", "1")
	return err
}

// keysFor names the key of every character of text.
func keysFor(text string) ([]string, error) {
	var keys []string
	for _, r := range text {
		switch {
		case r == '\n':
			keys = append(keys, "Return")
		case r == '\t':
			keys = append(keys, "Tab")
		case r >= ' ' && r <= '~', r > '~' && strings.ContainsRune(letters, r):
			keys = append(keys, keysym(r))
		case r == utf8.RuneError:
			return nil, fmt.Errorf("type %q: not valid text", text)
		default:
			return nil, fmt.Errorf("type %q: no key for %q on the display's keyboard", text, r)
		}
	}
	return keys, nil
}
