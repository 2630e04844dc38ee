package ledger_test

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/chain"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func samples() []ledger.Entry {
	reversal := grant()
	reversal.Key, reversal.Kind, reversal.Reverses, reversal.Legs = "K-2", ledger.Reversal, "K-1", grant().Reversed()
	reserve := ledger.Entry{Key: "R-1", Kind: ledger.Reserve, Date: date("2024-02-29"), Until: date("2026-12-31"),
		Affects: cal.Since(date("2026-01-01")),
		Legs: []ledger.Leg{leg(ledger.Committed, "5.00 CNY", commitment("R-1")),
			leg(ledger.Uncommitted, "-5.00 CNY", commitment("R-1"))}}
	between := grant()
	between.Legs[1].Account, between.Legs[1].Book = ledger.InterBook, "town"
	closed := ledger.Entry{Key: "C-1", Kind: ledger.PeriodClosed, Date: date("2026-04-01"),
		Closing: ledger.Closing{Through: date("2026-03-31"),
			Head: chain.MustParseHead("sha256:3:" + digest[7:]), Digest: digest}}
	return []ledger.Entry{grant(), rice(), served(), reversal, reserve, between, closed}
}

// The canonical bytes of a version are frozen for ever. They are stored with the lengths in front, so a diff shows where.
func TestGoldenCanonical(t *testing.T) {
	var b strings.Builder
	for _, e := range samples() {
		body, err := e.Canonical()
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s %s %d\n", e.Key, e.Kind, len(body))
		for chunk := range slices.Chunk(body, 40) {
			fmt.Fprintf(&b, "  %s\n", hex.EncodeToString(chunk))
		}
	}
	name := filepath.Join("testdata", "canonical.txt")
	if *update {
		if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), b.String()); d != "" {
		t.Error(d)
	}
}

func TestCanonicalRoundTrip(t *testing.T) {
	for _, e := range samples() {
		body, err := e.Canonical()
		if err != nil {
			t.Fatal(err)
		}
		back, err := ledger.DecodeEntry(body)
		if d := cmp.Diff(e, back); err != nil || d != "" {
			t.Errorf("%s: %v %s", e.Key, err, d)
		}
		data, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		var read ledger.Entry
		if err := json.Unmarshal(data, &read); err != nil {
			t.Fatal(err)
		}
		again, err := read.Canonical()
		if err != nil || !bytes.Equal(again, body) {
			t.Errorf("%s: JSON changes the canonical bytes: %v", e.Key, err)
		}
	}
}

// Every byte counts: no single change of the canonical bytes is accepted as the same entry, and none panics.
func TestCanonicalIsStrict(t *testing.T) {
	for _, e := range samples() {
		body, _ := e.Canonical()
		for i := range body {
			for _, x := range []byte{0x01, 0x80, 0xFF} {
				bad := bytes.Clone(body)
				bad[i] ^= x
				if back, err := ledger.DecodeEntry(bad); err == nil {
					if again, err := back.Canonical(); err != nil || !bytes.Equal(again, bad) {
						t.Fatalf("%s: byte %d is read loosely", e.Key, i)
					}
				} else if !errors.Is(err, ledger.ErrCanonical) {
					t.Fatal(err)
				}
			}
			if _, err := ledger.DecodeEntry(body[:i]); err == nil {
				t.Fatalf("%s: the first %d bytes are accepted", e.Key, i)
			}
		}
		if _, err := ledger.DecodeEntry(append(bytes.Clone(body), 0)); err == nil {
			t.Errorf("%s: a byte more is accepted", e.Key)
		}
	}
	// An open-ended period has no last day, so 9999-12-31 is a second way to write it; an amount of no unit is nothing.
	open := samples()[4]
	body, _ := open.Canonical()
	day := []byte{0x01, 0x35, 0x25, 0x05} // 20260101
	at := bytes.LastIndex(body, day) + 4
	if _, err := ledger.DecodeEntry(slices.Replace(bytes.Clone(body), at, at+4, 0x05, 0xF5, 0xBE,
		0xBF)); err == nil || !bytes.Equal(body[at:at+4], make([]byte, 4)) {
		t.Errorf("a second way to write an open-ended period: %v", err)
	}
	nothing := grant()
	nothing.Legs[0].Amount = ledger.Amount{}
	body, _ = nothing.Canonical()
	at = bytes.Index(body, []byte("K-1")) + 3 + 2 + 4
	if _, err := ledger.DecodeEntry(slices.Replace(bytes.Clone(body), at+7, at+8, 1)); err == nil {
		t.Error("one of no unit is accepted")
	}
	lowest, _ := grant().Canonical()
	if _, err := ledger.DecodeEntry(slices.Replace(bytes.Clone(lowest), at, at+8, 0x80, 0, 0, 0, 0, 0, 0,
		0)); err == nil {
		t.Error("an amount without a negative is accepted")
	}
	if back, err := ledger.DecodeEntry(body); err != nil || !cmp.Equal(back, nothing) {
		t.Errorf("nothing of no unit: %v", err)
	}
	e := grant()
	e.Legs[0].Fund = ledger.FundID(strings.Repeat("x", 65))
	if body, err := e.Canonical(); !errors.Is(err, ledger.ErrText) || body != nil {
		t.Errorf("too long a text was encoded: %v", err)
	}
}

func TestGlance(t *testing.T) {
	for _, e := range samples() {
		body, _ := e.Canonical()
		var legs []ledger.Leg
		on, kind, err := ledger.Glance(body, func(n int64, place []byte) {
			l, err := ledger.DecodePlace(place)
			if err != nil {
				t.Fatal(err)
			}
			l.Amount = ledger.Minor(n, l.Amount.Unit())
			legs = append(legs, l)
		})
		if err != nil || on != e.Date || ledger.Kind(kind) != e.Kind {
			t.Errorf("%s: %v %s %v", e.Key, on, kind, err)
		}
		if d := cmp.Diff(e.Legs, legs); d != "" {
			t.Error(d)
		}
		for i := range len(body) / 3 {
			if _, _, err := ledger.Glance(body[:i], func(int64, []byte) {}); err == nil && len(e.Legs) > 0 && i < 40 {
				t.Errorf("%s: %d bytes are accepted", e.Key, i)
			}
		}
	}
	body, _ := grant().Canonical()
	if n := testing.AllocsPerRun(100, func() {
		_, _, _ = ledger.Glance(body, func(int64, []byte) {})
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
	for _, bad := range [][]byte{nil, {0}, {0, 9, 'x'}, {0, 1, 'x'}} {
		if _, err := ledger.DecodePlace(bad); !errors.Is(err, ledger.ErrCanonical) {
			t.Errorf("%v: %v", bad, err)
		}
	}
}

func TestEntryJSON(t *testing.T) {
	const text = `{"key":"K-1","kind":"grant","date":"2026-03-05","legs":[{"account":"bank","amount":"1000.00 CNY","fund":"F1"},` +
		`{"account":"grant_income","amount":"-1000.00 CNY","fund":"F1"}]}`
	data, err := json.Marshal(grant())
	if err != nil || string(data) != text {
		t.Errorf("%s, %v", data, err)
	}
	var e ledger.Entry
	if err := json.Unmarshal([]byte(strings.Replace(text, `"grant"`, `"wish"`, 1)), &e); err != nil || e.Kind != "wish" {
		t.Errorf("an unknown word does not survive: %q, %v", e.Kind, err)
	}
	if data, _ := json.Marshal(e); !strings.Contains(string(data), `"wish"`) {
		t.Errorf("an unknown word is not written: %s", data)
	}
	for text, code := range map[string]fault.Code{
		`{"key":"K-1","secret":"x"}`:         ledger.ErrJSON,
		`{"legs":[{"secret":"x"}]}`:          ledger.ErrJSON,
		`{"key":4}`:                          ledger.ErrJSON,
		`[]`:                                 ledger.ErrJSON,
		`{"date":"secret"}`:                  cal.ErrDate,
		`{"legs":[{"amount":12.5}]}`:         ledger.ErrAmount,
		`{"legs":[{"amount":"secret CNY"}]}`: ledger.ErrAmount,
	} {
		kept := grant()
		err := json.Unmarshal([]byte(text), &kept)
		if !errors.Is(err, code) || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v, want %s", text, err, code)
		}
		if !cmp.Equal(kept, grant()) {
			t.Errorf("%s: the entry has changed", text)
		}
	}
}

func FuzzDecodeEntry(f *testing.F) {
	for _, e := range samples() {
		body, _ := e.Canonical()
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		_, _, glance := ledger.Glance(body, func(_ int64, place []byte) { _, _ = ledger.DecodePlace(place) })
		e, err := ledger.DecodeEntry(body)
		if err != nil {
			return
		}
		if glance != nil {
			t.Errorf("a glance refuses what is canonical: %v", glance)
		}
		again, err := e.Canonical()
		if err != nil || !bytes.Equal(again, body) {
			t.Errorf("accepted, but not canonical: %v", err)
		}
		_ = e.Validate()
		data, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		var back ledger.Entry
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatalf("its JSON is refused: %v", err)
		}
		if again, err := back.Canonical(); err != nil || !bytes.Equal(again, body) {
			t.Errorf("JSON loses something: %s, %v", cmp.Diff(e, back), err)
		}
	})
}

func FuzzEntryJSON(f *testing.F) {
	for _, e := range samples() {
		data, _ := json.Marshal(e)
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var e ledger.Entry
		if err := json.Unmarshal(data, &e); err != nil {
			return
		}
		_ = e.Validate()
		body, err := e.Canonical()
		if err != nil {
			return
		}
		if back, err := ledger.DecodeEntry(body); err != nil || !cmp.Equal(back, e, cmpopts.EquateEmpty()) {
			t.Errorf("canonical bytes lose %s: %v", cmp.Diff(e, back), err)
		}
	})
}

func BenchmarkCanonical(b *testing.B) {
	e := grant()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := e.Canonical(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecodeEntry(b *testing.B) {
	body, _ := grant().Canonical()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ledger.DecodeEntry(body); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkGlance(b *testing.B) {
	body, _ := grant().Canonical()
	b.ReportAllocs()
	var sum int64
	leg := func(n int64, _ []byte) { sum += n }
	for b.Loop() {
		if _, _, err := ledger.Glance(body, leg); err != nil {
			b.Fatal(err)
		}
	}
}
