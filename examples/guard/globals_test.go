package guard

import (
	"encoding/json"
	"fmt"
	"go/token"
	"go/types"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
)

// A global is a variable of shopspring/decimal that any package in the process can set.
type global struct {
	name string
	flip func() (restore func())
}

func flip[T any](p *T, to T) func() func() {
	return func() func() {
		was := *p
		*p = to
		return func() { *p = was }
	}
}

// globals lists every one with a value that disturbs as much as possible.
func globals() []global {
	return []global{
		{"DivisionPrecision", flip(&decimal.DivisionPrecision, 1)},
		{"PowPrecisionNegativeExponent", flip(&decimal.PowPrecisionNegativeExponent, 1)},
		{"MarshalJSONWithoutQuotes", flip(&decimal.MarshalJSONWithoutQuotes, true)},
		{"TrimTrailingZeros", flip(&decimal.TrimTrailingZeros, false)},
		{"UseScientificNotation", flip(&decimal.UseScientificNotation, true)},
		{"ExpMaxIterations", flip(&decimal.ExpMaxIterations, 1)},
		{"MaxDecodeExponent", flip(&decimal.MaxDecodeExponent, 0)},
		{"Zero", flip(&decimal.Zero, decimal.New(7, 0))},
	}
}

// disturbed flips each global in turn and tells which results it changes. Not for parallel tests.
func disturbed(behave func() []string) (problems []string) {
	want := behave()
	for _, g := range globals() {
		restore := g.flip()
		got := behave()
		restore()
		for i := range want {
			if got[i] != want[i] {
				problems = append(problems, fmt.Sprintf("decimal.%s changes %s to %s", g.name, want[i], got[i]))
			}
		}
	}
	return problems
}

// show prints results without asking decimal to print itself.
func show(name string, results ...any) string {
	for i, r := range results {
		if d, ok := r.(decimal.Decimal); ok {
			results[i] = fmt.Sprintf("%de%d", d.Coefficient(), d.Exponent())
		}
	}
	return name + " = " + fmt.Sprintln(results...)
}

// call prints the results of a function that may fail.
func call[T any](name string, v T, err any) string { return show(name, v, err) }

func TestDecimalGlobals(t *testing.T) {
	t.Run("module", func(t *testing.T) {
		if len(registeredBehaviours()) == 0 {
			t.Fatal("nothing to check")
		}
		for _, p := range disturbed(registeredBehaviours) {
			t.Error(p)
		}
	})
	t.Run("planted", func(t *testing.T) {
		problems := disturbed(func() []string {
			one, three := decimal.New(1, 0), decimal.New(3, 0)
			inverse, err1 := three.PowInt32(-1)
			exp, err2 := one.ExpHullAbrham(10)
			parsed, err3 := decimal.NewFromString("1e2")
			text, err4 := json.Marshal(one)
			return []string{
				show("Div", one.Div(three)), call("PowInt32", inverse, err1), call("ExpHullAbrham", exp, err2 != nil),
				call("NewFromString", parsed, err3), call("Marshal", string(text), err4),
				show("String", decimal.New(150, -2).String()), show("large", decimal.New(1, 30).String()),
				show("Zero", decimal.Zero),
			}
		})
		for _, g := range globals() {
			if !slices.ContainsFunc(problems, func(p string) bool { return len(p) > 8 && p[8:8+len(g.name)] == g.name }) {
				t.Errorf("flipping %s is not noticed", g.name)
			}
		}
	})
	t.Run("complete", func(t *testing.T) {
		imp, err := exportData(token.NewFileSet(), []string{decimalPath})
		if err != nil {
			t.Fatal(err)
		}
		p, err := imp.Import(decimalPath)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range p.Scope().Names() {
			if _, ok := p.Scope().Lookup(name).(*types.Var); ok && token.IsExported(name) &&
				!slices.ContainsFunc(globals(), func(g global) bool { return g.name == name }) {
				t.Errorf("decimal.%s is not flipped", name)
			}
		}
	})
}
