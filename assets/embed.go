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
