// Package assets holds the data that ships inside the program.
//
// Lists that a lawyer may want to correct (catalogues of purposes, data,
// countries and so on) are dated JSON files: a correction touches no code.
package assets

import "embed"

// Catalogues holds catalogues/NAME.json, read by package catalogue.
//
//go:embed catalogues/*.json
var Catalogues embed.FS

// FyneItalian is the toolkit's own words in Italian, which it does not ship.
//
//go:embed i18n/it.json
var FyneItalian []byte

// English is what the window says in English, by the Italian that stands in the
// code, and by register and field.
//
//go:embed i18n/en.json
var English []byte
