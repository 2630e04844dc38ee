package chain_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/ledger/chain"
)

const hex32 = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"

func TestParseHead(t *testing.T) {
	for s, ok := range map[string]bool{
		"sha256:42:" + hex32:                    true,
		"sm3:0:" + hex32:                        true,
		"a-1:9223372036854775807:" + hex32:      true,
		"toy:1:" + hex32[:32]:                   true,
		"sha512:1:" + hex32 + hex32:             true,
		"sha512:1:" + hex32 + hex32 + "00":      false,
		"toy:1:" + hex32[:30]:                   false,
		"sha256:9223372036854775808:" + hex32:   false,
		"sha256:042:" + hex32:                   false,
		"sha256:+42:" + hex32:                   false,
		"sha256:-1:" + hex32:                    false,
		"sha256::" + hex32:                      false,
		":1:" + hex32:                           false,
		"SHA256:1:" + hex32:                     false,
		"sha256:1:" + strings.ToUpper(hex32):    false,
		"sha256:1:" + hex32[:63]:                false,
		"sha256:1:" + hex32[:63] + "g":          false,
		"sha256:1":                              false,
		"sha256:1:":                             false,
		"sha256:1:" + hex32 + ":":               false,
		" sha256:1:" + hex32:                    false,
		strings.Repeat("a", 17) + ":1:" + hex32: false,
		"":                                      false,
	} {
		h, err := chain.ParseHead(s)
		if (err == nil) != ok || err != nil && !errors.Is(err, chain.ErrHead) {
			t.Errorf("%q: %v", s, err)
		}
		if ok && h.String() != s {
			t.Errorf("%q came back as %q", s, h)
		}
	}
}

func TestHeadChannels(t *testing.T) {
	h := chain.MustParseHead("sha256:42:" + hex32)
	again, err := chain.HeadOf(h.Seq(), h.Algorithm(), h.Sum())
	if err != nil || !again.Equal(h) {
		t.Errorf("from its parts: %v, %v", again, err)
	}
	sum := h.Sum()
	sum[0] = 0xFF
	if h.Sum()[0] != 0 {
		t.Error("a head was changed through Sum")
	}
	for _, h := range []chain.Head{h, {}} {
		data, err := json.Marshal(h)
		var back chain.Head
		if err2 := json.Unmarshal(data, &back); err != nil || err2 != nil || back != h {
			t.Errorf("JSON of %v: %s, %v, %v", h, data, err, err2)
		}
		v, err := h.Value()
		back = chain.MustParseHead("sm3:1:" + hex32)
		if err2 := back.Scan(v); err != nil || err2 != nil || back != h {
			t.Errorf("SQL of %v: %v, %v, %v", h, v, err, err2)
		}
		text, err := h.AppendText([]byte("x"))
		if err != nil || string(text) != "x"+h.String() || h.ValidatorValue() != any(h.String()) {
			t.Errorf("text of %v: %s, %v", h, text, err)
		}
		if h.IsZero() != (h.String() == "") {
			t.Error("the zero value has text")
		}
	}
	kept := h
	if err := kept.UnmarshalText([]byte("sha256")); !errors.Is(err, chain.ErrHead) || kept != h {
		t.Errorf("bad text: %v, %v", kept, err)
	}
	if err := kept.Scan(42); !errors.Is(err, chain.ErrHead) || kept != h {
		t.Errorf("a number: %v, %v", kept, err)
	}
	if err := kept.Scan([]byte("sm3:1:" + hex32)); err != nil || kept.Seq() != 1 {
		t.Errorf("bytes: %v, %v", kept, err)
	}
	if _, err := chain.HeadOf(1<<63, "sha256", h.Sum()); !errors.Is(err, chain.ErrHead) {
		t.Errorf("a number that no column holds: %v", err)
	}
	defer func() {
		if p := recover(); p == nil || strings.Contains(p.(error).Error(), "secret") {
			t.Errorf("panic %v", p)
		}
	}()
	chain.MustParseHead("secret")
}

func TestHeadOrder(t *testing.T) {
	sorted := []chain.Head{{}, chain.MustParseHead("sha256:1:" + hex32), chain.MustParseHead("sm3:1:" + hex32),
		chain.MustParseHead("sm3:1:" + hex32[2:] + "ff"), chain.MustParseHead("a:2:" + hex32)}
	for i, a := range sorted {
		for j, b := range sorted {
			if want := cmpInt(i, j); a.Compare(b) != want {
				t.Errorf("%v and %v: %d, want %d", a, b, a.Compare(b), want)
			}
		}
	}
}

func cmpInt(a, b int) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func FuzzParseHead(f *testing.F) {
	f.Add("sha256:42:" + hex32)
	f.Add("sm3:0:" + hex32)
	f.Add("sha256:01:" + hex32)
	f.Fuzz(func(t *testing.T, s string) {
		h, err := chain.ParseHead(s)
		if err != nil {
			if len(s) > 12 && strings.Contains(err.Error(), s) {
				t.Error("the error quotes the text")
			}
			return
		}
		if h.String() != s {
			t.Errorf("%q was accepted and is %q", s, h)
		}
		var back chain.Head
		if err := back.UnmarshalText([]byte(s)); err != nil || back != h {
			t.Errorf("%v, %v", back, err)
		}
		if d := cmp.Diff(h.String(), back.String()); d != "" {
			t.Error(d)
		}
	})
}
