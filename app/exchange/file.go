package exchange

import (
	"os"
	"path/filepath"

	"tutela/app"
)

// WriteFile writes a file whole or not at all: beside its place, synced, then
// renamed.
func WriteFile(path string, data []byte) (err error) {
	tmp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return cannotWrite(path, err)
	}
	defer func() {
		if err != nil {
			tmp.Close()
			os.Remove(tmp.Name())
			err = cannotWrite(path, err)
		}
	}()
	if _, err = tmp.Write(data); err != nil {
		return err
	}
	if err = tmp.Sync(); err != nil {
		return err
	}
	if err = tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}

func cannotWrite(path string, err error) error {
	return &app.Refusal{What: "Il file «" + path + "» non si può scrivere.", Do: "Controllate che la cartella esista, che ci sia posto e che possiate scriverci.", Err: err}
}
