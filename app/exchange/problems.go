package exchange

import "fmt"

// MostProblems is how many are told one by one.
const MostProblems = 100

// problemLines tells what is wrong with a sheet, one problem a line, then what follows
// from them.
func problemLines[P fmt.Stringer](problems []P) []string {
	var out []string
	for _, p := range problems[:min(len(problems), MostProblems)] {
		out = append(out, p.String())
	}
	if more := len(problems) - MostProblems; more > 0 {
		out = append(out, fmt.Sprintf("E altri %d errori.", more))
	}
	return append(out, "Niente è stato importato: correggete il foglio e riprovate.")
}
