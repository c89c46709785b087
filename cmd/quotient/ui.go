package main

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"

	"github.com/quotient-cpq/quotient/web"
)

// userInterface serves the built web interface, compressed once. Files under
// assets carry a hash in their name and may be kept for ever; every other path
// that is no file is a screen of the one page.
func userInterface() (http.Handler, error) {
	files := web.Files()
	compressed, err := compress(files)
	if err != nil {
		return nil, err
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		asset := strings.HasPrefix(name, "assets/")
		if !asset && !isFile(files, name) {
			name = "index.html"
		}
		keep := "no-cache"
		if asset && isFile(files, name) {
			keep = "public, max-age=31536000, immutable"
		}
		w.Header().Set("Cache-Control", keep)
		w.Header().Set("Vary", "Accept-Encoding")
		if small, ok := compressed[name]; ok && strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			w.Header().Set("Content-Encoding", "gzip")
			w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
			_, _ = w.Write(small) // a client that has gone is no failure
			return
		}
		http.ServeFileFS(w, r, files, name)
	}), nil
}

func isFile(files fs.FS, name string) bool {
	info, err := fs.Stat(files, name)
	return err == nil && !info.IsDir()
}

// compress returns the text files by name; fonts and pictures are compressed
// already.
func compress(files fs.FS) (map[string][]byte, error) {
	out := map[string][]byte{}
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		switch path.Ext(name) {
		case ".html", ".js", ".css", ".svg", ".json":
		default:
			return nil
		}
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		var small bytes.Buffer
		z := gzip.NewWriter(&small)
		if _, err := z.Write(content); err != nil {
			return err
		}
		if err := z.Close(); err != nil {
			return err
		}
		out[name] = small.Bytes()
		return nil
	})
	return out, err
}
