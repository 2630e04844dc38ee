package rules

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/fault"
)

// Join makes Statutes (合并规则库) of the caller's acts and the files of his vendors, each valid and in a namespace of its own, and runs the
// cases of every file against the whole. The functions are those that custom nodes name. The error is a fault.List; what concerns
// a file stands below files[i], what concerns the caller's acts below acts[i].
func Join(d *eligibility.Dictionary, functions []statutes.Function, acts []eligibility.Act, files ...File) (*statutes.Statutes, error) {
	if d == nil {
		return nil, absent("dictionary")
	}
	var l fault.List
	spaces := map[string]bool{}
	all := slices.Clone(acts)
	first := make([]int, len(files)) // of the acts of each file
	for i, x := range files {
		path := fault.Index("files", i)
		l.Add(path, x.Validate())
		if spaces[x.Namespace] {
			l.Add(path+".namespace", catalogue().New(ErrTwice))
		}
		spaces[x.Namespace] = true
		with, err := d.With(x.Facts...)
		if l.Add(path, err); err == nil {
			d = with
		}
		first[i] = len(all)
		all = append(all, x.Acts...)
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	s, err := statutes.New(d, functions, all...)
	for _, f := range fault.Of(err) {
		at, file := 0, ""
		for i := range first {
			if n, ok := index(f.Path(), "acts"); ok && n >= first[i] {
				at, file = first[i], fault.Index("files", i)
			}
		}
		l = append(l, moved(f, "acts", at, file))
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	for i, x := range files {
		l.Add(fault.Index("files", i), x.Check(s))
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	return s, nil
}

// absent is the error of a nil argument.
func absent(name string) error {
	var l fault.List
	l.Add(name, catalogue().New(ErrMissing))
	return l.Err()
}

// index reads the number of a path that begins with name[number].
func index(path, name string) (int, bool) {
	rest, ok := strings.CutPrefix(path, name+"[")
	digits, _, closed := strings.Cut(rest, "]")
	n, err := strconv.Atoi(digits)
	return n, ok && closed && err == nil
}

// moved is a fault about element n of a joined list as one about element n − first of the list below path.
func moved(f fault.Fault, name string, first int, path string) fault.Fault {
	n, ok := index(f.Path(), name)
	if !ok {
		return f
	}
	rest := strings.TrimPrefix(f.Path(), fault.Index(name, n))
	return f.Moved(fault.Index(name, n-first) + rest).At(path)
}
