package buyer

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"net/http"
	"path"
	"strings"
)

//go:embed templates/*.html
var templates embed.FS

//go:embed assets/*
var assetFiles embed.FS

// assetNames are the names under which the page's files are served.
type assetNames struct{ Style, Script string }

// assets are the page's own files. Their names hold a digest of their content,
// so browsers may keep them for ever.
type assets struct {
	files map[string][]byte
	names assetNames
}

func loadAssets() (assets, error) {
	out := assets{files: map[string][]byte{}}
	for file, name := range map[string]*string{"buyer.css": &out.names.Style, "buyer.js": &out.names.Script} {
		content, err := assetFiles.ReadFile("assets/" + file)
		if err != nil {
			return out, err
		}
		sum := sha256.Sum256(content)
		base, ext, _ := strings.Cut(file, ".")
		*name = base + "-" + hex.EncodeToString(sum[:6]) + "." + ext
		out.files[*name] = content
	}
	return out, nil
}

func (a assets) serve(w http.ResponseWriter, r *http.Request) {
	content, ok := a.files[r.PathValue("name")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	keep(w, path.Ext(r.PathValue("name")))
	_, _ = w.Write(content) // a client that has gone is no failure
}

// serveBrand answers with the colours of a brand, named by the one it begins
// with.
func serveBrand(w http.ResponseWriter, r *http.Request) {
	sheet, ok := brandSheet(strings.TrimSuffix(r.PathValue("name"), ".css"))
	if !ok {
		http.NotFound(w, r)
		return
	}
	keep(w, ".css")
	_, _ = w.Write([]byte(sheet)) // a client that has gone is no failure
}

func keep(w http.ResponseWriter, ext string) {
	mime := "text/css; charset=utf-8"
	if ext == ".js" {
		mime = "text/javascript; charset=utf-8"
	}
	w.Header().Set("Content-Type", mime)
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
}
