package reporting

import (
	"errors"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// Nature says whether an indicator counts what happened in a period or what stood on a day (时期数与时点数). The
// zero value is "not recorded".
type Nature string

// The natures.
const (
	Flow  Nature = "flow"  // 时期数（累计数）: happened from one day to another
	Stock Nature = "stock" // 时点数（期末数）: stood on one day
)

// Natures returns the natures.
func Natures() vocab.List[Nature] { return natures() }

var natures = sync.OnceValue(func() vocab.List[Nature] {
	return vocab.New("时期或时点", "nature of an indicator",
		vocab.Entry[Nature]{Key: Flow, ZH: "时期数", EN: "flow", Aliases: []string{"累计数"}},
		vocab.Entry[Nature]{Key: Stock, ZH: "时点数", EN: "stock", Aliases: []string{"期末数"}},
	)
})

// Indicator is one published counting definition (指标): what is counted, on which basis (口径), printed with which
// measure word. A changed definition is a new Version; figures of two versions are two series.
type Indicator struct {
	Code       string        `json:"code" validate:"required,max=64"`
	Name       string        `json:"name" validate:"required,max=80"` // Chinese, as printed in tables
	English    string        `json:"english,omitempty" validate:"max=120"`
	Basis      measure.Basis `json:"basis" validate:"required"`
	Word       measure.Word  `json:"word,omitempty"` // 量词; empty: the usual one of the basis
	Nature     Nature        `json:"nature" validate:"required"`
	Definition string        `json:"definition,omitempty" validate:"max=1000"`
	Version    int           `json:"version" validate:"gte=1"`
}

// Validate reports every problem of the definition: a missing or malformed code, a missing name, texts longer than their
// tags say ([ErrLong]), an unknown basis, nature or word, a word that does not print the basis, a version below 1.
func (i Indicator) Validate() error {
	var l fault.List
	if !codeForm(i.Code) {
		l.Add("code", catalogue().New(ErrCode))
	}
	if strings.TrimSpace(i.Name) == "" {
		l.Add("name", catalogue().New(ErrRequired))
	}
	l.Add("name", atMost(80, i.Name))
	l.Add("english", atMost(120, i.English))
	l.Add("basis", required(measure.Bases(), i.Basis))
	if i.Word != "" {
		if err := measure.Words().Check(i.Word); err != nil {
			l.Add("word", err)
		} else if measure.Bases().Known(i.Basis) && !i.Word.Prints(i.Basis) {
			l.Add("word", catalogue().New(ErrUnit))
		}
	}
	l.Add("nature", required(Natures(), i.Nature))
	l.Add("definition", atMost(1000, i.Definition))
	if i.Version < 1 {
		l.Add("version", catalogue().New(ErrVersion))
	}
	return l.Err()
}

// Unit returns the measure word that prints the figure: Word, or the usual one of the basis.
func (i Indicator) Unit() measure.Word {
	if i.Word != "" {
		return i.Word
	}
	return i.Basis.Word()
}

// CheckValue reports why a value cannot be one of this indicator: beyond ±9·10^15 ([ErrSize]), below zero of something
// counted ([ErrNegative]; money may be negative), or more finely divided than the thing is ([ErrWhole]): money has
// whole fen, hours three decimals, all else is counted in wholes.
func (i Indicator) CheckValue(value decimal.Decimal) error {
	q, err := measure.FromDecimal(value)
	if errors.Is(err, measure.ErrInexact) {
		return catalogue().New(ErrWhole)
	} else if err != nil {
		return catalogue().New(ErrSize)
	}
	smallest := int64(1000) // in thousandths
	switch i.Basis {
	case measure.Yuan:
		smallest = 10
	case measure.Hours:
		smallest = 1
	}
	switch {
	case q.Thousandths()%smallest != 0:
		return catalogue().New(ErrWhole)
	case q.Sign() < 0 && i.Basis != measure.Yuan:
		return catalogue().New(ErrNegative)
	}
	return nil
}

func required[K ~string](list vocab.List[K], key K) error {
	if key == "" {
		return catalogue().New(ErrRequired)
	}
	return list.Check(key)
}

func atMost(n int, s string) error {
	if utf8.RuneCountInString(s) > n {
		return catalogue().New(ErrLong, "max", strconv.Itoa(n))
	}
	return nil
}

func codeForm(s string) bool {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."
	return s != "" && len(s) <= 64 && strings.Trim(s, letters) == "" && strings.ContainsAny(s[:1], letters[:62])
}
