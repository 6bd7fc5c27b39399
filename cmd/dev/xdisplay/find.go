package xdisplay

import (
	"context"
	"fmt"
	"image"
	"regexp"
	"strconv"
	"strings"
)

// Find looks for words in a picture, as ReadText reads it, and gives the middle of
// the first of them in the coordinates of the picture; found is false where they
// are not to be read.
func Find(ctx context.Context, img image.Image, words *regexp.Regexp) (at image.Point, found bool, err error) {
	table, err := recognise(ctx, img, "tsv")
	if err != nil {
		return at, false, err
	}
	line, text := "", ""
	var begins []int
	var middles []image.Point
	look := func() bool {
		where := words.FindStringIndex(text)
		if where == nil {
			return false
		}
		for i, begin := range begins {
			if begin <= where[0] {
				at = middles[i]
			}
		}
		return true
	}
	for row := range strings.Lines(table) {
		// level, page, block, paragraph, line, word, left, top, width, height, confidence, text
		cells := strings.Split(strings.TrimRight(row, "\n"), "\t")
		if len(cells) < 12 || cells[0] != "5" {
			continue
		}
		if key := strings.Join(cells[1:5], " "); key != line {
			if look() {
				return at, true, nil
			}
			line, text, begins, middles = key, "", nil, nil
		}
		var box [4]int
		for i := range box {
			if box[i], err = strconv.Atoi(cells[6+i]); err != nil {
				return at, false, fmt.Errorf("read where a word stands: %w", err)
			}
		}
		begins = append(begins, len(text))
		middle := image.Pt(box[0]+box[2]/2, box[1]+box[3]/2).Div(enlarged)
		middles = append(middles, middle.Add(img.Bounds().Min))
		text += cells[11] + " "
	}
	return at, look(), nil
}
