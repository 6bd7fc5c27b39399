package pack

import (
	"bytes"
	"crypto/md5"
	"crypto/sha256"
	"fmt"
)

// md5sums is what a Debian package says of its files, for dpkg --verify; nobody
// leans on it against forgery.
func (t Tree) md5sums() []byte {
	var b bytes.Buffer
	for _, f := range t.sorted() {
		fmt.Fprintf(&b, "%x  %s\n", md5.Sum(f.Data), f.Path)
	}
	return b.Bytes()
}

// Sums is the checksums of files as sha256sum -c reads them.
func (t Tree) Sums() []byte {
	var b bytes.Buffer
	for _, f := range t.sorted() {
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(f.Data), f.Path)
	}
	return b.Bytes()
}
