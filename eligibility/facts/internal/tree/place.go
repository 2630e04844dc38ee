package tree

import "strconv"

// Place is where a field is (字段路径), written out only when something is wrong there. Nil is the whole.
type Place struct {
	Up   *Place
	Name string // of a member, or
	At   int    // of an element
}

// String is the path from the whole: people[1].custody.from.
func (p *Place) String() string { return string(p.append(nil)) }

// To is where a field below p is.
func (p *Place) To(field string) string {
	path := p.append(nil)
	if len(path) > 0 {
		path = append(path, '.')
	}
	return string(append(path, field...))
}

func (p *Place) append(path []byte) []byte {
	if p == nil {
		return path
	}
	path = p.Up.append(path)
	if p.Name == "" {
		return append(strconv.AppendInt(append(path, '['), int64(p.At), 10), ']')
	}
	if len(path) > 0 {
		path = append(path, '.')
	}
	return append(path, p.Name...)
}
