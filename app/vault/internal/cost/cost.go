// Package cost holds how dear a try at a passphrase is. Nobody but package vault
// and its tests' helper can reach it, so that nothing makes it cheap by mistake.
package cost

import "sync/atomic"

// Usual is the work factor of scrypt, as a power of two: about 2 seconds and 256
// MB for each try on an office PC. It is that of age itself.
const Usual = 18

// Most is the dearest that is tried when something is opened: a foreign file must
// not keep the PC busy for hours.
const Most = 20

var factor atomic.Int64

// Factor is the work factor of what is wrapped now.
func Factor() int {
	if n := factor.Load(); n != 0 {
		return int(n)
	}
	return Usual
}

// Set makes it another, for tests.
func Set(n int) { factor.Store(int64(n)) }
