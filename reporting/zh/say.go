package zh

import (
	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/reporting/zh/internal/digits"
	"github.com/shegong/shegong/station/fault"
)

// Say writes value as a figure phrase (数量短语) and refuses a phrase that is not true of it: 948 nearly in steps of
// 50 is 近950个, 150386 over in steps of 1万 is 超15万人. See [Wording] for when a wording is true.
//
// The shown number is the multiple of step that fits the wording: the next below for 超, 余, 多 and 以上, the next
// above for 近, 不足 and 以内, the nearest (halves up) for 约. It is then written in the scale exactly, without
// grouping and without rounding again, so no border is ever crossed. [Exact] and [Reach] show the value itself;
// their step may be 0, otherwise the value must be a multiple of it. The text is read back before it is returned:
// what Say writes, [ParseFigure] reads as the same number, wording and unit, and the value lies inside.
//
// 余 and 多 stand behind the scale word (5万多元) unless the step is ten of its units or more (120余万元).
//
// Errors: [ErrWording], [ErrScale], [ErrStep] (no step, or none of its multiples fits: 余 of 90 in steps of 100),
// [ErrUnit] (the unit would be read as part of the number or hedge), [ErrUntrue] (余 of exactly 1600), [ErrStretched]
// (true, but the number is too far off for the wording: 近1000 of 951 in steps of 50), [ErrIrregular] (23余,
// 110.53万余, a hedge on a negative number), [ErrFigureDate] (2022年), [ErrRange] (more than 24 digits).
func Say(value, step decimal.Decimal, scale Scale, wording Wording, unit string) (string, error) {
	f, err := SayFigure(value, step, scale, wording, unit)
	if err != nil {
		return "", err
	}
	return f.String(), nil
}

// SayFigure is [Say] returning the phrase as a [Figure], for its interval or another form ([Figure.As]).
func SayFigure(value, step decimal.Decimal, scale Scale, wording Wording, unit string) (Figure, error) {
	f, code := say(value, step, scale, wording, unit)
	if code != "" {
		return Figure{}, catalogue().New(code)
	}
	return f, nil
}

func say(value, step decimal.Decimal, scale Scale, wording Wording, unit string) (Figure, fault.Code) {
	zeros, ok := scale.Zeros()
	switch {
	case !wording.Known():
		return Figure{}, ErrWording
	case !ok:
		return Figure{}, ErrScale
	case !sized(value) || !sized(step):
		return Figure{}, ErrRange
	}
	shown, code := fit(value, step, wording)
	if code != "" {
		return Figure{}, code
	}
	var buf [24]byte
	f := Figure{number: scaled(digits.Of(buf[:0], shown, -zeros), None), scale: scale, unit: unit}
	if shown.IsZero() {
		f.scale = None
	}
	if arabic(f.number) != len(f.number) {
		return Figure{}, ErrRange
	}
	f.hedge(wording)
	if f.tail != "" && scale != None && step.Cmp(decimal.New(1, int32(zeros))) > 0 {
		f.place = beforeScale
	}
	return f.judge(value, step, shown, wording)
}

// fit returns the number to show.
func fit(value, step decimal.Decimal, w Wording) (decimal.Decimal, fault.Code) {
	exact := w.exact()
	switch {
	case step.IsNegative(), step.IsZero() && !exact:
		return decimal.Decimal{}, ErrStep
	case step.IsZero():
		return value, ""
	case value.IsNegative() && !exact:
		return decimal.Decimal{}, ErrIrregular
	}
	q, r := value.QuoRem(step, 0)
	shown := q.Mul(step)
	switch {
	case exact && !r.IsZero():
		return decimal.Decimal{}, ErrStep
	case w == About && r.Add(r).Cmp(step) >= 0,
		(w == Nearly || w == Under || w == Within) && !r.IsZero():
		shown = shown.Add(step)
	}
	if !exact && shown.IsZero() {
		return decimal.Decimal{}, ErrStep
	}
	return shown, ""
}

// hedge puts the usual words of w in their places.
func (f *Figure) hedge(w Wording) {
	if w == AboutMore {
		f.hedge(About)
		w = More
	}
	if m, ok := w.usual(); ok {
		f.put(m)
	}
}

// judge reads the phrase back and holds it against the value: first as a reader takes it, then as it should be
// written, with the smaller of the caller's step and the reader's.
func (f Figure) judge(value, step, shown decimal.Decimal, w Wording) (Figure, fault.Code) {
	got, _, code := readFigure(f.String(), wholeUnit)
	switch {
	case code == ErrIrregular || code == ErrFigureDate:
		return Figure{}, code
	case code != "" || got.wording != w || got.scale != f.scale || got.unit != f.unit || !got.shown.Equal(shown):
		return Figure{}, ErrUnit
	case !got.Contains(value):
		return Figure{}, ErrUntrue
	}
	if step.IsZero() || got.step.Cmp(step) < 0 {
		step = got.step
	}
	if !w.write(shown, step).contains(value) {
		return Figure{}, ErrStretched
	}
	return got, ""
}
