package pdf

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
)

// Pack gives the list of what stands where in a form that is small enough to be
// kept, so that a paper can be shown again as it was printed. The same paper
// gives the same bytes.
func (p *Paper) Pack() ([]byte, error) {
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, fmt.Errorf("pack paper: %w", err)
	}
	if err := errors.Join(json.NewEncoder(z).Encode(p), z.Close()); err != nil {
		return nil, fmt.Errorf("pack paper: %w", err)
	}
	return out.Bytes(), nil
}

// mostUnpacked is the most bytes that a packed paper may grow to: the longest
// register has far less.
const mostUnpacked = 256 << 20

// Unpack reads what Pack gave. It refuses what could not be drawn: a face that
// there is not, or a page without a size.
func Unpack(data []byte) (*Paper, error) {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("unpack paper: %w", err)
	}
	text, err := io.ReadAll(io.LimitReader(z, mostUnpacked+1))
	if err != nil {
		return nil, fmt.Errorf("unpack paper: %w", err)
	}
	if len(text) > mostUnpacked {
		return nil, errors.New("unpack paper: it is too large")
	}
	var p Paper
	if err := json.Unmarshal(text, &p); err != nil {
		return nil, fmt.Errorf("unpack paper: %w", err)
	}
	if len(p.Pages) == 0 {
		return nil, errors.New("unpack paper: no pages")
	}
	for i, page := range p.Pages {
		if !sized(page.W) || !sized(page.H) {
			return nil, fmt.Errorf("unpack paper: page %d is %g by %g", i+1, page.W, page.H)
		}
		for _, op := range page.Ops {
			if op.Face >= faceCount || op.Kind < Text || op.Kind > Sign || op.Size < 0 || op.Size > maxSize {
				return nil, fmt.Errorf("unpack paper: page %d draws what there is not", i+1)
			}
		}
	}
	return &p, nil
}

// maxSize is larger, in points, than any page or letter of a paper.
const maxSize = 14400

func sized(v float64) bool { return v >= 1 && v <= maxSize && !math.IsNaN(v) }
