// Package vaulttest makes passphrases cheap in tests.
package vaulttest

import "tutela/app/vault/internal/cost"

// Phrase is a passphrase that vault.Check lets pass.
const Phrase = "quattro gatti sul tetto d’ardesia"

// Quick makes the work factor small for the rest of the test process. What was
// wrapped with the usual one still opens, as slowly as ever.
func Quick() { cost.Set(8) }
