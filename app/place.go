package app

import "strings"

// synced are the names of folders that are copied elsewhere while one writes.
var synced = []string{"onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "syncthing"}

// Synced says that another program copies a folder to the network, as far as its
// path shows.
func Synced(path string) bool {
	low := strings.ToLower(path)
	for _, name := range synced {
		if strings.Contains(low, name) {
			return true
		}
	}
	return false
}
