package pdf

import "tutela/app/doc"

// The room of a signature.
const (
	signRoom   = 34 // above the line
	signGutter = 36 // between two signers
)

// signature sets place and date, then the lines to sign on, two abreast. It
// stays on one page unless it is higher than a page.
func (s *setter) signature(g doc.Signature) []item {
	strips := s.placeAndDate(g)
	x, w := s.frame.x, (s.frame.w-signGutter)/2
	for i := 0; i < len(g.Signers); i += 2 {
		strips = append(strips, strip{h: 14})
		if len(g.Signers) == 1 {
			// A single signature stands at the right, where letters are signed.
			strips = append(strips, s.signer(g.Signers[0], x+w+signGutter, w, 0)...)
			break
		}
		left := g.Signers[i]
		if i+1 == len(g.Signers) {
			strips = append(strips, s.signer(left, x, w, 0)...)
			break
		}
		right := g.Signers[i+1]
		a, b := s.signerHead(left, x, w), s.signerHead(right, x+w+signGutter, w)
		head := max(len(a), len(b)) // so that both lines stand at one height
		strips = append(strips, abreast(
			s.signer(left, x, w, head),
			s.signer(right, x+w+signGutter, w, head))...)
	}
	return []item{{box: &lines{strips: strips, whole: true}, before: 16, after: 10}}
}

// SignPlace is where one signs a paper, from the top left corner of the page.
type SignPlace struct {
	Page       int // from 0
	X, Y, W, H float64
}

// SignPlaces are the places to sign in, in the order of doc.Document.Signers.
func (p *Paper) SignPlaces() (out []SignPlace) {
	for i, page := range p.Pages {
		for _, op := range page.Ops {
			if op.Kind == Sign {
				out = append(out, SignPlace{i, op.X, op.Y, op.W, op.H})
			}
		}
	}
	return out
}

// signerHead sets role and note.
func (s *setter) signerHead(g doc.Signer, x, w float64) []strip {
	out := s.set(doc.B(g.Role), valueStyle, doc.Left, x, w)
	note := []doc.Run{{Text: g.Note, Italic: true}}
	for _, l := range s.set(note, labelStyle, doc.Left, x, w) {
		l.h = valueStyle.lead
		out = append(out, l)
	}
	return out
}

// signer sets a signer, with a head of at least so many lines.
func (s *setter) signer(g doc.Signer, x, w float64, head int) []strip {
	out := s.signerHead(g, x, w)
	for len(out) < head {
		out = append(out, strip{h: valueStyle.lead})
	}
	out = append(out, strip{h: signRoom, ops: []Op{
		{Kind: Sign, X: x, W: w, H: signRoom - 3, Text: g.Role},
		{Kind: Line, Color: ink, X: x, Y: signRoom - 2, W: w, Stroke: 0.7},
	}})
	return append(out, s.set(doc.T(g.Name), labelStyle, doc.Left, x, w)...)
}

// abreast joins two columns of strips line by line.
func abreast(a, b []strip) []strip {
	out := make([]strip, max(len(a), len(b)))
	for _, column := range [][]strip{a, b} {
		for i, l := range column {
			out[i].h = max(out[i].h, l.h)
			out[i].add(l, 0)
		}
	}
	return out
}

// placeAndDate sets "Cremona, 02/11/2026", or what is known of it and a line
// to write the rest on.
func (s *setter) placeAndDate(g doc.Signature) []strip {
	x, w := s.frame.x, s.frame.w
	if g.Place != "" && g.Date != "" {
		return s.set(doc.T(g.Place+", "+g.Date), bodyStyle, doc.Left, x, w)
	}
	half := (w - signGutter) / 2
	return abreast(
		s.known("Luogo", g.Place, x, half),
		s.known("Data", g.Date, x+half+signGutter, half))
}

func (s *setter) known(label, value string, x, w float64) []strip {
	const h = 20.0
	labelW := 34.0
	first := s.set(doc.T(label), labelStyle, doc.Left, x, labelW)[0]
	if value == "" {
		out := lowered(first, h-labelStyle.lead)
		base := h - labelStyle.lead + labelStyle.baseline() + 1.5
		out.ops = append(out.ops, Op{Kind: Line, Color: writing, X: x + labelW, Y: base, W: w - labelW, Stroke: rule})
		return []strip{out}
	}
	out := s.set(doc.T(value), valueStyle, doc.Left, x+labelW, w-labelW)
	if len(out) == 0 {
		return []strip{first}
	}
	out[0] = lowered(out[0], h-valueStyle.lead)
	out[0].add(first, h-valueStyle.lead+valueStyle.baseline()-labelStyle.baseline())
	return out
}
