package main

import (
	"bytes"
	"fmt"
	"io"
	"log/slog"
	"os"
	"sync"
)

// What is said where no window can be drawn.
const (
	noDisplay = "Tutela non trova uno schermo su cui aprire la finestra. Avviatelo da una sessione con lo schermo; senza schermo ci sono i comandi di tutelactl. I dati dell’ufficio sono come prima."
	noOpenGL  = "Tutela non può aprire la finestra: su questo computer manca OpenGL 2.1, con cui la disegna. Aggiornate il driver della scheda grafica dal sito di chi la produce, e riavviate il computer. " +
		"Se usate il desktop remoto, avviate Tutela sul computer stesso. Se la scheda è troppo vecchia, chi vi segue il computer può mettere accanto al programma la libreria Mesa (opengl32.dll), che disegna senza di lei. I dati dell’ufficio sono come prima."
)

// screen listens to what the toolkit logs: that is the one place where it says
// that it found no display or no usable OpenGL, and then it ends the program.
type screen struct {
	errOut io.Writer
	log    *slog.Logger     // which the rest of what it logs goes on to
	end    func(status int) // os.Exit

	mu     sync.Mutex
	said   string       // what is to be said once the cause is known
	closes func() error // lets go of the office, where one is open
}

func newScreen(errOut io.Writer, log *slog.Logger) *screen {
	return &screen{errOut: errOut, log: log, end: os.Exit, closes: func() error { return nil }}
}

// holds tells how the office that is open is closed.
func (s *screen) holds(closes func() error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closes = closes
}

// Write is given one line of the toolkit's log at a time. The line after the one
// that tells what failed tells why.
func (s *screen) Write(line []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.said != "":
		s.log.Error("no window", "cause", string(bytes.TrimSpace(line)))
		if err := s.closes(); err != nil {
			s.log.Error("close office", "error", err)
		}
		fmt.Fprintln(s.errOut, s.said)
		tell(s.said)
		s.end(1)
	case bytes.Contains(line, []byte("Fyne error:  failed to initialise GLFW")):
		s.said = noDisplay
	case bytes.Contains(line, []byte("Fyne error:  window creation error")):
		s.said = noOpenGL
	default:
		s.log.Warn("toolkit", "line", string(bytes.TrimSpace(line)))
	}
	return len(line), nil
}
