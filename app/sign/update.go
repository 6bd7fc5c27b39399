package sign

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"tutela/app"
)

// Field is where a signature shows, and what it says. Lengths are points from
// the lower left corner of the page, as in the file.
type Field struct {
	Page       int // from 0; a negative one is the last
	X, Y, W, H float64
	// Drawing are the operators that draw it, from its own lower left corner, as
	// pdf.Stamp gives them: no fonts, so that the paper's own stay untouched.
	Drawing []byte
	Reason  string // as typed; may be empty
	At      time.Time
}

// PDF adds a signature to a PDF that Tutela wrote, signed already or not. What
// was there stays byte for byte, and the signature covers all of it.
func PDF(data []byte, id *Identity, field Field) ([]byte, error) {
	f, err := readFile(data)
	if err != nil {
		return nil, foreign(err)
	}
	u := &update{file: f, objects: map[int][]byte{}, next: f.size}
	contents, err := u.sign(id, field)
	if err != nil {
		return nil, foreign(err)
	}
	out := u.write()
	if err := app.FileTooBig(int64(len(out))); err != nil {
		return nil, err
	}
	return seal(out, len(data), contents, id)
}

// update is what is written behind a file: new objects, and others anew.
type update struct {
	file    *file
	objects map[int][]byte
	next    int
}

func (u *update) add(body []byte) int {
	n := u.next
	u.next++
	u.objects[n] = body
	return n
}

// The holes of a signature, as wide as what is put into them.
const (
	rangeHole = "/ByteRange [0 0000000000 0000000000 0000000000]"
	atHole    = "/Contents <"
)

// sign adds the field of a signature with its hole, and gives how many bytes the
// hole takes.
func (u *update) sign(id *Identity, field Field) (room int, err error) {
	pages, err := u.file.pages()
	if err != nil {
		return 0, err
	}
	if field.Page < 0 {
		field.Page = len(pages) - 1
	}
	if field.Page < 0 || field.Page >= len(pages) {
		return 0, fmt.Errorf("no page %d of %d", field.Page+1, len(pages))
	}
	page, err := u.file.dict(pages[field.Page])
	if err != nil {
		return 0, err
	}
	room = id.room()
	var sig bytes.Buffer
	fmt.Fprintf(&sig, "<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n%s\n%s%s>\n", rangeHole, atHole, strings.Repeat("0", 2*room))
	fmt.Fprintf(&sig, "/Name %s\n/M (%s)\n", hexText(id.Name()), moment(field.At))
	if field.Reason != "" {
		fmt.Fprintf(&sig, "/Reason %s\n", hexText(field.Reason))
	}
	sig.WriteString(">>")
	value := u.add(sig.Bytes())
	drawing, err := squeezed(field.Drawing)
	if err != nil {
		return 0, err
	}
	look := u.add(fmt.Appendf(nil, "<<\n/Type /XObject\n/Subtype /Form\n/BBox [0 0 %.2f %.2f]\n/Resources << >>\n/Filter /FlateDecode\n/Length %d\n>>\nstream\n%s\nendstream",
		field.W, field.H, len(drawing), drawing))
	widget := u.next
	fields, catalog, err := u.fields(widget)
	if err != nil {
		return 0, err
	}
	u.add(fmt.Appendf(nil, "<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T %s\n/F 132\n/Rect [%.2f %.2f %.2f %.2f]\n/P %d 0 R\n/V %d 0 R\n/AP << /N %d 0 R >>\n>>",
		hexText(fmt.Sprintf("Firma %d", fields)), field.X, field.Y, field.X+field.W, field.Y+field.H, pages[field.Page], value, look))
	root, err := u.file.root()
	if err != nil {
		return 0, err
	}
	u.objects[root] = catalog.bytes()
	return room, u.annotate(pages[field.Page], page, widget)
}

func squeezed(data []byte) ([]byte, error) {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	_, err := z.Write(data)
	if err = errors.Join(err, z.Close()); err != nil {
		return nil, fmt.Errorf("squeeze a drawing: %w", err)
	}
	return out.Bytes(), nil
}

// fields adds a field to the form of the document, and gives the number of fields
// with the new catalog.
func (u *update) fields(widget int) (n int, catalog dict, err error) {
	if catalog, err = u.file.catalog(); err != nil {
		return 0, nil, err
	}
	form, of := catalog.get("AcroForm"), 0
	d := dict{}
	if form != nil {
		if of, _ = reference(form); of > 0 {
			d, err = u.file.dict(of)
		} else {
			d, _, err = readDict(form, 0)
		}
		if err != nil {
			return 0, nil, err
		}
	}
	list, err := u.list(d.get("Fields"))
	if err != nil {
		return 0, nil, err
	}
	d = d.with("Fields", joined(append(list, widget))).with("SigFlags", []byte("3"))
	if of > 0 {
		u.objects[of] = d.bytes()
		return len(list) + 1, catalog, nil
	}
	return len(list) + 1, catalog.with("AcroForm", d.bytes()), nil
}

// annotate puts the field onto its page.
func (u *update) annotate(number int, page dict, widget int) error {
	annots := page.get("Annots")
	if of, ok := reference(annots); ok {
		list, err := u.list(annots)
		u.objects[of] = joined(append(list, widget))
		return err
	}
	if annots == nil {
		annots = []byte("[]")
	}
	// What stands in the list may be of any kind: it is left as it is.
	if len(annots) < 2 || annots[0] != '[' {
		return fmt.Errorf("annotations of page object %d are no list", number)
	}
	more := fmt.Appendf(slices.Clone(annots[:len(annots)-1]), " %d 0 R]", widget)
	u.objects[number] = page.with("Annots", more).bytes()
	return nil
}

// list reads a list of references, or a reference to one.
func (u *update) list(value []byte) ([]int, error) {
	if value == nil {
		return nil, nil
	}
	if n, ok := reference(value); ok {
		var err error
		if value, err = u.file.object(n); err != nil {
			return nil, err
		}
	}
	return references(value)
}

func joined(list []int) []byte {
	out := []byte("[")
	for i, n := range list {
		if i > 0 {
			out = append(out, ' ')
		}
		out = fmt.Appendf(out, "%d 0 R", n)
	}
	return append(out, ']')
}

// write gives the file with the objects and their table behind it.
func (u *update) write() []byte {
	out := bytes.NewBuffer(slices.Clone(u.file.data))
	if b := out.Bytes(); b[len(b)-1] != '\n' {
		out.WriteByte('\n')
	}
	at := map[int]int{}
	numbers := slices.Sorted(maps.Keys(u.objects))
	for _, n := range numbers {
		at[n] = out.Len()
		fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\n", n, u.objects[n])
	}
	sum := sha256.Sum256(out.Bytes())
	start := out.Len()
	out.WriteString("xref\n")
	for i := 0; i < len(numbers); {
		j := i + 1
		for j < len(numbers) && numbers[j] == numbers[j-1]+1 {
			j++
		}
		fmt.Fprintf(out, "%d %d\n", numbers[i], j-i)
		for _, n := range numbers[i:j] {
			fmt.Fprintf(out, "%010d 00000 n \n", at[n])
		}
		i = j
	}
	t := dict{{"Size", fmt.Appendf(nil, "%d", u.next)}}
	for _, key := range []string{"Root", "Info"} {
		if v := u.file.trailer.get(key); v != nil {
			t = append(t, entry{key, v})
		}
	}
	// The first identifier is of the document, the second of this state of it.
	first := u.file.trailer.get("ID")
	if end, err := skip(first, space(first, 1), 0); err == nil && first[0] == '[' {
		t = append(t, entry{"ID", fmt.Appendf(nil, "[%s <%X>]", first[1:end], sum[:16])})
	}
	t = append(t, entry{"Prev", fmt.Appendf(nil, "%d", u.file.start)})
	fmt.Fprintf(out, "trailer\n%s\nstartxref\n%d\n%%%%EOF\n", t.bytes(), start)
	return out.Bytes()
}

// seal fills the holes of the signature that was written behind the first bytes
// of a file.
func seal(out []byte, from, room int, id *Identity) ([]byte, error) {
	hole := from + bytes.Index(out[from:], []byte(atHole+"00")) + len(atHole) - 1 // the bracket
	end := hole + 2*room + 2
	covered := fmt.Sprintf("/ByteRange [0 %d %d %d]", hole, end, len(out)-end)
	if len(covered) > len(rangeHole) {
		return nil, fmt.Errorf("sign: a file of %d bytes", len(out))
	}
	covered += strings.Repeat(" ", len(rangeHole)-len(covered))
	copy(out[from+bytes.Index(out[from:], []byte(rangeHole)):], covered)
	h := sha256.New()
	h.Write(out[:hole])
	h.Write(out[end:])
	signature, err := id.detached(h.Sum(nil))
	if err != nil {
		return nil, err
	}
	if len(signature) > room {
		return nil, fmt.Errorf("sign: a signature of %d bytes in a room of %d", len(signature), room)
	}
	hex.Encode(out[hole+1:], signature)
	return out, nil
}
