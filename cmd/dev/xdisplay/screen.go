package xdisplay

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"time"
)

// Image is what the display shows now. It is read from the file in which the
// X server keeps its screen, in the format of xwd: that costs a hundredth of
// asking a program for a picture, so that one can look often (see Settle).
func (d *Display) Image() (*image.RGBA, error) {
	dump, err := os.ReadFile(filepath.Join(d.dir, "Xvfb_screen0"))
	if err != nil {
		return nil, fmt.Errorf("read the screen: %w", err)
	}
	img, err := decodeXWD(dump)
	if err != nil {
		return nil, fmt.Errorf("read the screen: %w", err)
	}
	return img, nil
}

// Screenshot writes what the display shows now as a PNG file.
func (d *Display) Screenshot(path string) error {
	img, err := d.Image()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		return fmt.Errorf("write a picture of the screen: %w", err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		return fmt.Errorf("write a picture of the screen: %w", err)
	}
	return nil
}

// Settle waits until something is painted and nothing has moved, a blinking
// caret apart, for the time quiet.
func (d *Display) Settle(quiet, timeout time.Duration) error {
	var still *image.RGBA
	var since time.Time
	return d.until(timeout, "the picture to stand still", func() (bool, error) {
		now, err := d.Image()
		if err != nil {
			return false, err
		}
		if still == nil || !sameButCaret(still, now) {
			still, since = now, time.Now()
		}
		return time.Since(since) >= quiet && !blank(now), nil
	})
}

// sameButCaret tells whether two pictures of one size differ in nothing, or in
// nothing wider or taller than a text cursor.
func sameButCaret(a, b *image.RGBA) bool {
	if bytes.Equal(a.Pix, b.Pix) {
		return true
	}
	var changed image.Rectangle
	for y := range a.Rect.Dy() {
		rowA, rowB := a.Pix[y*a.Stride:(y+1)*a.Stride], b.Pix[y*b.Stride:(y+1)*b.Stride]
		if bytes.Equal(rowA, rowB) {
			continue
		}
		for x := range a.Rect.Dx() {
			if !bytes.Equal(rowA[4*x:4*x+4], rowB[4*x:4*x+4]) {
				changed = changed.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return changed.Dx() <= 4 && changed.Dy() <= 48
}

// blank tells whether the picture has one colour all over.
func blank(img *image.RGBA) bool {
	return bytes.Equal(img.Pix[4:], img.Pix[:len(img.Pix)-4])
}

// decodeXWD reads a picture of 32 bits a pixel in the format of xwd: a header
// of big-endian words, a table of colours we have no use for, the rows.
func decodeXWD(dump []byte) (*image.RGBA, error) {
	const words = 25
	if len(dump) < 4*words {
		return nil, errors.New("the file of the screen is too short")
	}
	word := func(i int) int { return int(binary.BigEndian.Uint32(dump[4*i:])) }
	width, height, perPixel, perLine := word(4), word(5), word(11), word(12)
	start := word(0) + 12*word(19)
	if word(1) != 7 || perPixel != 32 || width <= 0 || perLine < 4*width || len(dump) < start+height*perLine {
		return nil, errors.New("the file of the screen is not of the kind expected")
	}
	var order binary.ByteOrder = binary.LittleEndian
	if word(7) == 1 {
		order = binary.BigEndian
	}
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		row := dump[start+y*perLine:]
		for x := range width {
			p := order.Uint32(row[4*x:]) // 0x00RRGGBB
			img.SetRGBA(x, y, color.RGBA{uint8(p >> 16), uint8(p >> 8), uint8(p), 255})
		}
	}
	return img, nil
}
