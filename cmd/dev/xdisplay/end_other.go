//go:build !linux

package xdisplay

import "os/exec"

// endWithUs does nothing where the kernel offers no such thing: there, only
// Close and the context end the process.
func endWithUs(*exec.Cmd) {}
