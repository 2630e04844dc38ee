package statement_test

import (
	"math/rand/v2"
	"testing"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger/statement"
)

// Statements of a year with ten thousand entries.
func BenchmarkStatements(b *testing.B) {
	s := sealed(b, "county", journalOf(rand.New(rand.NewPCG(1, 1)), 10000))
	for name, run := range map[string]func() error{
		"TrialBalance":   func() error { _, err := statement.TrialBalance(s, now); return err },
		"FundStatements": func() error { _, err := statement.FundStatements(ctx, s, funds, cal.Year(2026), now); return err },
		"Resources":      func() error { _, err := statement.ResourcesOf(ctx, s, funds, cal.Year(2026), now, nil); return err },
		"StockCards":     func() error { _, err := statement.StockCards(s, "", cal.Year(2026), now); return err },
		"DonorReport":    func() error { _, err := statement.DonorReport(ctx, s, funds, "D-1", now); return err },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
