package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
	"unsafe"

	"tutela/app/vault/vaulttest"
)

// terminal opens a terminal of its own: what is typed into master arrives at slave.
func terminal(t *testing.T) (master, slave *os.File) {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("no terminal can be made here: ", err)
	}
	t.Cleanup(func() { master.Close() })
	var unlock, n int32
	for request, arg := range map[uintptr]*int32{syscall.TIOCSPTLCK: &unlock, syscall.TIOCGPTN: &n} {
		if _, _, errno := syscall.Syscall(syscall.SYS_IOCTL, master.Fd(), request, uintptr(unsafe.Pointer(arg))); errno != 0 {
			t.Skip("no terminal can be made here: ", errno)
		}
	}
	slave, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip("no terminal can be made here: ", err)
	}
	t.Cleanup(func() { slave.Close() })
	return master, slave
}

// echoes says that the terminal shows what is typed.
func echoes(master *os.File) bool {
	var mode syscall.Termios
	_, _, errno := syscall.Syscall(syscall.SYS_IOCTL, master.Fd(), syscall.TCGETS, uintptr(unsafe.Pointer(&mode)))
	return errno != 0 || mode.Lflag&syscall.ECHO != 0
}

// At a terminal the passphrase is asked twice and never shown.
func TestPassphraseAtTerminal(t *testing.T) {
	vaulttest.Quick()
	file := demo(t)
	for _, c := range []struct {
		second string
		status int
		want   string
	}{{vaulttest.Phrase + "!", refused, "non sono uguali"}, {vaulttest.Phrase, done, ""}} {
		master, slave := terminal(t)
		shown := make(chan []byte)
		go func() {
			data, _ := io.ReadAll(master) // ends with an error when the slave is closed
			shown <- data
		}()
		go func() {
			for echoes(master) { // until it is asked for
				time.Sleep(time.Millisecond)
			}
			_, _ = master.WriteString(vaulttest.Phrase + "\n" + c.second + "\n")
		}()
		var out, errOut bytes.Buffer
		status := run(context.Background(), []string{"--data", file, "passphrase"}, slave, &out, &errOut)
		slave.Close()
		if status != c.status || !strings.Contains(errOut.String(), c.want) {
			t.Errorf("status %d, %q, %q", status, out.String(), errOut.String())
		}
		if data := <-shown; bytes.Contains(data, []byte("gatti")) {
			t.Errorf("the terminal shows %q", data)
		}
	}
}
