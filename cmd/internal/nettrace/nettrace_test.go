package nettrace

import (
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestMain is also the program that is listened to.
func TestMain(m *testing.M) {
	switch os.Getenv("TUTELA_CALLS") {
	case "name":
		net.LookupHost("tutela.example") // whether there is an answer or none
	case "address":
		net.Dial("udp", "192.0.2.1:9") // likewise
	case "socket":
		net.Dial("unix", "/var/run/altro.sock") // likewise
	case "nobody":
	default:
		os.Exit(m.Run())
	}
}

// TestCallsAreSeen: a program that looks up a name, or calls an address, or another
// program of this computer, is found out; one that does not is not.
func TestCallsAreSeen(t *testing.T) {
	if err := Allowed(); err != nil {
		t.Skip("nothing can be listened to here: ", err)
	}
	for calls, want := range map[string]string{"nobody": "", "name": "socket(AF_INET", "address": "socket(AF_INET", "socket": "altro.sock"} {
		to := filepath.Join(t.TempDir(), "trace")
		line := Line(to, os.Args[0])
		cmd := exec.Command(line[0], line[1:]...)
		cmd.Env = append(os.Environ(), "TUTELA_CALLS="+calls)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v: %s", calls, err, out)
		}
		beyond, err := Beyond(to)
		if err != nil {
			t.Fatal(err)
		}
		if all := strings.Join(beyond, ""); !strings.Contains(all, want) || want == "" && all != "" {
			t.Errorf("%s: %q", calls, all)
		}
	}
}

// TestOfThisComputer: the display and the desktop are nobody else.
func TestOfThisComputer(t *testing.T) {
	to := filepath.Join(t.TempDir(), "trace")
	lines := `7 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 4
7 connect(4, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X99"}, 20) = 0
8 connect(5, {sa_family=AF_UNIX, sun_path="/run/user/1000/bus"}, 21 <unfinished ...>
8 socket(AF_INET6, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP <unfinished ...>
9 connect(5, {sa_family=AF_UNIX, sun_path="/run/cups/cups.sock"}, 22) = 0
`
	if err := os.WriteFile(to, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	beyond, err := Beyond(to)
	if err != nil || len(beyond) != 2 || !strings.Contains(beyond[0], "AF_INET6") || !strings.Contains(beyond[1], "cups") {
		t.Errorf("%q, %v", beyond, err)
	}
}
