package main

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"tutela/app/form"
)

// tableHead begins the table.
const tableHead = "| che cosa | misura | crescita | accanto a | quante volte tanto (minimo–massimo) |\n|---|---|---|---|---|\n"

// rowsOf are the rows of a subject: for each quantity one for each peer, of which
// the first one alone says what is measured. all holds its figures by size, and may
// hold fewer sizes than there are: the first ones.
func rowsOf(s *subject, all [][]figures) string {
	var out strings.Builder
	for q, what := range s.quantities {
		var ours []float64
		var taken, sizes []string
		for i, of := range all {
			m := middle(of[q].ours)
			ours = append(ours, m)
			taken = append(taken, amount(m, what.kind))
			sizes = append(sizes, form.FormatInt(int64(s.sizes[i])))
		}
		head := fmt.Sprintf("| %s: %s %s | %s | %s |", what.name, strings.Join(sizes, between), s.unit, strings.Join(taken, between), growth(ours, s.sizes, what.flat))
		for p, beside := range what.peers {
			fmt.Fprintf(&out, "%s %s | %s |\n", head, beside.name, besides(all, q, p, beside.most))
			head = "| | | |"
		}
	}
	return out.String()
}

// between stands between the figures of two sizes.
const between = " · "

// besides says how many times a peer's ours was at each size, and the goal.
func besides(all [][]figures, q, p int, most float64) string {
	var ratios []string
	missed := false
	for _, of := range all {
		if of[q].peers[p] == nil {
			ratios = append(ratios, "–")
			continue
		}
		r := ratio(of[q].ours, of[q].peers[p])
		missed = missed || r[1] > most
		ratios = append(ratios, fmt.Sprintf("%s (%s–%s)", times(r[1]), times(r[0]), times(r[2])))
	}
	text := strings.Join(ratios, between)
	if most == 0 {
		return text
	}
	text += "; obiettivo: al più " + times(most)
	if missed {
		text += ", mancato"
	}
	return text
}

// ratio is how many times the peer's ours was, turn by turn: the least, the median
// and the most.
func ratio(ours, peer []float64) [3]float64 {
	var all []float64
	for i := range ours {
		all = append(all, ours[i]/peer[i])
	}
	return [3]float64{slices.Min(all), middle(all), slices.Max(all)}
}

func middle(list []float64) float64 {
	sorted := slices.Sorted(slices.Values(list))
	return sorted[len(sorted)/2]
}

// growth says by how much each size takes more than the one before, and how much
// it would at its best.
func growth(ours []float64, sizes []int, flat bool) string {
	var grown, best []string
	for i := 1; i < len(ours); i++ {
		grown = append(grown, "×"+rounded(ours[i]/ours[i-1], 1))
		best = append(best, "×"+rounded(float64(sizes[i])/float64(sizes[i-1]), 1))
	}
	if flat {
		best = []string{"×1"}
	}
	return fmt.Sprintf("%s (ideale: %s)", strings.Join(grown, between), strings.Join(best, between))
}

// amount writes a figure with its unit.
func amount(v float64, k kind) string {
	if k == memory {
		if v < 1e6 {
			return rounded(v/1e3, 1) + " kB"
		}
		return rounded(v/1e6, 1) + " MB"
	}
	switch {
	case v < 1e-3:
		return rounded(v*1e6, 1) + " µs"
	case v < 1:
		return rounded(v*1e3, 1) + " ms"
	}
	return rounded(v, 1) + " s"
}

// times writes how many times; what is small shows more of its digits.
func times(v float64) string {
	if v < 0.1 {
		return rounded(v, 3)
	}
	return rounded(v, 2)
}

// rounded writes a number as one does in Italian, with so many decimals at most:
// one of ten or more has one at most, one of a hundred or more has none.
func rounded(v float64, decimals int) string {
	switch {
	case v >= 100:
		return form.FormatInt(int64(math.Round(v)))
	case v >= 10:
		decimals = min(decimals, 1)
	}
	text := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return strings.Replace(text, ".", ",", 1)
}
