package rules

import (
	"strings"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
)

// Case is one household whose assessment is known (案例): what a programme must find for it on a day. The people are invented.
type Case struct {
	ID        string
	ZH        string // what it shows
	Programme eligibility.ProgrammeID
	Row       int // the person assessed, by his place in Facts.People; 0 for a programme of households
	Division  division.Code
	On        cal.Date
	KnownOn   cal.Date // zero: all that is recorded
	Facts     Facts
	Want      eligibility.Result
}

func example(f *form, c *Case) {
	key(f, "id", &c.ID, true)
	text(f, "zh", &c.ZH, true)
	key(f, "programme", &c.Programme, true)
	whole(f, "row", &c.Row, false)
	exact(f, "division", &c.Division, false)
	exact(f, "on", &c.On, true)
	exact(f, "known_on", &c.KnownOn, false)
	object(f, "facts", &c.Facts, true, facts)
	entry(f, "want", &c.Want, true, eligibility.Results())
}

// Validate reports what Load demands of a vendor's file beyond its form (规则文件校验), as a fault.List: a namespace, IDs within it, and for
// every version of every programme a case that fits and one that does not, on days of its force.
func (x File) Validate() error {
	var l fault.List
	if x.Namespace == "" {
		l.Add("namespace", catalogue().New(ErrMissing))
	} else if !eligibility.ValidKey(x.Namespace) || strings.Contains(x.Namespace, ":") {
		l.Add("namespace", catalogue().New(ErrKey))
	}
	if x.Namespace != "" {
		x.namespaced(&l)
	}
	if len(x.Cases) > MaxCases {
		l.Add("cases", catalogue().New(ErrTooMany))
		return l.Err()
	}
	x.covered(&l)
	seen := map[string]bool{}
	for i, c := range x.Cases {
		path := fault.Index("cases", i)
		if seen[c.ID] {
			l.Add(path+".id", catalogue().New(ErrTwice))
		}
		seen[c.ID] = true
		if c.Row < 0 || c.Row >= max(1, len(c.Facts.People)) {
			l.Add(path+".row", catalogue().New(ErrRow))
		}
	}
	return l.Err()
}

// namespaced reports every ID that the file declares outside its namespace.
func (x File) namespaced(l *fault.List) {
	holds := map[eligibility.FactKey]bool{}
	own := func(path, id string) {
		if !strings.HasPrefix(id, x.Namespace+":") {
			l.Add(path, catalogue().New(ErrNamespace))
		}
	}
	for i, a := range x.Acts {
		act := fault.Index("acts", i)
		own(act+".id", a.ID)
		for j, p := range a.Programmes {
			own(act+"."+fault.Index("programmes", j)+".id", string(p.ID))
			holds[eligibility.HoldsFact(p.ID)] = true
		}
		for j, d := range a.Definitions {
			own(act+"."+fault.Index("definitions", j)+".id", string(d.ID))
		}
		for j, p := range a.Parameters {
			own(act+"."+fault.Index("parameters", j)+".key", string(p.Key))
		}
		for j, c := range a.Clauses {
			own(act+"."+fault.Index("clauses", j)+".key", string(c.Key))
		}
		for j, d := range a.Deadlines {
			own(act+"."+fault.Index("deadlines", j)+".id", d.ID)
		}
	}
	for i, f := range x.Facts {
		if !holds[f.Key] { // what Holds reads is named after the programme, which is in the namespace
			own(fault.Index("facts", i)+".key", string(f.Key))
		}
	}
}

// covered reports every version of a programme that no case shows met, or none not met.
func (x File) covered(l *fault.List) {
	for i, a := range x.Acts {
		for j, p := range a.Programmes {
			force := a.Force
			if !p.Force.IsZero() {
				force = p.Force
			}
			var met, not bool
			for _, c := range x.Cases {
				if c.Programme == p.ID && force.Contains(c.On) {
					met = met || c.Want == eligibility.Eligible
					not = not || c.Want == eligibility.NotEligible
				}
			}
			if !met || !not {
				l.Add(fault.Index("acts", i)+"."+fault.Index("programmes", j), catalogue().New(ErrCases))
			}
		}
	}
}

// Check runs the cases (案例检验) against s, which must hold the acts and facts of the file among others. Invented values are let in. The
// error is a fault.List with every case that could not be run, with the reason at its path, or that came out otherwise than
// it says, or ErrTooMany for more than MaxCases.
func (x File) Check(s *statutes.Statutes) error {
	if s == nil {
		return absent("statutes")
	}
	var l fault.List
	if len(x.Cases) > MaxCases {
		l.Add("cases", catalogue().New(ErrTooMany))
		return l.Err()
	}
	// One law after the other, since a law is large and a file may ask for one a case.
	asked := map[statutes.Query][]int{}
	found := make([]error, len(x.Cases))
	for i, c := range x.Cases {
		q := statutes.Query{Division: c.Division, On: c.On, KnownOn: c.KnownOn, Fictitious: true}
		asked[q] = append(asked[q], i)
	}
	for q, cases := range asked {
		e, err := engine(s, q)
		for _, i := range cases {
			if found[i] = err; err == nil {
				found[i] = x.Cases[i].run(e)
			}
		}
	}
	for i, err := range found {
		l.Add(fault.Index("cases", i), err)
	}
	return l.Err()
}

func engine(s *statutes.Statutes, q statutes.Query) (*assess.Engine, error) {
	law, err := s.At(q)
	if err != nil {
		return nil, err
	}
	return assess.New(law)
}

func (c Case) run(e *assess.Engine) error {
	var l fault.List
	facts, err := c.Facts.Case(e.Law().Dictionary())
	if err != nil {
		l.Add("facts", err)
		return l.Err()
	}
	a, err := e.Assess(facts, c.Row, c.Programme)
	switch {
	case err != nil:
		l.Add("", err)
	case a.Result != c.Want:
		l.Add("want", catalogue().New(ErrOutcome, "want", string(c.Want), "got", string(a.Result)))
	}
	return l.Err()
}
