package exchange

import (
	"fmt"
	"maps"
	"net/mail"
	"slices"
	"strings"
	"unicode"

	"tutela/app"
	"tutela/app/form"
)

// mostAddressees limits how many letters are printed at once: beyond it the PDF is
// more than an office's computer likes to hold.
const mostAddressees = 2000

// The columns of a list of names, by their heads without spaces and punctuation.
var addresseeColumns = map[string][]string{
	"whole":    {"nominativo", "nomeecognome", "cognomeenome", "nomecognome", "cognomenome", "destinatario", "intestatario", "denominazione", "ragionesociale", "cliente"},
	"name":     {"nome"},
	"surname":  {"cognome"},
	"address":  {"indirizzo", "via", "residenza", "indirizzopostale"},
	"postcode": {"cap"},
	"city":     {"comune", "città", "citta", "località", "localita"},
	"province": {"provincia", "prov"},
	"email":    {"email", "mail", "postaelettronica", "indirizzoemail", "pec"},
}

// Addressees reads a list of names for letters from a CSV file or a spreadsheet:
// name and surname or one column for both, and where there are some the address
// and the e-mail. It gives all of them, or says which row and column is to be
// mended.
func Addressees(data []byte) ([]app.Addressee, error) {
	t, err := ReadTable(data, "")
	if err != nil {
		return nil, err
	}
	at := addresseeHeads(t.Head)
	if at["whole"] < 0 && at["name"] < 0 {
		return nil, &app.Refusal{
			What: "Nell’elenco non c’è una colonna con i nomi.",
			Do:   "La prima riga deve dire che cosa c’è in ogni colonna: «Nome» e «Cognome», oppure «Nominativo»; se volete «Indirizzo», «CAP», «Comune», «Provincia», «E-mail».",
		}
	}
	if len(t.Rows) > mostAddressees {
		return nil, &app.Refusal{What: "L’elenco ha " + form.FormatInt(int64(len(t.Rows))) + " nomi: se ne stampano fino a " + form.FormatInt(mostAddressees) + " per volta.", Do: "Dividetelo in più elenchi."}
	}
	var out []app.Addressee
	var first *app.Refusal
	wrong := 0
	for _, row := range t.Rows {
		a, fault := addresseeOf(t, row, at)
		if fault != nil {
			if wrong++; first == nil {
				first = fault
			}
			continue
		}
		out = append(out, a)
	}
	switch {
	case wrong == 1:
		first.Do = "Non è stata preparata nessuna lettera: correggete l’elenco e riprovate."
		return nil, first
	case wrong > 1:
		first.Do = fmt.Sprintf("Le righe da correggere sono %d: non è stata preparata nessuna lettera.", wrong)
		return nil, first
	}
	return out, nil
}

// addresseeHeads finds the column of each part; -1 where there is none.
func addresseeHeads(head []string) map[string]int {
	at := map[string]int{}
	for part, names := range addresseeColumns {
		at[part] = slices.IndexFunc(head, func(h string) bool {
			return slices.Contains(names, strings.Map(func(r rune) rune {
				if !unicode.IsLetter(r) {
					return -1
				}
				return unicode.ToLower(r)
			}, h))
		})
	}
	return at
}

// addresseeOf reads a row, or says in which column it is wrong.
func addresseeOf(t *Table, row TableRow, at map[string]int) (app.Addressee, *app.Refusal) {
	cell := func(part string) string {
		if at[part] < 0 {
			return ""
		}
		return strings.Join(strings.Fields(row.Cells[at[part]]), " ")
	}
	a, column := app.Addressee{Name: cell("whole"), Email: cell("email")}, at["whole"]
	if column < 0 {
		a.Name, column = strings.TrimSpace(cell("name")+" "+cell("surname")), at["name"]
		switch {
		case cell("name") == "":
			a.Name = ""
		case at["surname"] >= 0 && cell("surname") == "":
			a.Name, column = "", at["surname"]
		}
	}
	place := placeOf(t, row)
	taken := slices.Collect(maps.Values(at))
	for i, text := range row.Cells {
		switch fault := formulaFault(text); {
		case fault == "" || !slices.Contains(taken, i):
		case text == notReckoned:
			return a, &app.Refusal{What: fmt.Sprintf("Riga %d, colonna «%s»: la formula non ha ancora un risultato; aprite il foglio con Excel o LibreOffice e salvatelo di nuovo.", place, t.Head[i])}
		default:
			return a, &app.Refusal{What: fmt.Sprintf("Riga %d, colonna «%s»: la formula dà un errore.", place, t.Head[i])}
		}
	}
	switch {
	case a.Name == "":
		return a, &app.Refusal{What: fmt.Sprintf("Riga %d, colonna «%s»: manca il nome o il cognome.", place, t.Head[column])}
	case len(a.Name) > longestAddressee:
		return a, &app.Refusal{What: fmt.Sprintf("Riga %d, colonna «%s»: il nome è troppo lungo.", place, t.Head[column])}
	case a.Email != "":
		if _, err := mail.ParseAddress(a.Email); err != nil {
			return a, &app.Refusal{What: fmt.Sprintf("Riga %d, colonna «%s»: non è un indirizzo e-mail.", place, t.Head[at["email"]])}
		}
	}
	town := strings.TrimSpace(cell("postcode") + " " + cell("city"))
	if p := cell("province"); p != "" {
		town = strings.TrimSpace(town + " (" + p + ")")
	}
	a.Address = strings.Trim(cell("address")+", "+town, ", ")
	return a, nil
}

// longestAddressee is more than any name has, in bytes.
const longestAddressee = 200

// placeOf is how a person finds a row again: as the spreadsheet numbers it, or as
// the line of a CSV file.
func placeOf(t *Table, row TableRow) int {
	if t.Sheet == "" {
		return row.Line
	}
	return row.Row
}
