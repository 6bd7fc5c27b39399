package app_test

import (
	"testing"

	"tutela/app"
)

// TestKindOfFile: what would run is told by the last ending alone, however the
// name dresses it up; what nobody knows is not opened.
func TestKindOfFile(t *testing.T) {
	for name, want := range map[string]app.FileKind{
		"Contratto.PDF":        app.FileDocument,
		"contratto.pdf.p7m":    app.FileDocument,
		"foto.jpeg":            app.FilePicture,
		"elenco.xlsx":          app.FileSheet,
		"posta.eml":            app.FileMail,
		"tutto.zip":            app.FileArchive,
		"voce.opus":            app.FileMedia,
		"fattura.pdf.exe":      app.FileProgram,
		"fattura.pdf.EXE . .":  app.FileProgram,
		"installa.bat":         app.FileProgram,
		"a.js":                 app.FileProgram,
		"a.desktop":            app.FileProgram,
		"a.lnk":                app.FileProgram,
		"pagina.html":          app.FileProgram,
		"macro.docm":           app.FileProgram,
		"disegno.dwg":          app.FileOther,
		"senza":                app.FileOther,
		"":                     app.FileOther,
		"pdf":                  app.FileOther,
		"cartella.pdf/virus":   app.FileOther,
		"Contratto firmato. .": app.FileOther,
	} {
		kind, mime := app.KindOfFile(name)
		if kind != want || mime == "" || kind.Opens() != (want != app.FileOther && want != app.FileProgram) {
			t.Errorf("%q: kind %d, %s; want %d", name, kind, mime, want)
		}
	}
	for data, want := range map[string]bool{
		"MZ\x90\x00\x03": true, "\x7fELF\x02": true, "[Desktop Entry]\nExec=rm": true,
		"MZ;Mozzate;22076": false, "%PDF-1.7": false, "": false,
	} {
		if got := app.HoldsProgram([]byte(data)); got != want {
			t.Errorf("%q: program %v", data, got)
		}
	}
}

func TestFileTooBig(t *testing.T) {
	if err := app.FileTooBig(app.MaxFile); err != nil {
		t.Error(err)
	}
	for size, want := range map[int64]string{
		app.MaxFile + 1: "L’allegato è troppo grande: pesa 20,1 MB, il massimo è 20. Allegate un file più piccolo, per esempio una scansione in bianco e nero.",
		3 << 30:         "L’allegato è troppo grande: pesa 3.072,0 MB, il massimo è 20. Allegate un file più piccolo, per esempio una scansione in bianco e nero.",
	} {
		if got := app.Sentence(app.FileTooBig(size)); got != want {
			t.Errorf("%d bytes: %s", size, got)
		}
	}
}
