package main

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"tutela/cmd/internal/office"
)

// unreadableTail is behind the name of settings that could not be read, once they
// are out of the way.
const unreadableTail = ".illeggibile"

// beingWritten is how long another window may take to write the settings, which it
// empties first.
const beingWritten = 200 * time.Millisecond

// settingsFile is where the toolkit keeps what is set for this computer.
func settingsFile(home string, goos string) string {
	folder := filepath.Join(home, "AppData", "Roaming")
	switch goos {
	case "windows":
	case "darwin":
		folder = filepath.Join(home, "Library", "Preferences")
	default:
		folder, _ = os.UserConfigDir() // without one the toolkit goes on likewise
	}
	return filepath.Join(folder, "fyne", office.AppID, "preferences.json")
}

// setAsideSettings looks at the settings before the toolkit does, which would end over
// some that are damaged and write over others. What cannot be read is put aside, and
// the sentence says so; "" is nothing to be said.
func setAsideSettings(path string, log *slog.Logger) string {
	err := readSettings(path)
	if err != nil {
		time.Sleep(beingWritten)
		err = readSettings(path)
	}
	if err == nil {
		return ""
	}
	log.Error("read settings", "error", err)
	said := "Le impostazioni di Tutela su questo computer non si leggono: aspetto, lingua e uffici recenti tornano come all’inizio. "
	if err := os.Rename(path, path+unreadableTail); err == nil {
		said += "Il file di prima è «" + path + unreadableTail + "»."
	} else {
		log.Error("put settings aside", "error", err)
		said += "Il file «" + path + "» non si può spostare: finché è così, ciò che cambiate non resta. Controllate i permessi della sua cartella."
	}
	return said + " I dati degli uffici sono come prima: se il vostro non si apre da solo, apritelo dal menu File, Apri."
}

// readSettings says why settings cannot be read as the toolkit reads them: an object of
// plain values, and of lists that hold one kind of value each.
func readSettings(path string) error {
	data, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return err
	}
	var values map[string]any
	if err := json.Unmarshal(data, &values); err != nil {
		return err
	}
	for key, value := range values {
		list, ok := value.([]any)
		if !ok {
			continue // of another kind than is asked for, it counts as not set
		}
		for _, item := range list {
			if fmt.Sprintf("%T", item) != fmt.Sprintf("%T", list[0]) {
				return fmt.Errorf("settings: %s is a list of several kinds", key)
			}
		}
	}
	return nil
}
