package xdisplay

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"strings"
)

// OCR reads the Italian text in a PNG file with tesseract. See ReadText.
func OCR(ctx context.Context, path string) (string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return "", fmt.Errorf("read the text of a picture: %w", err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return "", fmt.Errorf("read the text of a picture: %w", err)
	}
	return ReadText(ctx, img)
}

// ReadText reads the Italian text in a picture with tesseract. It is an
// approximate reader: look for words, not for layout. Light text on a filled
// button amid a light page is mostly passed over; give that part alone
// (SubImage) to have it read.
func ReadText(ctx context.Context, img image.Image) (string, error) {
	text, err := recognise(ctx, img)
	return strings.TrimSpace(text), err
}

// enlarged is how many times as large a picture is read.
const enlarged = 3

// recognise gives what tesseract writes of a picture, as text or in the form that
// is asked for.
func recognise(ctx context.Context, img image.Image, form ...string) (string, error) {
	// Letters of a screen are too small for tesseract, and it reads dark on
	// light better than the reverse.
	large := enlarge(gray(img), enlarged)
	if dark(large) {
		invert(large)
	}
	var file, complaint strings.Builder
	if err := png.Encode(&file, large); err != nil {
		return "", fmt.Errorf("read the text of a picture: %w", err)
	}
	// 11: scattered texts; 1: the threshold between light and dark follows the place.
	line := []string{"stdin", "stdout", "-l", "ita", "--psm", "11", "--dpi", "288", "-c", "thresholding_method=1"}
	cmd := exec.CommandContext(ctx, "tesseract", append(line, form...)...)
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1") // its threads wait by spinning: slower on a busy machine
	cmd.Stdin = strings.NewReader(file.String())
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("read the text of a picture: tesseract: %w %s", err, strings.TrimSpace(complaint.String()))
	}
	return string(out), nil
}

func gray(img image.Image) *image.Gray {
	b := img.Bounds()
	g := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
	for y := range b.Dy() {
		for x := range b.Dx() {
			g.Set(x, y, img.At(b.Min.X+x, b.Min.Y+y))
		}
	}
	return g
}

// enlarge returns the picture n times as large, with smooth edges.
func enlarge(small *image.Gray, n int) *image.Gray {
	w, h := small.Rect.Dx(), small.Rect.Dy()
	large := image.NewGray(image.Rect(0, 0, n*w, n*h))
	at := func(x, y int) int {
		return int(small.Pix[min(y, h-1)*small.Stride+min(x, w-1)])
	}
	for y := range n * h {
		for x := range n * w {
			// Between the four nearest points, each weighed by its nearness.
			x0, fx, y0, fy := x/n, x%n, y/n, y%n
			top := at(x0, y0)*(n-fx) + at(x0+1, y0)*fx
			bottom := at(x0, y0+1)*(n-fx) + at(x0+1, y0+1)*fx
			large.Pix[y*large.Stride+x] = uint8((top*(n-fy) + bottom*fy) / (n * n))
		}
	}
	return large
}

func dark(g *image.Gray) bool {
	sum := 0
	for _, p := range g.Pix {
		sum += int(p)
	}
	return sum < 128*len(g.Pix)
}

func invert(g *image.Gray) {
	for i, p := range g.Pix {
		g.Pix[i] = 255 - p
	}
}
