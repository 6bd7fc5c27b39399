package xdisplay

import (
	"os/exec"
	"syscall"
)

// endWithUs has the kernel end the process when this one dies, even by a
// signal that nothing can catch or by the time limit of go test.
func endWithUs(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM}
}
