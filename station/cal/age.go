package cal

import "github.com/shegong/shegong/station/fault"

// AgeConvention says on which day a year of age is completed (周岁起算口径). The zero value is no convention.
type AgeConvention string

const (
	// OnBirthday: on the birthday itself (生日当天), as 民法典 arts 201 and 202 are usually read, and as
	// benefits are granted.
	OnBirthday AgeConvention = "on-birthday"
	// DayAfter: on the day after the birthday (生日第二天), the reading of the criminal law.
	DayAfter AgeConvention = "day-after"
	// BirthMonth: from the first day of the month of birth (出生当月), a practice of some benefit offices.
	BirthMonth AgeConvention = "birth-month"
)

// LeapDay says which day of a common year is the birthday of somebody born on 29 February (闰日出生). The
// zero value is no rule.
type LeapDay string

const (
	Feb28 LeapDay = "02-28" // 28 February, the last day of the month: 民法典 art 202
	Mar1  LeapDay = "03-01" // 1 March, where the day after a missing one counts
)

// AgeRule is a way to count full years of age (周岁计算规则). Both parts must be given; the zero value is no
// rule, and no age can be told by it. [CivilCode] is the reading most programmes use.
type AgeRule struct {
	Convention AgeConvention `json:"convention"`
	LeapDay    LeapDay       `json:"leapDay"`
}

// CivilCode returns the rule of 民法典 arts 201 and 202: an age is reached on the birthday, and in a common
// year 29 February falls on the last day of the month. That art 202 governs ages is the usual reading
// (an interpretation), not wording of the code.
func CivilCode() AgeRule { return AgeRule{OnBirthday, Feb28} }

// Validate returns nil, or a fault.List naming each part that is missing or unknown with [ErrAgeRule].
func (r AgeRule) Validate() error {
	var l fault.List
	if !r.Convention.known() {
		l.Add("convention", bad(ErrAgeRule))
	}
	if !r.LeapDay.known() {
		l.Add("leapDay", bad(ErrAgeRule))
	}
	return l.Err()
}

func (c AgeConvention) known() bool { return c == OnBirthday || c == DayAfter || c == BirthMonth }
func (l LeapDay) known() bool       { return l == Feb28 || l == Mar1 }

// Age returns the full years (周岁) of somebody born on the first day at the second. ok is false when a date
// is not recorded, the second is before birth, or the rule is incomplete. Age agrees with [Reaches]: an age
// is at least n exactly from the day that Reaches returns for n.
func Age(born, on Date, rule AgeRule) (years int, ok bool) {
	if born.n == 0 || on.n < born.n || !rule.Convention.known() || !rule.LeapDay.known() {
		return 0, false
	}
	years = on.Year() - born.Year()
	if d := Reaches(born, years, rule); d.n == 0 || d.n > on.n {
		years--
	}
	return years, true
}

// Reaches returns the first day at the age of n full years (年满n周岁之日); at 0 that is the day of birth under
// every convention. It is not recorded when born is not, n is negative, the rule is incomplete, or the day
// lies beyond the calendar.
func Reaches(born Date, n int, rule AgeRule) Date {
	if born.n == 0 || n < 0 || n > maxYear || !rule.Convention.known() || !rule.LeapDay.known() {
		return Date{}
	}
	if n == 0 {
		return born
	}
	y, m, day := born.civil()
	y += n
	if rule.Convention == BirthMonth {
		return on(y, m, 1)
	}
	if m == 2 && day == 29 && !leap(y) {
		if day = 28; rule.LeapDay == Mar1 {
			m, day = 3, 1
		}
	}
	birthday := on(y, m, day)
	if rule.Convention == DayAfter {
		return birthday.AddDays(1)
	}
	return birthday
}
