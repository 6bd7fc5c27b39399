package main

import (
	"fmt"
	"html"
	"strings"

	"tutela/app/doc"
)

// plain is the text of a document as programs that set text take it, without what
// only ours knows.
type plain []plainPart

// plainPart is a heading of a level from 1, a paragraph (level 0), or a table.
type plainPart struct {
	level int
	text  string
	item  bool
	rows  [][]string
	wide  []int // shares of the width of a table
}

// plainOf gives the text of a document.
func plainOf(d doc.Document) plain {
	out := plain{{text: d.Title}}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case doc.Heading:
			out = append(out, plainPart{level: min(max(b.Level, 1), 3), text: strings.TrimSpace(b.Number + " " + b.Text)})
		case doc.Para:
			out = append(out, plainPart{text: doc.Plain(b.Runs)})
		case doc.Note:
			out = append(out, plainPart{text: doc.Plain(b.Runs)})
		case doc.List:
			for _, item := range b.Items {
				out = append(out, plainPart{text: doc.Plain(item), item: true})
			}
		case doc.Fields:
			table := plainPart{wide: []int{2, 5}}
			for _, e := range b.Entries {
				table.rows = append(table.rows, []string{e.Label, doc.PlainParas(e.Value, " ")})
			}
			out = append(out, table)
		case doc.Table:
			out = append(out, plainTable(b))
		}
	}
	return out
}

func plainTable(t doc.Table) plainPart {
	var out plainPart
	var head []string
	for _, c := range t.Columns {
		head = append(head, c.Head)
		out.wide = append(out.wide, max(c.Width, 1))
	}
	if !t.NoHead {
		out.rows = append(out.rows, head)
	}
	for _, r := range t.Rows {
		row := make([]string, 0, len(head))
		for _, c := range r {
			row = append(row, doc.PlainParas(c.Paras, " "))
			for range max(c.Span, 1) - 1 {
				row = append(row, "")
			}
		}
		for len(row) < len(head) {
			row = append(row, "")
		}
		out.rows = append(out.rows, row[:len(head)])
	}
	if len(t.Rows) == 0 && t.Empty != "" {
		return plainPart{text: t.Empty}
	}
	return out
}

// latex is the text for pdflatex, with contents, bookmarks left out.
func (p plain) latex() string {
	var out strings.Builder
	out.WriteString(`\documentclass[a4paper,10pt]{article}
\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage{lmodern}\language\csname l@italian\endcsname
\usepackage{longtable}\usepackage[margin=22mm]{geometry}\setcounter{secnumdepth}{0}\sloppy
\begin{document}\tableofcontents
`)
	for _, x := range p {
		switch {
		case x.level > 0:
			fmt.Fprintf(&out, "\\%ssection{%s}\n", strings.Repeat("sub", x.level-1), latexText(x.text))
		case x.rows != nil:
			sum, columns := 0, ""
			for _, w := range x.wide {
				sum += w
			}
			for _, w := range x.wide {
				columns += fmt.Sprintf("p{%.3f\\textwidth}", 0.85*float64(w)/float64(sum))
			}
			fmt.Fprintf(&out, "\\begin{longtable}{%s}\n", columns)
			for _, row := range x.rows {
				cells := make([]string, len(row))
				for i, cell := range row {
					cells[i] = latexText(cell)
				}
				out.WriteString(strings.Join(cells, " & ") + " \\\\ \\hline\n")
			}
			out.WriteString("\\end{longtable}\n")
		case x.item:
			fmt.Fprintf(&out, "\\begin{itemize}\\item %s\\end{itemize}\n", latexText(x.text))
		default:
			out.WriteString(latexText(x.text) + "\n\n")
		}
	}
	out.WriteString("\\end{document}\n")
	return out.String()
}

// latexSigns are what LaTeX reads as something else, and the signs that its fonts lack.
var latexSigns = strings.NewReplacer(`\`, `\textbackslash{}`, "&", `\&`, "%", `\%`, "$", `\$`, "#", `\#`, "_", `\_`, "{", `\{`, "}", `\}`,
	"~", `\textasciitilde{}`, "^", `\textasciicircum{}`, "≤", "<=", "≥", ">=", "→", "->", "×", "x", "☐", "[ ]", "☒", "[x]", "✓", "x", "\u00a0", "~", "\u2011", "-", "−", "-")

func latexText(text string) string { return latexSigns.Replace(text) }

// html is the text as a page that LibreOffice opens.
func (p plain) html() string {
	var out strings.Builder
	out.WriteString("<!DOCTYPE html><html lang=\"it\"><head><meta charset=\"utf-8\"></head><body>\n")
	for _, x := range p {
		switch {
		case x.level > 0:
			fmt.Fprintf(&out, "<h%d>%s</h%d>\n", x.level, html.EscapeString(x.text), x.level)
		case x.rows != nil:
			out.WriteString("<table border=\"1\" width=\"100%\">\n")
			for _, row := range x.rows {
				out.WriteString("<tr>")
				for _, cell := range row {
					out.WriteString("<td>" + html.EscapeString(cell) + "</td>")
				}
				out.WriteString("</tr>\n")
			}
			out.WriteString("</table>\n")
		case x.item:
			fmt.Fprintf(&out, "<ul><li>%s</li></ul>\n", html.EscapeString(x.text))
		default:
			fmt.Fprintf(&out, "<p>%s</p>\n", html.EscapeString(x.text))
		}
	}
	out.WriteString("</body></html>\n")
	return out.String()
}
