//go:build unix

package localpg

import (
	"io/fs"
	"syscall"
)

// passable reports whether the account may enter the directory.
func passable(info fs.FileInfo, acc account) bool {
	mode := info.Mode().Perm()
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		switch {
		case int(st.Uid) == acc.uid:
			return mode&0o100 != 0
		case int(st.Gid) == acc.gid:
			return mode&0o010 != 0
		}
	}
	return mode&0o001 != 0
}
