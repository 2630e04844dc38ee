package fault

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"
)

// List holds every problem found in a value (问题清单), in the order of its fields. A nil List is no problem;
// return l.Err(), never a List as an error, because a nil List in an error variable is not nil.
type List []Fault

// Err returns the list as an error, or nil when it is empty.
func (l List) Err() error {
	if len(l) == 0 {
		return nil
	}
	return l
}

// Add appends the problems of err below path; a nil err adds nothing. Faults, lists and joined errors are
// taken apart and wrapped ones are found; any other error is kept as [ErrForeign].
func (l *List) Add(path string, err error) {
	switch e := err.(type) {
	case nil:
	case Fault:
		*l = append(*l, e.At(path))
	case List:
		for _, f := range e {
			*l = append(*l, f.At(path))
		}
	case interface{ Unwrap() []error }:
		for _, err := range e.Unwrap() {
			l.Add(path, err)
		}
	case interface{ Unwrap() error }:
		if inner := e.Unwrap(); holds(inner) {
			l.Add(path, inner)
			return
		}
		l.foreign(path, err)
	default:
		l.foreign(path, err)
	}
}

func (l *List) foreign(path string, err error) {
	f := catalogue().New(ErrForeign)
	f.path, f.cause = path, &err
	*l = append(*l, f)
}

// holds reports whether a fault or list stands somewhere in err's chain.
func holds(err error) bool {
	switch e := err.(type) {
	case Fault, List:
		return true
	case interface{ Unwrap() []error }:
		return slices.ContainsFunc(e.Unwrap(), holds)
	case interface{ Unwrap() error }:
		return holds(e.Unwrap())
	}
	return false
}

// Of returns the problems that err holds, as [List.Add] finds them; nil for a nil err.
func Of(err error) List {
	var l List
	l.Add("", err)
	return l
}

// Under returns the list re-rooted below path.
func (l List) Under(path string) List {
	out := slices.Clone(l)
	for i := range out {
		out[i] = out[i].At(path)
	}
	return out
}

// Except returns the list without the given codes: a visible way to accept a local deviation.
func (l List) Except(codes ...Code) List {
	var out List
	for _, f := range l {
		if !slices.Contains(codes, f.code) {
			out = append(out, f)
		}
	}
	return out
}

// Has reports whether any problem carries the code.
func (l List) Has(code Code) bool {
	return slices.ContainsFunc(l, func(f Fault) bool { return f.code == code })
}

// Blocking returns the problems that make the data unusable, leaving out advisory ones.
func (l List) Blocking() List {
	var out List
	for _, f := range l {
		if !f.advisory {
			out = append(out, f)
		}
	}
	return out
}

// Error returns the English texts joined by "; ".
func (l List) Error() string { return l.join(language.English, "; ") }

// Text returns one line a problem, in Chinese or English as [Fault.Text].
func (l List) Text(tag language.Tag) string { return l.join(tag, "\n") }

// GoString keeps %#v as discreet as Error.
func (l List) GoString() string { return "fault.List{" + l.Error() + "}" }

func (l List) join(tag language.Tag, sep string) string {
	lines := make([]string, len(l))
	for i, f := range l {
		lines[i] = f.Text(tag)
	}
	return strings.Join(lines, sep)
}

// Unwrap gives errors.Is every problem of the list.
func (l List) Unwrap() []error {
	out := make([]error, len(l))
	for i, f := range l {
		out[i] = f
	}
	return out
}

// Index returns the path of element i of a list field: Index("posts", 0) is "posts[0]".
func Index(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }
