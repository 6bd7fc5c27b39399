package exchange

import (
	"io"

	"tutela/app"
	"tutela/app/vault"
)

// WriteFile writes a file whole or not at all.
func WriteFile(path string, data []byte) error {
	err := vault.WriteFile(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		return cannotWrite(path, err)
	}
	return nil
}

func cannotWrite(path string, err error) error {
	return &app.Refusal{What: "Il file «" + path + "» non si può scrivere.", Do: "Controllate che la cartella esista, che ci sia posto e che possiate scriverci.", Err: err}
}
