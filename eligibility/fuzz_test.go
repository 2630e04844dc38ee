package eligibility_test

import (
	"errors"
	"testing"

	"github.com/shegong/shegong/eligibility"
)

// A fingerprint is read in one form only, the one it is written in.
func FuzzFingerprint(f *testing.F) {
	f.Add(eligibility.Fingerprint{0: 0xab}.String())
	f.Add("")
	f.Add("ABCDEF")
	f.Fuzz(func(t *testing.T, text string) {
		was := eligibility.Fingerprint{31: 7}
		sum := was
		if err := sum.UnmarshalText([]byte(text)); err != nil {
			if !errors.Is(err, eligibility.ErrValue) || sum != was {
				t.Fatal("a refused text changes the fingerprint, or has another code")
			}
			return
		}
		if sum.String() != text {
			t.Fatal("not the form it is written in")
		}
	})
}
