// Package breach is the arithmetic of a personal data breach: the score of the
// 18 items and its class, ENISA's severity as a second opinion, the path through
// the nine sections, and the 72 hours of art. 33 GDPR.
//
// The score and the path are the office's own procedure (spec 2), not law. All
// is a table or a function of its arguments: no I/O, no state.
package breach
