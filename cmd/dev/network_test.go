package main

import (
	"slices"
	"strings"
	"testing"
)

// network are the packages by which a program speaks to others.
var network = []string{"net", "net/http", "net/rpc", "net/smtp", "crypto/tls", "golang.org/x/net/http2", "golang.org/x/net/proxy", "golang.org/x/net/websocket"}

// reaching names the packages of others that reach the network, and why they are in
// programs that do not: tests watch those as they run (cmd/internal/nettrace). A new
// one is looked into before it gets its line.
var reaching = map[string]string{
	"fyne.io/fyne/v2":                                 "net/http: pictures named by an address, which we have none of",
	"fyne.io/fyne/v2/internal/repository":             "net/http: files named by an address; our file dialogs show this computer",
	"fyne.io/fyne/v2/storage/repository":              "net: it takes addresses to pieces",
	"github.com/godbus/dbus/v5":                       "net: the desktop’s own socket, for light or dark",
	"github.com/google/uuid":                          "net: the card’s number in identifiers of version 1; ours are of version 7",
	"github.com/arran4/golang-ical":                   "net/http: calendars named by an address; we only write them",
	"github.com/xuri/excelize/v2":                     "net/http: it tells of what kind the bytes of a picture are",
	"github.com/smallstep/pkcs7/internal/legacy/x509": "net: the kind of an address in a certificate",
	"golang.org/x/sys/windows":                        "net: the numbers of its errors",
}

// TestWhoReachesTheNetwork: nothing of ours does, and of others only what is known.
func TestWhoReachesTheNetwork(t *testing.T) {
	met := map[string]bool{"golang.org/x/sys/windows": true} // on Windows
	for _, program := range []string{"tutela/cmd/tutela", "tutela/cmd/tutelactl"} {
		for _, line := range list(t, `{{if not .Standard}}{{.ImportPath}} {{join .Imports " "}}{{end}}`, "-deps", program) {
			words := strings.Fields(line)
			pkg, imports := words[0], words[1:]
			if !slices.ContainsFunc(imports, func(i string) bool { return slices.Contains(network, i) }) {
				continue
			}
			if met[pkg] = true; reaching[pkg] == "" {
				t.Errorf("%s reaches the network by %s: look into it, and say why here", program, pkg)
			}
		}
	}
	for pkg := range reaching {
		if !met[pkg] {
			t.Errorf("%s does not reach the network any more", pkg)
		}
	}
}
