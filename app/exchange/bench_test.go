package exchange_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/exchange"
)

// manyRows are people of whom no two are the same.
func manyRows(n int) [][]string {
	rows := [][]string{{"Cognome", "Nome", "Nato il", "E-mail", "Telefono", "Note"}}
	for i := range n {
		rows = append(rows, []string{fmt.Sprint("Cognome ", i), fmt.Sprint("Nome ", i), "05/03/1990", fmt.Sprintf("n%d@example.it", i), fmt.Sprintf("0372 %06d", i), "una riga\ne un’altra"})
	}
	return rows
}

// BenchmarkReadTable reads and plans the most rows that a sheet of one's own may have,
// and looks how long a longer one takes to be refused.
func BenchmarkReadTable(b *testing.B) {
	reg, _ := app.RegisterOf(app.Registers(), app.PersonForm.Key)
	for _, ending := range []string{".csv", ".xlsx"} {
		for _, n := range []int{20_000, 50_000} {
			data, err := exchange.WriteTable(ending, "Foglio", manyRows(n))
			if err != nil {
				b.Fatal(err)
			}
			b.Run(fmt.Sprint(n, ending), func(b *testing.B) {
				o := officeOf(b)
				b.ReportAllocs()
				for b.Loop() {
					table, err := exchange.ReadTable(data, "")
					if n > 20_000 {
						if err == nil || !strings.Contains(app.Sentence(err), "fino a 20.000 righe") {
							b.Fatal(err)
						}
						continue
					}
					if err != nil {
						b.Fatal(err)
					}
					p, err := exchange.PlanTable(context.Background(), o, reg, table, exchange.Match(reg.Type, table.Head), false)
					if err != nil || p.Count(exchange.Fresh) != n {
						b.Fatal(err, problems(p))
					}
				}
			})
		}
	}
}

// BenchmarkReadWorkbook takes an office of fifty thousand people into an empty one.
func BenchmarkReadWorkbook(b *testing.B) {
	const n = 50_000
	m := apptest.NewMemory(apptest.Now)
	for _, row := range manyRows(n)[1:] {
		if err := m.Save(app.PersonForm.Type(), &app.Person{Surname: row[0], Name: row[1], Birth: "1990-03-05", Email: row[3], Phone: row[4], Note: row[5]}); err != nil {
			b.Fatal(err)
		}
	}
	reg, _ := app.RegisterOf(app.Registers(), app.PersonForm.Key)
	d := app.NewDossier(apptest.Now, shipped(b).book, []app.Register{reg}, m.Records)
	var data []byte
	b.Run("write", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			data = written(b, d)
		}
	})
	b.Run("read", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			w, err := exchange.ReadWorkbook(bytes.Clone(data), emptyLike(d))
			if err != nil || len(w.Changes) != n {
				b.Fatal(err)
			}
		}
	})
}
