package buyer

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// defaultColour is used where the seller has none of its own.
const defaultColour = "1f4e5f"

// rgb is a colour, 0 to 255 each.
type rgb [3]float64

// The grounds that the brand's colour is written on, light and dark.
var (
	paper = rgb{255, 255, 255}
	night = rgb{28, 30, 34}
)

// contrastNeeded is what WCAG 2.2 AA asks of text.
const contrastNeeded = 4.5

// colourOf returns six hexadecimal digits: the seller's colour, or the default
// for anything that is none.
func colourOf(s string) string {
	digits, ok := strings.CutPrefix(strings.ToLower(s), "#")
	if _, valid := parseColour(digits); !ok || !valid {
		return defaultColour
	}
	return digits
}

func parseColour(digits string) (rgb, bool) {
	n, err := strconv.ParseUint(digits, 16, 24)
	if err != nil || len(digits) != 6 {
		return rgb{}, false
	}
	return rgb{float64(n >> 16), float64(n >> 8 & 255), float64(n & 255)}, true
}

// luminance is the relative luminance of WCAG.
func (c rgb) luminance() float64 {
	var parts [3]float64
	for n, v := range c {
		if v /= 255; v <= 0.04045 {
			parts[n] = v / 12.92
		} else {
			parts[n] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return 0.2126*parts[0] + 0.7152*parts[1] + 0.0722*parts[2]
}

// contrast is the ratio of WCAG between two colours, 1 to 21.
func contrast(a, b rgb) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// towards mixes a part of another colour in.
func (c rgb) towards(other rgb, part float64) rgb {
	for n := range c {
		c[n] = math.Round(c[n] + (other[n]-c[n])*part)
	}
	return c
}

func (c rgb) hex() string { return fmt.Sprintf("#%02x%02x%02x", int(c[0]), int(c[1]), int(c[2])) }

// readable shifts a colour as little as text on the ground needs.
func (c rgb) readable(ground, away rgb) rgb {
	for part := 0.0; part < 1; part += 0.02 {
		if shifted := c.towards(away, part); contrast(shifted, ground) >= contrastNeeded {
			return shifted
		}
	}
	return away
}

// brandSheet is the style sheet with the brand's colours. Whatever the colour,
// text in it and on it can be read.
func brandSheet(digits string) (string, bool) {
	c, ok := parseColour(digits)
	if !ok {
		return "", false
	}
	black, white := rgb{0, 0, 0}, rgb{255, 255, 255}
	light, dark := c.readable(rgb{246, 245, 241}, black), c.readable(night, white)
	return fmt.Sprintf(":root{--brand:%s;--on-brand:#fff;--brand-soft:%s;--band:%s}\n"+
		"@media (prefers-color-scheme:dark){:root{--brand:%s;--on-brand:#14161a;--brand-soft:%s;--band:%s}}\n",
		light.hex(), light.towards(paper, 0.92).hex(), c.hex(), dark.hex(), dark.towards(night, 0.84).hex(), c.hex()), true
}
