package intake_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/intake"
	"github.com/shegong/shegong/station/ledger/journal"
	"github.com/shegong/shegong/station/ledger/memory"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/sheet"
)

// Whatever stands in a file: every row is either an entry that is sound in itself or has a fault at its place; no fault holds what a
// cell held; reading it twice gives the same; and posting it twice changes the book once.
func FuzzPlan(f *testing.F) {
	f.Add(0, riceIn)
	f.Add(1, riceOut)
	f.Add(2, cashYear)
	f.Add(3, "发放日期,服务对象编号,资金编号,发放金额,付款方式,用途,支出类别\n2026-03-05,K1,lottery,5,现金,走访慰问,\n")
	all, err := funds()
	if err != nil {
		f.Fatal(err)
	}
	j, err := journal.Open(journal.Config{Chain: chain.SHA256("shuanghu"), Funds: all})
	if err != nil {
		f.Fatal(err)
	}
	cfg := intake.Config{Funds: all, Rounding: money.HalfUp}
	registers := []intake.Register{intake.Gifts, intake.Stock, intake.CashBook, intake.HandOuts}
	f.Fuzz(func(t *testing.T, which int, file string) {
		reg := registers[uint(which)%uint(len(registers))]
		read := func() intake.Plan {
			p, err := cfg.Plan(context.Background(), reg, "a", rows(file), sheet.Within(sheet.Limits{Rows: 50}))
			if err != nil {
				t.Fatal(err)
			}
			return p
		}
		p := read()
		bad := make(map[int]bool)
		for _, f := range p.Faults {
			n, _, ok := sheet.Place(f)
			if !ok || n < 1 {
				t.Errorf("%v has no place", f)
			}
			if !f.Advisory() {
				bad[n] = true
			}
			for _, cell := range strings.FieldsFunc(file, func(r rune) bool { return strings.ContainsRune(",\r\n\"", r) }) {
				if len(cell) > 12 && strings.Trim(cell, "0123456789") == "" && strings.Contains(f.Text(language.Chinese)+f.Text(language.English), cell) {
					t.Errorf("%v holds what the cell held", f)
				}
			}
		}
		keys := make(map[string]bool)
		for _, i := range p.Items {
			if bad[i.Number] || keys[i.Entry.Key] {
				t.Errorf("row %d is planned and refused, or its key is that of another", i.Number)
			}
			keys[i.Entry.Key] = true
			if err := i.Entry.Validate(); err != nil {
				t.Error(err)
			}
		}
		again := read()
		if d := cmp.Diff(places(p.Faults), places(again.Faults)); d != "" || len(p.Items) != len(again.Items) {
			t.Error("another reading: ", d)
		}
		var store memory.Store
		post := func(p intake.Plan) (int, error) {
			fresh := 0
			err := store.Update(context.Background(), func(tx journal.DayTx) error {
				receipts, err := p.Post(context.Background(), j, tx, journal.Options{At: now()})
				for _, r := range receipts {
					if !r.Repeated {
						fresh++
					}
				}
				return err
			})
			return fresh, err
		}
		n, err := post(p)
		var refused fault.List
		switch {
		case err == nil && n != len(p.Items):
			t.Errorf("%d of %d rows posted", n, len(p.Items))
		case err != nil && !errors.As(err, &refused) || errors.Is(err, ledger.ErrConflict):
			t.Error(err)
		case err == nil:
			if n, err := post(again); n != 0 || err != nil {
				t.Errorf("the second time %d rows are new, %v", n, err)
			}
		}
	})
}
