package localpg

import (
	"os"
	"strconv"
	"syscall"
)

// attributes makes a server its own process group, so that Ctrl-C reaches this
// process alone, and lets the kernel stop it when this process dies.
func attributes(acc account, tied bool) *syscall.SysProcAttr {
	attr := &syscall.SysProcAttr{Setpgid: true}
	if tied {
		attr.Pdeathsig = syscall.SIGINT
	}
	if acc.drop {
		attr.Credential = &syscall.Credential{Uid: uint32(acc.uid), Gid: uint32(acc.gid)}
	}
	return attr
}

// serves reports whether pid is a server working in the data directory: a
// server's working directory is its data directory. known is false when the
// system does not say.
func serves(pid int, data string) (yes, known bool) {
	cwd, err := os.Readlink("/proc/" + strconv.Itoa(pid) + "/cwd")
	if err != nil {
		return false, os.IsNotExist(err)
	}
	return cwd == data, true
}
