package eligibility_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/shegong/shegong/eligibility"
)

func TestAFingerprintIsWrittenInHexadecimal(t *testing.T) {
	f := eligibility.Fingerprint{0: 0xab, 31: 1}
	data, err := json.Marshal(eligibility.Assessment{Law: f})
	if err != nil || !strings.Contains(string(data), `"law":"`+f.String()+`"`) || !strings.HasPrefix(f.String(), "ab00") {
		t.Fatalf("%s, %v", data, err)
	}
	var back eligibility.Fingerprint
	if err := back.UnmarshalText([]byte(f.String())); err != nil || back != f {
		t.Fatal(back, err)
	}
	for _, bad := range []string{"", "ab", strings.Repeat("0", 63), strings.Repeat("0", 65), strings.Repeat("0", 66), strings.ToUpper(f.String()), strings.Repeat("g", 64)} {
		if err := back.UnmarshalText([]byte(bad)); !errors.Is(err, eligibility.ErrValue) || back != f {
			t.Errorf("%d digits are read: %v", len(bad), err)
		}
	}
}
