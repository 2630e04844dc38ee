package assess

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/money"
)

func TestFractionsAreExact(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	rounds := 50_000
	if testing.Short() {
		rounds /= 10
	}
	for range rounds {
		total, want, ok := fraction{0, 1}, new(big.Rat), true
		for range 1 + r.IntN(4) {
			num, den := r.Int64N(2e12)-1e12, 1+r.Int64N(120_000)
			var room bool
			total, room = total.plus(num, den)
			ok = ok && room
			want.Add(want, big.NewRat(num, den))
		}
		if !ok {
			continue
		}
		if big.NewRat(total.num, total.den).Cmp(want) != 0 {
			t.Fatalf("%d/%d, want %v", total.num, total.den, want)
		}
		step := eligibility.Step{Unit: money.Fen([]int64{1, 100, 500}[r.IntN(3)]), Mode: []eligibility.StepMode{eligibility.StepUp, eligibility.StepDown, eligibility.StepNearest}[r.IntN(3)]}
		got, ok := total.step(step)
		if !ok {
			continue
		}
		// The difference to what was rounded is less than a step, or half of one, and on the right side.
		diff := new(big.Rat).Sub(big.NewRat(got, 1), want)
		unit := big.NewRat(step.Unit.Fen(), 1)
		half := new(big.Rat).Mul(unit, big.NewRat(1, 2))
		switch {
		case want.Sign() <= 0:
			if got != 0 {
				t.Fatalf("%v is %d", want, got)
			}
		case got%step.Unit.Fen() != 0,
			step.Mode == eligibility.StepUp && (diff.Sign() < 0 || diff.Cmp(unit) >= 0),
			step.Mode == eligibility.StepDown && (diff.Sign() > 0 || diff.Cmp(new(big.Rat).Neg(unit)) <= 0),
			step.Mode == eligibility.StepNearest && (diff.Cmp(half) > 0 || diff.Cmp(new(big.Rat).Neg(half)) <= 0 && diff.Cmp(half) != 0):
			t.Fatalf("%v in steps %v is %d", want, step, got)
		}
	}
	for _, half := range []fraction{{250, 1}, {500, 2}, {750, 3}} {
		if fen, _ := half.step(eligibility.Step{Unit: money.Fen(500), Mode: eligibility.StepNearest}); fen != 500 {
			t.Errorf("half a step is rounded to %d", fen)
		}
	}
	if _, ok := (fraction{1 << 61, 3}).plus(1<<61, 5); ok {
		t.Error("a sum without room is ok")
	}
	if _, ok := (fraction{1 << 61, 1 << 40}).step(eligibility.Step{Unit: money.Fen(1 << 40), Mode: eligibility.StepUp}); ok {
		t.Error("a step without room is ok")
	}
}
