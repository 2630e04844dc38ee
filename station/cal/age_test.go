package cal_test

import (
	"encoding/json"
	"errors"
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
)

func rules() []cal.AgeRule {
	var out []cal.AgeRule
	for _, c := range []cal.AgeConvention{cal.OnBirthday, cal.DayAfter, cal.BirthMonth} {
		for _, l := range []cal.LeapDay{cal.Feb28, cal.Mar1} {
			out = append(out, cal.AgeRule{Convention: c, LeapDay: l})
		}
	}
	return out
}

func TestAgeCasesOfLaw(t *testing.T) {
	mar1 := cal.AgeRule{Convention: cal.OnBirthday, LeapDay: cal.Mar1}
	after := cal.AgeRule{Convention: cal.DayAfter, LeapDay: cal.Feb28}
	month := cal.AgeRule{Convention: cal.BirthMonth, LeapDay: cal.Feb28}
	for _, c := range []struct {
		born, on string
		rule     cal.AgeRule
		want     int
	}{
		{"1962-07-01", "2022-06-30", cal.CivilCode(), 59}, // T05
		{"1962-07-01", "2022-07-01", cal.CivilCode(), 60},
		{"2008-02-29", "2024-02-28", cal.CivilCode(), 15}, // T06
		{"2008-02-29", "2024-02-29", cal.CivilCode(), 16},
		{"2008-02-29", "2026-02-27", cal.CivilCode(), 17},
		{"2008-02-29", "2026-02-28", cal.CivilCode(), 18},
		{"2008-02-29", "2026-02-28", mar1, 17},
		{"2008-02-29", "2026-03-01", mar1, 18},
		{"2008-02-29", "2024-02-29", mar1, 16}, // a leap year has its own 29 February
		{"1962-07-01", "2022-07-01", after, 59},
		{"1962-07-01", "2022-07-02", after, 60},
		{"2008-02-29", "2026-02-28", after, 17},
		{"2008-02-29", "2026-03-01", after, 18},
		{"2000-12-31", "2020-12-31", after, 19},
		{"2000-12-31", "2021-01-01", after, 20},
		{"1962-07-31", "2022-06-30", month, 59},
		{"1962-07-31", "2022-07-01", month, 60},
		{"2020-03-15", "2020-03-15", after, 0},
	} {
		if got, ok := cal.Age(cal.MustParse(c.born), cal.MustParse(c.on), c.rule); got != c.want || !ok {
			t.Errorf("born %s, on %s by %v: %d, %v; want %d", c.born, c.on, c.rule, got, ok, c.want)
		}
	}
}

// TestAgeAgreesWithCounting walks day by day from birth and counts the days on which a year is completed,
// knowing nothing of the code: by convention that is a birthday, the day after one, or the first of the
// month of birth.
func TestAgeAgreesWithCounting(t *testing.T) {
	r := rng()
	births := []cal.Date{
		cal.MustParse("2008-02-29"), cal.MustParse("1896-02-29"), cal.MustParse("2001-12-31"),
		cal.MustParse("2004-02-28"), cal.MustParse("2003-03-01"),
	}
	for range 15 {
		births = append(births, random(r))
	}
	for _, rule := range rules() {
		for _, born := range births {
			birth := utc(born)
			birthday := func(at time.Time) bool {
				y, m, d := at.Date()
				leap := time.Date(y, 2, 29, 0, 0, 0, 0, time.UTC).Month() == time.February
				if birth.Month() == time.February && birth.Day() == 29 && !leap {
					return rule.LeapDay == cal.Feb28 && m == 2 && d == 28 || rule.LeapDay == cal.Mar1 && m == 3 && d == 1
				}
				return m == birth.Month() && d == birth.Day()
			}
			want := 0
			if d := cal.Reaches(born, 0, rule); d != born {
				t.Fatalf("age 0 is reached on %v, born %v", d, born)
			}
			for on := born; want < 40; on = on.AddDays(1) {
				at := utc(on)
				completes := false
				switch rule.Convention {
				case cal.OnBirthday:
					completes = at.After(birth) && birthday(at)
				case cal.DayAfter:
					eve := at.AddDate(0, 0, -1)
					completes = eve.After(birth) && birthday(eve)
				case cal.BirthMonth:
					completes = at.After(birth) && at.Day() == 1 && at.Month() == birth.Month()
				}
				if completes {
					want++
					if d := cal.Reaches(born, want, rule); d != on {
						t.Fatalf("born %v, %v: %d is reached on %v, want %v", born, rule, want, d, on)
					}
				}
				if got, ok := cal.Age(born, on, rule); got != want || !ok {
					t.Fatalf("born %v, %v on %v: age %d, %v; want %d", born, rule, on, got, ok, want)
				}
			}
		}
	}
}

func TestAgeAgreesWithReaches(t *testing.T) {
	r := rng()
	for range 20000 {
		born, rule := random(r), rules()[r.IntN(6)]
		n := r.IntN(130)
		on := born.AddYears(n).AddDays(r.IntN(5) - 2)
		if on.Before(born) {
			continue
		}
		age, ok := cal.Age(born, on, rule)
		if reached := !on.Before(cal.Reaches(born, n, rule)); !ok || age >= n != reached {
			t.Fatalf("born %v, %v on %v: age %d, %d reached: %v", born, rule, on, age, n, reached)
		}
	}
}

func TestAgeHasNoDefaults(t *testing.T) {
	born, on := cal.MustParse("2000-01-01"), cal.MustParse("2022-06-28")
	half, other := cal.AgeRule{Convention: cal.OnBirthday}, cal.AgeRule{LeapDay: cal.Feb28}
	wrong := cal.AgeRule{Convention: "nominal", LeapDay: "02-30"}
	for name, ok := range map[string]bool{
		"no birth":     isAge(cal.Date{}, on, cal.CivilCode()),
		"no day":       isAge(born, cal.Date{}, cal.CivilCode()),
		"unborn":       isAge(on, born, cal.CivilCode()),
		"no rule":      isAge(born, on, cal.AgeRule{}),
		"no leap rule": isAge(born, on, half),
		"no convent.":  isAge(born, on, other),
		"unknown rule": isAge(born, on, wrong),
		"negative":     !cal.Reaches(born, -1, cal.CivilCode()).IsZero(),
		"too old":      !cal.Reaches(born, 8000, cal.CivilCode()).IsZero(),
		"far too old":  !cal.Reaches(born, math.MaxInt, cal.CivilCode()).IsZero(),
		"no rule, day": !cal.Reaches(born, 18, half).IsZero() || !cal.Reaches(born, 18, other).IsZero(),
	} {
		if ok {
			t.Errorf("%s: an answer was given", name)
		}
	}
	// The last day of the calendar: the day after it does not exist, so the age is not reached.
	end := cal.MustParse("9999-12-31")
	after := cal.AgeRule{Convention: cal.DayAfter, LeapDay: cal.Feb28}
	if age, ok := cal.Age(end.AddYears(-1), end, after); age != 0 || !ok {
		t.Errorf("at the end of the calendar: %d, %v", age, ok)
	}
	for _, rule := range rules() {
		if err := rule.Validate(); err != nil {
			t.Errorf("%v: %v", rule, err)
		}
	}
	err := wrong.Validate()
	var paths []string
	for _, f := range fault.Of(err) {
		paths = append(paths, f.Path())
	}
	if d := cmp.Diff([]string{"convention", "leapDay"}, paths); d != "" || !errors.Is(err, cal.ErrAgeRule) {
		t.Error(d, err)
	}
	var back cal.AgeRule
	b, _ := json.Marshal(cal.CivilCode())
	if err := json.Unmarshal(b, &back); err != nil || back != cal.CivilCode() ||
		string(b) != `{"convention":"on-birthday","leapDay":"02-28"}` {
		t.Errorf("JSON %s: %v, %v", b, back, err)
	}
}

func isAge(born, on cal.Date, rule cal.AgeRule) bool {
	_, ok := cal.Age(born, on, rule)
	return ok
}
