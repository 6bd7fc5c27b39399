package sign

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"

	"tutela/app"
)

// file is a PDF whose tables of objects have been read, the newest first.
type file struct {
	data    []byte
	at      map[int]int // where each object begins
	trailer dict        // of the newest table
	start   int         // of the newest table
	size    int         // one more than the highest number of an object
}

// The bounds of a PDF that is read.
const (
	mostTables  = 200
	mostObjects = 1 << 20
	mostPages   = 100_000
	mostDepth   = 32
)

// foreign is what is said of a PDF that Tutela cannot add a signature to.
func foreign(err error) error {
	return &app.Refusal{
		What: "Questo PDF non è stato scritto da Tutela, o un altro programma lo ha riscritto: non si può aggiungere la firma.",
		Do:   "Firmate il PDF che Tutela conserva, o firmatelo con l’altro programma e riprendetelo qui.", Err: err,
	}
}

// readFile reads the tables of a PDF, each plain text, as Tutela writes them and
// as a program that adds a signature to such a file does.
func readFile(data []byte) (*file, error) {
	f := &file{data: data, at: map[int]int{}}
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		return nil, errors.New("no PDF")
	}
	tail := max(0, len(data)-2048)
	i := bytes.LastIndex(data[tail:], []byte("startxref"))
	if i < 0 {
		return nil, errors.New("no startxref")
	}
	start, _, ok := integer(data, tail+i+len("startxref"))
	if !ok {
		return nil, errors.New("no number behind startxref")
	}
	f.start = start
	seen := map[int]bool{}
	for next := start; ; {
		if seen[next] || len(seen) == mostTables {
			return nil, errors.New("tables without end")
		}
		seen[next] = true
		trailer, err := f.table(next)
		if err != nil {
			return nil, err
		}
		if f.trailer == nil {
			f.trailer = trailer
		}
		if trailer.get("Encrypt") != nil || trailer.get("XRefStm") != nil {
			return nil, errors.New("encrypted, or with tables of two kinds")
		}
		prev := trailer.get("Prev")
		if prev == nil {
			break
		}
		if next, _, ok = integer(prev, 0); !ok {
			return nil, errors.New("no number of the table before")
		}
	}
	size, _, ok := integer(f.trailer.get("Size"), 0)
	if !ok || size < 1 || size > mostObjects {
		return nil, errors.New("no size")
	}
	f.size = size
	return f, nil
}

// table reads one table and gives its trailer.
func (f *file) table(i int) (dict, error) {
	if i < 0 || i >= len(f.data) || !bytes.HasPrefix(f.data[i:], []byte("xref")) {
		return nil, fmt.Errorf("no table at %d", i)
	}
	i += len("xref")
	for {
		i = space(f.data, i)
		if bytes.HasPrefix(f.data[i:], []byte("trailer")) {
			d, _, err := readDict(f.data, space(f.data, i+len("trailer")))
			return d, err
		}
		first, j, ok := integer(f.data, i)
		count, k, ok2 := integer(f.data, j)
		if !ok || !ok2 || first < 0 || count < 0 || first+count > mostObjects {
			return nil, errors.New("a broken table")
		}
		i = k
		for n := first; n < first+count; n++ {
			at, j, ok := integer(f.data, i)
			_, k, ok2 := integer(f.data, j)
			i = space(f.data, k)
			if !ok || !ok2 || i >= len(f.data) || f.data[i] != 'n' && f.data[i] != 'f' {
				return nil, errors.New("a broken line of a table")
			}
			if _, newer := f.at[n]; !newer {
				if f.data[i] == 'f' {
					at = 0
				}
				f.at[n] = at
			}
			i++
		}
	}
}

// object gives the value of an object.
func (f *file) object(n int) ([]byte, error) {
	at := f.at[n]
	if at <= 0 || at >= len(f.data) {
		return nil, fmt.Errorf("no object %d", n)
	}
	number, i, ok := integer(f.data, at)
	_, j, ok2 := integer(f.data, i)
	j = space(f.data, j)
	if !ok || !ok2 || number != n || !bytes.HasPrefix(f.data[j:], []byte("obj")) {
		return nil, fmt.Errorf("object %d is not where the table says", n)
	}
	from := space(f.data, j+len("obj"))
	to, err := skip(f.data, from, 0)
	if err != nil {
		return nil, err
	}
	return f.data[from:to], nil
}

// dict gives the object n as a dictionary.
func (f *file) dict(n int) (dict, error) {
	body, err := f.object(n)
	if err != nil {
		return nil, err
	}
	d, _, err := readDict(body, 0)
	return d, err
}

// pages gives the numbers of the objects of the pages, in order.
func (f *file) pages() ([]int, error) {
	catalog, err := f.catalog()
	if err != nil {
		return nil, err
	}
	root, ok := reference(catalog.get("Pages"))
	if !ok {
		return nil, errors.New("no pages")
	}
	var out []int
	seen := map[int]bool{}
	var walk func(n, depth int) error
	walk = func(n, depth int) error {
		if seen[n] || depth > mostDepth || len(out) > mostPages {
			return errors.New("a tree of pages without end")
		}
		seen[n] = true
		d, err := f.dict(n)
		if err != nil {
			return err
		}
		kids := d.get("Kids")
		if kids == nil {
			out = append(out, n)
			return nil
		}
		list, err := references(kids)
		for _, kid := range list {
			if err := walk(kid, depth+1); err != nil {
				return err
			}
		}
		return err
	}
	return out, walk(root, 0)
}

// root is the number of the catalog.
func (f *file) root() (int, error) {
	n, ok := reference(f.trailer.get("Root"))
	if !ok {
		return 0, errors.New("no root")
	}
	return n, nil
}

func (f *file) catalog() (dict, error) {
	n, err := f.root()
	if err != nil {
		return nil, err
	}
	return f.dict(n)
}

// entry is a key of a dictionary and what stands behind it, as written.
type entry struct {
	key   string
	value []byte
}

// dict is a dictionary as it stands in a PDF, in its order.
type dict []entry

func (d dict) get(key string) []byte {
	for _, e := range d {
		if e.key == key {
			return e.value
		}
	}
	return nil
}

// with gives the dictionary with a value in place of another, or added.
func (d dict) with(key string, value []byte) dict {
	out := make(dict, 0, len(d)+1)
	for _, e := range d {
		if e.key != key {
			out = append(out, e)
		}
	}
	return append(out, entry{key, value})
}

func (d dict) bytes() []byte {
	out := []byte("<<\n")
	for _, e := range d {
		out = append(append(append(append(append(out, '/'), e.key...), ' '), e.value...), '\n')
	}
	return append(out, ">>"...)
}

// reference reads "12 0 R".
func reference(value []byte) (int, bool) {
	n, i, ok := integer(value, 0)
	_, j, ok2 := integer(value, i)
	j = space(value, j)
	if !ok || !ok2 || j >= len(value) || value[j] != 'R' {
		return 0, false
	}
	return n, true
}

// references reads "[12 0 R 13 0 R]".
func references(value []byte) ([]int, error) {
	if len(value) < 2 || value[0] != '[' {
		return nil, errors.New("no list")
	}
	var out []int
	words := bytes.Fields(value[1 : len(value)-1])
	if len(words)%3 != 0 {
		return nil, errors.New("a list of other things")
	}
	for i := 0; i < len(words); i += 3 {
		n, err := strconv.Atoi(string(words[i]))
		if err != nil || string(words[i+2]) != "R" {
			return nil, errors.New("a list of other things")
		}
		out = append(out, n)
	}
	return out, nil
}
