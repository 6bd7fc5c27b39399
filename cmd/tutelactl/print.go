package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"tutela/app"
	"tutela/app/doc"
	"tutela/app/exchange"
	"tutela/app/form"
	"tutela/app/papers"
	"tutela/app/pdf"
	"tutela/store"
)

type printArgs struct {
	Kind  string `arg:"" optional:"" help:"Tipo di documento: l'elenco con --list."`
	ID    string `arg:"" optional:"" help:"Scheda da stampare: uid o nome."`
	Out   string `help:"PDF da scrivere, o .xlsx per il registro semplificato; con --all anche una cartella." placeholder:"FILE.pdf" type:"path"`
	All   bool   `help:"Il documento di tutte le schede: in un solo PDF con l'indice, o in una cartella, un file per scheda."`
	List  bool   `help:"Elenca i documenti: tipo, titolo, in bianco o compilato."`
	Blank bool   `help:"In bianco, da compilare a mano."`
	Names string `help:"Elenco di nomi, CSV o XLSX: una lettera per ciascuno, nello stesso PDF." placeholder:"FILE" type:"path"`
	At    string `help:"Registro com'era alla fine di quel giorno." placeholder:"GG/MM/AAAA"`
	From  int    `help:"Versione di prima, nei confronti; senza, la penultima." placeholder:"N"`
	To    int    `help:"Versione di dopo, nei confronti; senza, l'ultima." placeholder:"N"`
	Now   string `help:"Momento da considerare adesso, per le prove." placeholder:"MOMENTO"`
}

// Run prints one paper, or lists the papers there are.
func (a *printArgs) Run(ctx context.Context, o *options, out *output) (err error) {
	list := papers.All(app.Registers())
	if a.List {
		return listPapers(out, list)
	}
	paper, ok := papers.Find(list, a.Kind)
	switch {
	case a.Kind == "" || a.Out == "":
		return &usageError{"Servono il tipo di documento e il file: tutelactl print TIPO --out FILE.pdf. I tipi si vedono con tutelactl print --list."}
	case !ok:
		return &usageError{"Il documento «" + a.Kind + "» non esiste. I tipi si vedono con tutelactl print --list."}
	case a.Blank && !paper.Blank:
		return &usageError{"Questo documento non si stampa in bianco."}
	case a.Blank && a.At != "":
		return &usageError{"Un modulo in bianco non ha una data: togliete --blank oppure --at."}
	case paper.Versions && a.At != "":
		return &usageError{"Un confronto si chiede con --from e --to, i numeri delle versioni, non con --at."}
	case !paper.Versions && (a.From != 0 || a.To != 0):
		return &usageError{"Con --from e --to si chiedono solo i confronti tra versioni."}
	case a.All && (a.ID != "" || a.Blank || paper.Versions):
		return &usageError{"Con --all si stampa il documento di tutte le schede: togliete il nome, --blank, o scegliete un documento che non sia un confronto."}
	case a.All && paper.Register == "":
		return &usageError{"Questo documento è di tutto l’ufficio: togliete --all."}
	case a.Names != "" && !paper.Named:
		return &usageError{"Con --names si stampano solo le lettere che si mandano a molti, come breach-letter."}
	case a.Names != "" && a.Blank:
		return &usageError{"Un modulo in bianco non ha nomi: togliete --blank oppure --names."}
	case a.sheet() && !paper.Sheet:
		return &usageError{"In un foglio .xlsx si scrive solo il registro semplificato, simplified-register: date al file l’estensione .pdf."}
	case a.From < 0 || a.To < 0:
		return &usageError{"Le versioni si contano da 1."}
	}
	db, err := o.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	d, err := a.dossier(ctx, db)
	if err != nil {
		return err
	}
	if a.All {
		return a.printAll(out, d, paper)
	}
	data, err := a.render(ctx, db, d, paper)
	if err != nil {
		return err
	}
	return exchange.WriteFile(a.Out, data)
}

// sheet says that a workbook is wanted in place of a PDF.
func (a *printArgs) sheet() bool { return strings.EqualFold(filepath.Ext(a.Out), ".xlsx") }

// render makes the PDF, or the workbook: of one paper, or of a letter for each name of a list.
func (a *printArgs) render(ctx context.Context, db *store.DB, d *app.Dossier, paper papers.Paper) ([]byte, error) {
	if a.Names != "" {
		return a.letters(d, paper)
	}
	document, err := a.fill(ctx, db, d, paper)
	if err != nil {
		return nil, err
	}
	if a.sheet() {
		return exchange.WriteSheet(document)
	}
	data, err := pdf.Render(document)
	if err != nil {
		return nil, fmt.Errorf("render %s: %w", a.Kind, err)
	}
	return data, nil
}

// letters are those for the names of a list, one behind the other.
func (a *printArgs) letters(d *app.Dossier, paper papers.Paper) ([]byte, error) {
	list, err := os.ReadFile(a.Names)
	if err != nil {
		return nil, &app.Refusal{What: "L’elenco «" + a.Names + "» non si può leggere.", Do: "Controllate che ci sia e i suoi permessi.", Err: err}
	}
	names, err := exchange.Addressees(list)
	if err != nil {
		return nil, err
	}
	subject, err := a.subject(d, paper.Register)
	if err != nil {
		return nil, err
	}
	made, err := pdf.Letters(paper.Title, paper.FillEach(d, subject, names), app.NamesOf(names))
	if err != nil {
		return nil, fmt.Errorf("lay out %s: %w", a.Kind, err)
	}
	return pdf.Write(made)
}

func listPapers(out *output, list []papers.Paper) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, p := range list {
		form := "compilato"
		switch {
		case p.Blank && p.Filled:
			form = "in bianco e compilato"
		case p.Blank:
			form = "in bianco"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\n", p.Kind, p.Title, form)
	}
	return w.Flush()
}

func (a *printArgs) dossier(ctx context.Context, db *store.DB) (*app.Dossier, error) {
	now, err := moment(a.Now)
	if err != nil {
		return nil, err
	}
	if a.At == "" {
		return db.Dossier(ctx, now)
	}
	day, wrong := form.ParseDate(a.At)
	if wrong != "" {
		return nil, &usageError{"--at: " + wrong}
	}
	return db.DossierAsOf(ctx, now, day)
}

func (a *printArgs) fill(ctx context.Context, db *store.DB, d *app.Dossier, paper papers.Paper) (doc.Document, error) {
	if a.Blank {
		return paper.Empty(d), nil
	}
	if paper.Register == "" {
		return paper.Fill(d, nil), nil
	}
	subject, err := a.subject(d, paper.Register)
	if err != nil {
		return doc.Document{}, err
	}
	if !paper.Versions {
		return paper.Fill(d, subject), nil
	}
	reg, _ := app.RegisterOf(d.Registers(), paper.Register)
	history, err := db.History(ctx, reg.Key, subject.(form.Record).Head().UID)
	if err != nil {
		return doc.Document{}, err
	}
	versions, err := app.VersionsOf(reg.Type, history, a.From, a.To)
	if err != nil {
		return doc.Document{}, err
	}
	return paper.Fill(d, versions), nil
}

// subject finds a record by UID, or by a name that only one has.
func (a *printArgs) subject(d *app.Dossier, register string) (any, error) {
	if rec := d.Record(register, a.ID); rec != nil {
		return rec, nil
	}
	reg, _ := app.RegisterOf(d.Registers(), register)
	var found []any
	var titles []string
	for _, rec := range d.Records(register) {
		title := reg.Named(rec, d) // as the lists call it: of a letter, with whom it is for
		titles = append(titles, "«"+title+"»")
		if a.ID != "" && strings.EqualFold(title, a.ID) {
			found = append(found, rec)
		}
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case a.ID == "" && len(titles) > 0:
		return nil, &app.Refusal{What: "Di quale scheda? Il documento si stampa di una sola.", Do: "Indicate il nome dopo il tipo di documento: " + strings.Join(titles, ", ") + "."}
	case len(found) > 1:
		return nil, &app.Refusal{What: "Più schede si chiamano «" + a.ID + "».", Do: "Indicate il uid, che si legge nel file esportato."}
	case len(titles) == 0:
		return nil, &app.Refusal{What: "In questo ufficio non c’è ancora nessuna scheda da stampare.", Do: "Con --blank si stampa il modulo in bianco."}
	}
	return nil, &app.Refusal{What: "Nessuna scheda si chiama «" + a.ID + "».", Do: "Ci sono: " + strings.Join(titles, ", ") + "."}
}
