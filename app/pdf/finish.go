package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
)

// finish puts right what the library leaves wrong or out: bookmarks that nest,
// properties as an object of their own, the language, an identifier made from
// the contents, and characters above U+FFFF in copied text. It takes the file
// apart into its objects and writes them anew.
func finish(raw []byte, p *Paper) ([]byte, error) {
	objects, err := takeApart(raw)
	if err != nil {
		return nil, err
	}
	pages, err := pageNumbers(objects)
	if err != nil {
		return nil, err
	}
	if len(pages) != len(p.Pages) {
		return nil, fmt.Errorf("finish: %d pages written of %d", len(pages), len(p.Pages))
	}
	for i, body := range objects {
		if bytes.Contains(body, []byte("/CIDInit /ProcSet")) {
			objects[i] = unicodeMap(body)
		}
	}
	catalog := "<<\n/Type /Catalog\n/Pages 2 0 R\n/Lang (it-IT)\n/ViewerPreferences << /DisplayDocTitle true >>\n"
	if marks := marksOf(p); len(marks) > 0 {
		root := len(objects) + 1
		objects = append(objects, outlines(marks, root, pages)...)
		catalog += fmt.Sprintf("/PageMode /UseOutlines\n/Outlines %d 0 R\n", root)
	}
	objects[0] = []byte(catalog + ">>\n")
	objects = append(objects, p.Meta.info())
	return assemble(objects, len(objects)), nil
}

// takeApart gives the bodies of the objects 1, 2, … of a file that the library
// has just written.
func takeApart(raw []byte) ([][]byte, error) {
	bad := func(what string) error { return errors.New("finish: the library wrote " + what) }
	i := bytes.LastIndex(raw, []byte("startxref\n"))
	if i < 0 {
		return nil, bad("no end")
	}
	var xref, count int
	if _, err := fmt.Sscanf(string(raw[i:]), "startxref\n%d", &xref); err != nil || xref <= 0 || xref > i {
		return nil, bad("no table of objects")
	}
	table := raw[xref:i]
	if _, err := fmt.Sscanf(string(table[:min(40, len(table))]), "xref\n0 %d\n", &count); err != nil || count < 3 {
		return nil, bad("a table of no objects")
	}
	table = table[bytes.Index(table, []byte(" f \n"))+4:]
	const entry = 20
	if len(table) < (count-1)*entry {
		return nil, bad("a short table of objects")
	}
	starts := make([]int, count)
	for n := range count - 1 {
		at, err := strconv.Atoi(string(table[n*entry : n*entry+10]))
		if err != nil || at >= xref {
			return nil, bad("a broken table of objects")
		}
		starts[n] = at
	}
	starts[count-1] = xref
	out := make([][]byte, count-1)
	for n := range out {
		head := fmt.Sprintf("%d 0 obj\n", n+1)
		if starts[n] > starts[n+1] {
			return nil, bad("objects out of order")
		}
		body, ok := bytes.CutPrefix(raw[starts[n]:starts[n+1]], []byte(head))
		end := bytes.LastIndex(body, []byte("endobj"))
		if !ok || end < 0 {
			return nil, bad("a broken object")
		}
		out[n] = body[:end]
	}
	return out, nil
}

var kids = regexp.MustCompile(`/Kids \[([^\]]*)\]`)

// pageNumbers gives the object number of each page.
func pageNumbers(objects [][]byte) ([]int, error) {
	found := kids.FindSubmatch(objects[1])
	if found == nil {
		return nil, errors.New("finish: the library wrote no list of pages")
	}
	var out []int
	words := strings.Fields(string(found[1]))
	for i := 0; i+2 < len(words); i += 3 {
		n, err := strconv.Atoi(words[i])
		if err != nil {
			return nil, fmt.Errorf("finish: list of pages: %w", err)
		}
		out = append(out, n)
	}
	return out, nil
}

// assemble writes objects with their table; the last entry is info.
func assemble(objects [][]byte, info int) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	starts := make([]int, len(objects))
	for i, body := range objects {
		starts[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n", i+1)
		out.Write(body)
		out.WriteString("endobj\n")
	}
	sum := sha256.Sum256(out.Bytes())
	xref := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range starts {
		fmt.Fprintf(&out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&out, "trailer\n<<\n/Size %d\n/Root 1 0 R\n/Info %d 0 R\n/ID [<%X> <%X>]\n>>\nstartxref\n%d\n%%%%EOF\n",
		len(objects)+1, info, sum[:16], sum[:16], xref)
	return out.Bytes()
}

// info is the object with the properties of the document.
func (m Meta) info() []byte {
	var out bytes.Buffer
	out.WriteString("<<\n")
	for _, e := range []struct{ key, value string }{
		{"Title", m.Title}, {"Author", m.Author}, {"Subject", m.Subject}, {"Creator", "Tutela"},
	} {
		if e.value != "" {
			fmt.Fprintf(&out, "/%s %s\n", e.key, hexText(e.value))
		}
	}
	if !m.Created.IsZero() {
		fmt.Fprintf(&out, "/CreationDate (D:%s)\n", pdfDate(m.Created))
	}
	out.WriteString(">>\n")
	return out.Bytes()
}

// pdfDate writes a time as PDF wants it: 20261122174200+01'00'.
func pdfDate(t time.Time) string {
	zone := t.Format("-0700")
	return t.Format("20060102150405") + zone[:3] + "'" + zone[3:] + "'"
}

// hexText writes a text as a UTF-16 string.
func hexText(text string) string {
	var out strings.Builder
	out.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&out, "%04X", u)
	}
	out.WriteString(">")
	return out.String()
}

var mapEntry = regexp.MustCompile(`<([0-9A-F]+)><[0-9A-F]+><([0-9A-F]+)>`)

// unicodeMap writes the table from glyphs to characters anew: at most 100
// entries in a block, as the format asks, and characters above U+FFFF as two.
func unicodeMap(body []byte) []byte {
	var out bytes.Buffer
	out.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	entries := mapEntry.FindAllSubmatch(body, -1)
	for len(entries) > 0 {
		n := min(len(entries), 100)
		fmt.Fprintf(&out, "%d beginbfchar\n", n)
		for _, e := range entries[:n] {
			r, _ := strconv.ParseUint(string(e[2]), 16, 32)
			text := strings.TrimPrefix(hexText(string(rune(r))), "<FEFF")
			fmt.Fprintf(&out, "<%s> <%s\n", e[1], text)
		}
		out.WriteString("endbfchar\n")
		entries = entries[n:]
	}
	out.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return fmt.Appendf(nil, "<< /Length %d >>\nstream\n%sendstream\n", out.Len(), out.Bytes())
}
