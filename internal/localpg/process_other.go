//go:build unix && !linux

package localpg

import "syscall"

// attributes makes a server its own process group, so that Ctrl-C reaches this
// process alone. Outside Linux a server outlives a killed parent; the next
// start stops it.
func attributes(acc account, tied bool) *syscall.SysProcAttr {
	attr := &syscall.SysProcAttr{Setpgid: true}
	if acc.drop {
		attr.Credential = &syscall.Credential{Uid: uint32(acc.uid), Gid: uint32(acc.gid)}
	}
	return attr
}

// serves cannot tell here whose process pid is.
func serves(int, string) (yes, known bool) { return false, false }
