package exchange

// aboutWorkbook is what the first sheet says of the workbook: in Italian, as all that
// is printed.
var aboutWorkbook = []string{
	"Schede dell’ufficio, esportate da Tutela: un foglio per ogni registro, e uno per ogni elenco dentro le sue schede.",
	"Si può correggere e reimportare. Una riga nuova è una scheda nuova: lasciate vuoto l’identificativo, o scrivetevi una parola vostra se altri fogli la devono nominare.",
	"Una cella svuotata svuota il campo; una riga tolta non cancella la scheda; le colonne si possono spostare, e quelle tolte non cambiano niente.",
	"Più voci nella stessa cella si separano con un punto e virgola. Il segno ' davanti a = + - @ impedisce che un testo diventi una formula.",
	"Allegati, documenti stampati e storia delle modifiche non sono qui: per portarli via tutti serve l’esportazione JSON.",
	"Questo file non è cifrato: contiene dati personali, custoditelo.",
}
