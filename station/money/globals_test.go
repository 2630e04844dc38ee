//go:build !decimal14

// The tag is for running these tests with shopspring/decimal v1.4.0, which lacks three of the settings.

package money_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/station/money"
)

// answers collects what this package says about a fixed set of inputs.
func answers() string {
	var b strings.Builder
	say := func(v any, err error) { fmt.Fprintln(&b, v, err) }
	for _, text := range []string{"12.50", "0.0335", "1.005", "-12345678901234567.89", "0.1234567890123456789012345678", "100"} {
		d, err := money.ParseDecimal(text)
		say(fmt.Sprint(d.Coefficient(), d.Exponent()), err)
		say(money.Parse(text))
		say(money.FromDecimal(d))
		for _, mode := range money.Roundings() {
			say(money.FromDecimalRounded(d, mode))
			say(money.MustParse("9999.99").Mul(d, mode))
		}
	}
	d := money.MustParse("-7.10").Decimal()
	say(fmt.Sprint(d.Coefficient(), d.Exponent()), nil)
	text, err := json.Marshal(money.MustParse("12.50"))
	say(string(text), err)
	var a money.Amount
	err = a.Scan("12.5000")
	say(a, err)
	return b.String()
}

// Another part of the program may set the decimal package's variables to anything.
func TestDecimalSettingsDoNotMatter(t *testing.T) {
	want := answers()
	defer func(division, power, iterations, decode int, quotes, trim, scientific bool, zero decimal.Decimal) {
		decimal.DivisionPrecision, decimal.PowPrecisionNegativeExponent = division, power
		decimal.ExpMaxIterations, decimal.MaxDecodeExponent = iterations, decode
		decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros = quotes, trim
		decimal.UseScientificNotation, decimal.Zero = scientific, zero
	}(decimal.DivisionPrecision, decimal.PowPrecisionNegativeExponent, decimal.ExpMaxIterations, decimal.MaxDecodeExponent,
		decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros, decimal.UseScientificNotation, decimal.Zero)
	decimal.DivisionPrecision, decimal.PowPrecisionNegativeExponent = 0, 0
	decimal.ExpMaxIterations, decimal.MaxDecodeExponent = 0, 0
	decimal.MarshalJSONWithoutQuotes = !decimal.MarshalJSONWithoutQuotes
	decimal.TrimTrailingZeros = !decimal.TrimTrailingZeros
	decimal.UseScientificNotation = !decimal.UseScientificNotation
	decimal.Zero = decimal.New(1, 0)
	if _, err := decimal.NewFromString("12.50"); err == nil {
		t.Error("the settings are as before: this test tests nothing")
	}
	if got := answers(); got != want {
		t.Errorf("with other settings:\n%s\nbefore:\n%s", got, want)
	}
}
