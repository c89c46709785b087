package document

import (
	"bytes"
	"image/jpeg"
)

// logo returns the seller's logo when it is a JPEG that can be read, nil
// otherwise: a document is never refused for a broken picture.
func (w *writer) logo() []byte {
	if len(w.Seller.Logo) == 0 {
		return nil
	}
	if _, err := jpeg.Decode(bytes.NewReader(w.Seller.Logo)); err != nil {
		return nil
	}
	return w.Seller.Logo
}
