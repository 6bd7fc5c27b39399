package kit

import (
	"fyne.io/fyne/v2"
)

// samplePath is the path of a procedure with every state there is.
func samplePath() ([]PathStep, []PathEdge) {
	step := func(name, title string, look StepLook, icon Icon, word string, col float32) PathStep {
		return PathStep{Name: name, Title: title, Look: look, Icon: icon, Word: word, Col: col, Span: 1}
	}
	stop, end := step("S6", "Non procedere", StepDropped, IconForbidden, "non più richiesta", 1), step("S9", "Interruzione (solo titolare)", StepPlain, NoIcon, "", 5.9)
	stop.Row, stop.Span, end.Row, end.Span = 1, 1.4, 1, 2.1
	return []PathStep{
		step("S1", "Segnalazione", StepDone, IconCheck, "fatta", 0), step("S2", "Conseguenze", StepDone, IconCheck, "fatta", 1),
		step("S3", "Analisi rischio", StepHere, IconPencil, "qui", 2),
		{Name: "classe", Title: "C", Col: 3, Span: 1, Round: true, Tone: ToneWarn},
		step("S4", "Notifica", StepAsked, IconArrowRight, "richiesta", 4), step("S5", "Interessati", StepOff, IconForbidden, "non richiesta", 5),
		step("S7", "Trattamento", StepAhead, IconMinus, "non ancora raggiunta", 6), step("S8", "Az. correttiva", StepPlain, NoIcon, "da valutare", 7), stop, end,
	}, []PathEdge{{0, 1, "", true}, {1, 2, "", true}, {2, 3, "", false}, {3, 4, "", false}, {4, 5, "", false}, {5, 6, "", false}, {6, 7, "", false}, {0, 8, "no", false}, {1, 8, "no", false}}
}

// pathBoard shows clock and path, wide and where it is tight, and the other parts
// of a questionnaire.
func pathBoard() (fyne.CanvasObject, func(fyne.Window)) {
	clock := func(tone Tone, left, what, note string, spent float32) *Countdown {
		c := NewCountdown()
		c.Set(CountdownData{Tone: tone, Icon: IconClock, Left: left, What: what, Note: note,
			Moments: "Saputo ven 20/11/2026 15:30 · scade lun 23/11/2026 15:30 · 72 ore, art. 33(1)",
			Whole:   72, Spent: spent, Last: 6, Ticks: []int{0, 24, 48, 66, 72}, Unit: " h"})
		return c
	}
	path := func() *StepPath {
		p := NewStepPath()
		p.Set(samplePath())
		return p
	}
	wide := path()
	bands := NewScaleBand([]Band{{"A", 3, 3, 1}, {"B", 4, 8, 2}, {"C", 9, 15, 3}, {"D", 16, 27, 4}})
	bands.SetMark(11, 13, "da 11 a 13")
	total := NewScaleBand([]Band{{"A", 3, 3, 1}, {"B", 4, 8, 2}, {"C", 9, 15, 3}, {"D", 16, 27, 4}})
	total.SetMark(3, 3, "3")
	yesNo, four := []Option{{"1", "Sì", ""}, {"2", "No", ""}}, []Option{{"1", "1", ""}, {"2", "2", ""}, {"3", "3", ""}, {"4", "4", ""}}
	first := NewAnswer(1, "riservatezza", "Violazione di riservatezza", four)
	first.Set("3", "3")
	open := NewAnswer(10, "Facilità d’identificazione degli interessati", "", yesNo)
	last := NewAnswer(18, "Esistenza di copie", "", yesNo)
	last.Set("1", "0")
	board := Column(GapField,
		clock(ToneOK, "47 h 12 min", "per notificare al Garante", "", 24.8), clock(ToneWarn, "21 h 42 min", "per notificare al Garante", "", 50.3),
		clock(ToneError, "scaduto da 3 h 05 min", "per notificare al Garante", "Notificate subito: in S4 vanno scritti i motivi del ritardo.", 72),
		wide, Row(0, Fixed(420, Column(GapField, clock(ToneError, "5 h 59 min", "per notificare al Garante", "", 66), path())), Spacer()),
		Row(GapField, Fixed(240, Column(GapField, bands, total)), Fixed(300, Column(0, first, open, last)), Spacer()))
	return board, func(fyne.Window) {
		wide.FocusGained()
		press(wide, fyne.KeyRight, fyne.KeyRight)
	}
}
