package pack

import (
	"bytes"
	"embed"
	"fmt"
	"text/template"
)

//go:embed files
var files embed.FS

var texts = template.Must(template.New("").Option("missingkey=error").ParseFS(files, "files/*"))

// Text is a file of a package with its blanks filled in: NAME of files/NAME.
func Text(name string, values any) ([]byte, error) {
	var b bytes.Buffer
	if err := texts.ExecuteTemplate(&b, name, values); err != nil {
		return nil, fmt.Errorf("write %s: %w", name, err)
	}
	return b.Bytes(), nil
}
