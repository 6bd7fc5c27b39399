package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"tutela/app/breach"
)

type scoreArgs struct {
	Answers []string `arg:"" optional:"" name:"risposte" help:"Le 18 risposte, nell'ordine del modulo: tre numeri da 1 a 4, poi quindici si o no."`
	JSON    bool     `name:"json" help:"Scrive il risultato in JSON."`
}

// Run tells class and path of a breach from its 18 answers (spec 2.2). The
// sections are those of the score alone (decision A4).
func (a *scoreArgs) Run(_ context.Context, _ *options, out *output) error {
	answers, err := scoreAnswers(a.Answers)
	if err != nil {
		return err
	}
	total, _ := answers.Total()
	band := answers.Class().Band()
	if a.JSON {
		fmt.Fprintf(out, `{"total": %d, "class": "%s", "sections": %s, "optional": %s}`+"\n", total, band.Class, jsonList(band.Asks), jsonList(band.ToWeigh))
		return nil
	}
	fmt.Fprintf(out, "Totale %d, classe %s: %s.\n", total, band.Class, band.Meaning)
	if len(band.Asks) > 0 {
		fmt.Fprintf(out, "La procedura chiede: %s.\n", named(band.Asks))
	} else {
		fmt.Fprintln(out, "La procedura non chiede altre sezioni.")
	}
	fmt.Fprintf(out, "Da valutare: %s.\n", named(band.ToWeigh))
	if items := answers.Delicate(); len(items) > 0 && band.Class != breach.ClassD {
		fmt.Fprintf(out, "Attenzione (art. 34 GDPR): ci sono dati sulla salute, giudiziari o di minori (%s): valutate se avvisare gli interessati.\n", numbers(items))
	}
	for _, d := range breach.Differences(answers, breach.Severity{}) {
		fmt.Fprintf(out, "Attenzione (%s): %s\n", d.Law, d.Text)
	}
	fmt.Fprintln(out, "Il punteggio non decide da solo: solo un rischio improbabile toglie la notifica, e il motivo va scritto.")
	return nil
}

// scoreAnswers reads the 18 words; a wrong one is named with its item.
func scoreAnswers(words []string) (a breach.Answers, err error) {
	if len(words) != breach.Items {
		return a, &usageError{fmt.Sprintf("Servono 18 risposte, tre numeri da 1 a 4 e quindici si o no; ne %s.", counted(len(words)))}
	}
	for i, it := range breach.List() {
		word := strings.ToLower(strings.TrimSpace(words[i]))
		switch n, err := strconv.Atoi(word); {
		case it.N <= breach.Graded && err == nil && 1 <= n && n <= len(it.Scale):
			a[i] = n
		case it.N > breach.Graded && (word == "si" || word == "sì"):
			a[i] = breach.AnswerYes
		case it.N > breach.Graded && word == "no":
			a[i] = breach.AnswerNo
		case it.N <= breach.Graded:
			return a, &usageError{fmt.Sprintf("La voce %d (%s) va da 1 a 4: «%s» non va bene.", it.N, it.Short, words[i])}
		default:
			return a, &usageError{fmt.Sprintf("Alla voce %d (%s) si risponde si o no: «%s» non va bene.", it.N, it.Short, words[i])}
		}
	}
	return a, nil
}

func counted(n int) string {
	if n == 1 {
		return "è stata data una"
	}
	return "sono state date " + strconv.Itoa(n)
}

// named are sections with their titles.
func named(list []breach.Section) string {
	var out []string
	for _, s := range list {
		out = append(out, s.Title())
	}
	return strings.Join(out, "; ")
}

// numbers are those of items: «voce 4», «voci 4, 12».
func numbers(list []int) string {
	if len(list) == 1 {
		return "voce " + strconv.Itoa(list[0])
	}
	var out []string
	for _, n := range list {
		out = append(out, strconv.Itoa(n))
	}
	return "voci " + strings.Join(out, ", ")
}

// jsonList are sections as JSON, with a space behind each comma, as the
// specification writes them.
func jsonList(list []breach.Section) string {
	var out []string
	for _, s := range list {
		out = append(out, `"`+s.String()+`"`)
	}
	return "[" + strings.Join(out, ", ") + "]"
}
