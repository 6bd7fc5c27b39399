package ui

import (
	"context"
	"errors"
	"strconv"

	"tutela/app"
	"tutela/app/exchange"
	"tutela/app/form"
	"tutela/ui/kit"
	"tutela/ui/words"
)

// export writes what the list shows, as a workbook or as CSV.
func (p *trailPage) export() {
	s := p.shell
	if len(p.seqs) == 0 {
		s.fail(&app.Refusal{What: "Nell’elenco non c’è nessuna modifica da esportare.", Do: "Togliete i filtri.", Err: errors.New("nothing to export")})
		return
	}
	kit.Choose(s.win, words.T("Esporta la storia"), words.T("Le modifiche che l’elenco mostra, una per riga."),
		[]string{words.T("Foglio di calcolo (.xlsx)"), words.T("Testo con separatori (.csv)")}, func(i int) {
			if i >= 0 {
				p.exportAs(exchange.TableEndings[i])
			}
		})
}

func (p *trailPage) exportAs(ending string) {
	s := p.shell
	s.askSave(words.T("Esporta la storia"), words.T("Storia dell’ufficio"), ending, words.T("Esporta"), func(path string) {
		file, seqs := s.cfg.Store, p.seqs
		s.shortly(words.T("Esporto la storia"), func(ctx context.Context, tell func(done, total int)) error {
			return p.writeTrail(ctx, file, seqs, path, ending, tell)
		}, func(err error) {
			if err != nil {
				s.fail(err)
				return
			}
			kit.ShowInfo(s.win, words.T("Storia esportata"), words.F("%s contiene l’elenco delle modifiche, con i nomi delle schede, leggibile da chiunque lo apra. Il contenuto di ogni modifica sta nell’esportazione di tutto l’ufficio.", path))
		})
	})
}

// writeTrail writes changes by their numbers as a table.
func (p *trailPage) writeTrail(ctx context.Context, file Store, seqs []int64, path, ending string, tell func(done, total int)) error {
	table := [][]string{{
		words.T("Riga"), words.T("Data e ora"), words.T("Chi (dichiarato)"), words.T("Utente del computer"),
		words.T("Che cosa"), words.T("Registro"), words.T("Scheda"), words.T("Valore della catena"),
	}}
	const piece = 500
	for first := 0; first < len(seqs); first += piece {
		if err := ctx.Err(); err != nil {
			return err
		}
		rows, err := file.TrailRows(ctx, seqs[first:min(first+piece, len(seqs))])
		if err != nil {
			return err
		}
		for _, c := range rows {
			table = append(table, []string{
				strconv.FormatInt(c.Seq, 10), form.MomentOf(c.At).String(), c.Who, c.HostUser,
				trailWord(c.Change), p.shell.registerName(c.Register), p.title(c), c.Hash,
			})
		}
		tell(len(table)-1, len(seqs))
	}
	data, err := exchange.WriteTable(ending, words.T("Storia"), table)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return exchange.WriteFile(path, data)
}
