package sign

import (
	"bytes"
	"errors"
	"fmt"
)

// errBroken is of text that is no value of a PDF.
var errBroken = errors.New("a broken value")

func isSpace(c byte) bool { return bytes.IndexByte([]byte("\x00\t\n\f\r "), c) >= 0 }

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// space gives the place of what comes next behind white space and comments.
func space(data []byte, i int) int {
	for i < len(data) {
		switch {
		case isSpace(data[i]):
			i++
		case data[i] == '%':
			for i < len(data) && data[i] != '\n' && data[i] != '\r' {
				i++
			}
		default:
			return i
		}
	}
	return min(i, len(data))
}

// word gives the end of a name, number or keyword.
func word(data []byte, i int) int {
	for i < len(data) && !isSpace(data[i]) && !isDelimiter(data[i]) {
		i++
	}
	return i
}

// integer reads a whole number of at most ten digits, as in a table.
func integer(data []byte, i int) (n, end int, ok bool) {
	i = space(data, i)
	from := i
	for i < len(data) && data[i] >= '0' && data[i] <= '9' && i-from < 10 {
		n = n*10 + int(data[i]-'0')
		i++
	}
	return n, i, i > from
}

// skip gives the end of the value that begins at i.
func skip(data []byte, i, depth int) (int, error) {
	if depth > mostDepth || i >= len(data) {
		return 0, errBroken
	}
	switch c := data[i]; {
	case bytes.HasPrefix(data[i:], []byte("<<")):
		_, end, err := readDictAt(data, i, depth)
		return end, err
	case c == '<':
		end := bytes.IndexByte(data[i:], '>')
		if end < 0 {
			return 0, errBroken
		}
		return i + end + 1, nil
	case c == '(':
		return skipText(data, i)
	case c == '[':
		for i = space(data, i+1); i < len(data) && data[i] != ']'; i = space(data, i) {
			end, err := skip(data, i, depth+1)
			if err != nil {
				return 0, err
			}
			i = end
		}
		if i >= len(data) {
			return 0, errBroken
		}
		return i + 1, nil
	case c == '/':
		return word(data, i+1), nil
	case isDelimiter(c) || isSpace(c):
		return 0, errBroken
	}
	end := word(data, i)
	// A number may be the first of the three parts of a reference.
	if _, n, ok := integer(data, i); ok && n == end {
		if _, m, ok := integer(data, n); ok {
			if r := space(data, m); r < len(data) && data[r] == 'R' && word(data, r) == r+1 {
				return r + 1, nil
			}
		}
	}
	return end, nil
}

// skipText gives the end of a string between brackets.
func skipText(data []byte, i int) (int, error) {
	for open := 0; i < len(data); i++ {
		switch data[i] {
		case '\\':
			i++
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return i + 1, nil
			}
		}
	}
	return 0, errBroken
}

// readDict reads the dictionary that begins at i.
func readDict(data []byte, i int) (dict, int, error) { return readDictAt(data, i, 0) }

func readDictAt(data []byte, i, depth int) (dict, int, error) {
	if i > len(data) || !bytes.HasPrefix(data[i:], []byte("<<")) {
		return nil, 0, fmt.Errorf("no dictionary: %w", errBroken)
	}
	out := dict{}
	for i = space(data, i+2); i < len(data); i = space(data, i) {
		if bytes.HasPrefix(data[i:], []byte(">>")) {
			return out, i + 2, nil
		}
		if data[i] != '/' {
			return nil, 0, errBroken
		}
		end := word(data, i+1)
		from := space(data, end)
		to, err := skip(data, from, depth+1)
		if err != nil {
			return nil, 0, err
		}
		out = append(out, entry{string(data[i+1 : end]), data[from:to]})
		i = to
	}
	return nil, 0, errBroken
}
