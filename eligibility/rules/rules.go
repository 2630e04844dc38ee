package rules

import (
	"io"
	"strconv"

	"github.com/shegong/shegong/eligibility"
)

// version is the version of the format, which every file names.
const version = 1

// File is one file of rules (规则文件): facts that the dictionary gets in addition, acts, and the cases that prove them. A file
// without a namespace holds law that is nobody's own, such as the national acts written out; Load refuses it.
type File struct {
	Namespace string // of the vendor or place: lower-case letters, digits and hyphens
	Facts     []eligibility.Fact
	Acts      []eligibility.Act
	Cases     []Case
}

// Load reads a vendor's file (读入规则文件): Parse, then Validate.
func Load(data []byte) (File, error) {
	x, err := Parse(data)
	if err != nil {
		return File{}, err
	}
	if err := x.Validate(); err != nil {
		return File{}, err
	}
	return x, nil
}

// Read is Load (读入规则文件) from a reader, of which it takes no more than a file may have.
func Read(r io.Reader) (File, error) {
	if r == nil {
		return File{}, absent("reader")
	}
	data, err := readAll(r)
	if err != nil {
		return File{}, err
	}
	return Load(data)
}

// Parse reads a file for its form alone (只查格式). The error is one fault where the bytes are no JSON within bounds, and else a
// fault.List with every problem.
func Parse(data []byte) (File, error) {
	var x File
	if err := decode(data, &x, file); err != nil {
		return File{}, err
	}
	return x, nil
}

// Save writes the canonical form (规范格式), which ends in a line feed. The error is a fault.List of whatever could not be read back: a
// missing name or source, a field that the kind of a node does not have, a tree out of bounds.
func Save(x File) ([]byte, error) {
	j := job{params: map[eligibility.ParamKey]eligibility.ParamKind{}}
	for _, a := range x.Acts {
		for _, p := range a.Parameters {
			j.params[p.Key] = p.Kind
		}
	}
	v := written(&j, "", x, file)
	if err := j.faults.Err(); err != nil {
		return nil, err
	}
	out := append(v.append(nil, 0), '\n')
	if len(out) > MaxBytes {
		return nil, catalogue().New(ErrSize, "max", strconv.Itoa(MaxBytes))
	}
	return out, nil
}

// decode reads one object, leaving *p alone unless everything in it is right.
func decode[T any](data []byte, p *T, describe func(*form, *T)) error {
	v, err := parse(data)
	if err != nil {
		return err
	}
	if v.kind != isObject {
		return catalogue().New(ErrType)
	}
	var j job
	var x T
	readInto(&j, "", v, &x, describe)
	if err := j.faults.Err(); err != nil {
		return err
	}
	*p = x
	return nil
}

func file(f *form, x *File) {
	n := version
	whole(f, "version", &n, true)
	if f.in != nil && n != version {
		f.bad("version", ErrVersion)
	}
	key(f, "namespace", &x.Namespace, false)
	list(f, "facts", &x.Facts, false, declared)
	list(f, "acts", &x.Acts, false, act)
	list(f, "cases", &x.Cases, false, example)
}
