package vocab

import (
	"testing"
	"unicode"
)

// The short way for 汉字 must say what the tables say.
func TestInvisibleIsWhatTheTablesSay(t *testing.T) {
	for r := range rune(unicode.MaxRune + 1) {
		want := unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
		if invisible(r) != want {
			t.Fatalf("%U: %v", r, !want)
		}
	}
}
