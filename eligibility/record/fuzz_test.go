package record_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/shegong/shegong/eligibility/record"
)

// FuzzDecode: nothing panics, what is accepted replays or says why not, and no error carries what was read.
func FuzzDecode(f *testing.F) {
	s := heating(60000, nil)
	for _, cold := range []*bool{nil, &yes} {
		data, err := record.Make(engine(at(s, query())), winter(s, cold), library, both()...)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(`{"version":1}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := record.Decode(data)
		if err != nil {
			if !errors.Is(err, record.ErrForm) && !errors.Is(err, record.ErrVersion) && !errors.Is(err, record.ErrSize) {
				t.Errorf("an error of another kind: %v", err)
			}
			return
		}
		if len(r.Questions()) == 0 {
			t.Error("a record of nothing was accepted")
		}
		report, err := record.Replay(s, data)
		if err == nil && report.Same() && !bytes.Equal(report.Bytes, data) {
			t.Error("the same and other bytes")
		}
	})
}
