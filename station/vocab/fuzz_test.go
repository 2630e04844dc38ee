package vocab_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/vocab"
)

// slowParse is the reference: it goes through the entries one by one.
func slowParse(l vocab.List[tea], text string) (tea, bool) {
	for e := range l.All() {
		if text == string(e.Key) || text == e.ZH || text == e.EN || slices.Contains(e.Aliases, text) {
			return e.Key, true
		}
	}
	return "", false
}

// discreet reports whether an error consists of fixed texts at fixed paths, so that it cannot carry input.
func discreet(err error) bool {
	fixed := make(map[string]bool)
	for text := range vocab.Faults().All() {
		for _, path := range []string{"[0].key", "[0].zh", "[0].en", "[0].aliases[0]"} {
			fixed[fmt.Sprintf("%s: %s [%s]", path, text.EN, text.Code)] = true
		}
	}
	return !slices.ContainsFunc(fault.Of(err), func(f fault.Fault) bool { return !fixed[f.Error()] })
}

// FuzzVocabParse adds an entry of the fuzzer's own making and reads a text with the result.
func FuzzVocabParse(f *testing.F) {
	f.Add("龙井", "oolong", "乌龙茶", "oolong tea", "青茶")
	f.Add("青茶", "oolong", "乌龙茶", "oolong tea", "青茶")
	f.Add("oolong", "白", "白", "白", "白")
	f.Add("x", "a-", " 甲", "", "\u200b")
	f.Add("green", "green", "绿茶", "green tea", "绿")
	f.Fuzz(func(t *testing.T, text, key, zh, en, alias string) {
		l := teas()
		more, err := l.With(entry{Key: tea(key), ZH: zh, EN: en, Aliases: []string{alias}})
		if err == nil {
			for _, s := range []string{key, zh, en, alias} {
				if k, err := more.Parse(s); string(k) != key || err != nil {
					t.Errorf("Parse(%q) = %q, %v: want the new key %q", s, k, err, key)
				}
				if _, known := slowParse(l, s); known {
					t.Errorf("%q was redefined", s)
				}
				if s == "" || !utf8.ValidString(s) {
					t.Errorf("%q was accepted", s)
				}
			}
			if more.Name(tea(key), language.Chinese) != zh || more.Check(tea(key)) != nil {
				t.Error("the new key is not known")
			}
			l = more
		} else if more.Len() != 0 || !discreet(err) {
			t.Errorf("With returned %d entries and %v", more.Len(), err)
		}

		got, err := l.Parse(text)
		want, ok := slowParse(l, text)
		if got != want || (err == nil) != ok {
			t.Errorf("Parse(%q) = %q, %v, want %q", text, got, err, want)
		}
		if err != nil {
			if got != "" || err.Error() != "not a known tea [VOCAB-UNKNOWN]" && !errors.Is(err, vocab.ErrInvisible) {
				t.Errorf("Parse(%q) = %q, %v", text, got, err)
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	l := teas()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := l.Parse("龙井"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkName(b *testing.B) {
	l := teas()
	b.ReportAllocs()
	for b.Loop() {
		if l.Name(black, language.Chinese) == "" {
			b.Fatal()
		}
	}
}
