package chain

import (
	"cmp"
	"database/sql/driver"
	"encoding/hex"
	"math"
	"strconv"
	"strings"
)

// Head is one link of a chain (链头, an anchor 锚点 once it is kept elsewhere): number, algorithm and hash. The zero
// value means "not recorded" and differs from the genesis of a chain. Heads are comparable with ==.
//
// Its text is "sha256:42:" and the hash in lower-case hexadecimal digits.
type Head struct {
	seq       uint64
	algorithm string
	sum       string // raw bytes
}

const (
	maxAlgorithm = 16
	minSum       = 16 // bytes: shorter hashes prove nothing
	maxSum       = 64
)

// HeadOf returns the head with these parts, as a store keeps them; [ErrHead] when they are no head.
func HeadOf(seq uint64, algo string, sum []byte) (Head, error) {
	if !algorithm(algo) || len(sum) < minSum || len(sum) > maxSum || seq > math.MaxInt64 {
		return Head{}, catalogue().New(ErrHead)
	}
	return Head{seq, algo, string(sum)}, nil
}

func algorithm(s string) bool {
	return s != "" && len(s) <= maxAlgorithm && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// ParseHead reads the text of a head; [ErrHead].
func ParseHead(s string) (Head, error) {
	algo, rest, _ := strings.Cut(s, ":")
	number, digits, ok := strings.Cut(rest, ":")
	bad := !ok || len(digits) > 2*maxSum || digits != strings.ToLower(digits) || len(number) > 1 && number[0] == '0'
	seq, err := strconv.ParseUint(number, 10, 63)
	sum, err2 := hex.DecodeString(digits)
	if bad || err != nil || err2 != nil {
		return Head{}, catalogue().New(ErrHead)
	}
	return HeadOf(seq, algo, sum)
}

// MustParseHead is [ParseHead] for literals; it panics on an error, without the text.
func MustParseHead(s string) Head {
	h, err := ParseHead(s)
	if err != nil {
		panic(err)
	}
	return h
}

// Seq returns the number of the record, 0 for the genesis.
func (h Head) Seq() uint64 { return h.seq }

// Algorithm returns the name of the hash.
func (h Head) Algorithm() string { return h.algorithm }

// Sum returns a copy of the hash.
func (h Head) Sum() []byte { return []byte(h.sum) }

// IsZero reports whether no head is recorded.
func (h Head) IsZero() bool { return h == Head{} }

// Equal reports whether both are the same link, as == does.
func (h Head) Equal(o Head) bool { return h == o }

// Compare orders heads by number, then algorithm and hash.
func (h Head) Compare(o Head) int {
	return cmp.Or(cmp.Compare(h.seq, o.seq), strings.Compare(h.algorithm, o.algorithm), strings.Compare(h.sum, o.sum))
}

// String returns the text, "" when not recorded.
func (h Head) String() string {
	if h.IsZero() {
		return ""
	}
	return h.algorithm + ":" + strconv.FormatUint(h.seq, 10) + ":" + hex.EncodeToString([]byte(h.sum))
}

// AppendText appends the text; it never fails.
func (h Head) AppendText(b []byte) ([]byte, error) { return append(b, h.String()...), nil }

// MarshalText returns the text; it never fails.
func (h Head) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText reads what MarshalText writes; empty text is a head not recorded. On an error the receiver keeps its value.
func (h *Head) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*h = Head{}
		return nil
	}
	parsed, err := ParseHead(string(text))
	if err == nil {
		*h = parsed
	}
	return err
}

// ValidatorValue gives validation tags the text, so that required works.
func (h Head) ValidatorValue() any { return h.String() }

// Value returns the text for the database, NULL when not recorded.
func (h Head) Value() (driver.Value, error) {
	if h.IsZero() {
		return nil, nil
	}
	return h.String(), nil
}

// Scan reads NULL or the text.
func (h *Head) Scan(src any) error {
	switch s := src.(type) {
	case nil:
		*h = Head{}
		return nil
	case string:
		return h.UnmarshalText([]byte(s))
	case []byte:
		return h.UnmarshalText(s)
	}
	return catalogue().New(ErrHead)
}
