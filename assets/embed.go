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

// Legal holds legal/NAME.json: lists that the law or an authority draws up, in
// working words, each with its source and the day it was looked at.
//
//go:embed legal/*.json
var Legal embed.FS

// HouseRules is the thirty-two house rules, as dated data.
//
//go:embed house-rules.json
var HouseRules []byte

// Texts holds texts/KIND.md: the fixed words of a paper, passage by passage.
//
//go:embed texts/*.md
var Texts embed.FS

// DocumentTexts holds texts/document/N.N.md: the accountability document, a file a
// section. texts/document/LEGGIMI.md tells whoever corrects them how they are written.
//
//go:embed texts/document/[1-9]*.md
var DocumentTexts embed.FS

// Passwords holds passwords/NAME.txt, read by package password: one word a line,
// after lines with # that say where the list is from.
//
//go:embed passwords/*.txt
var Passwords embed.FS

// FyneItalian is the toolkit's own words in Italian, which it does not ship.
//
//go:embed i18n/it.json
var FyneItalian []byte

// FyneEnglish is the toolkit's own words as they are, for systems that speak
// another language than the window.
//
//go:embed i18n/toolkit.en.json
var FyneEnglish []byte

// English is what the window says in English, by the Italian that stands in the
// code, and by register and field.
//
//go:embed i18n/en.json
var English []byte

// Templates holds templates/NAME.json: the typical activities of a small office,
// as sheets to start from.
//
//go:embed templates/*.json
var Templates embed.FS

// Guide holds guide/NN-TOPIC.md: what the program says of itself, a file a topic, in
// the order of the list.
//
//go:embed guide/*.md
var Guide embed.FS

// Glossary is the words of data protection, a passage each, in their order.
//
//go:embed glossary.md
var Glossary []byte

// Examples is what may stand in each field of some lines, a passage each.
//
//go:embed examples.md
var Examples string

// Changelog is what every version brings to who uses the program, the newest first.
//
//go:embed changelog.md
var Changelog []byte
