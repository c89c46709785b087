package civil

import "fmt"

var frenchMonths = [...]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}

// Words writes the day as people of the language do, with spaces that do not
// break: "3 March 2027", in French "3 mars 2027" and "1er mars 2027".
func (d Date) Words(language string) string {
	if language != "fr" {
		return fmt.Sprintf("%d\u00a0%s\u00a0%d", d.Day, d.Month, d.Year)
	}
	day := fmt.Sprint(d.Day)
	if d.Day == 1 {
		day = "1er"
	}
	return fmt.Sprintf("%s\u00a0%s\u00a0%d", day, frenchMonths[d.Month-1], d.Year)
}
