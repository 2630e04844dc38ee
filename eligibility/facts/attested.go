package facts

import (
	"encoding/json"
	"fmt"

	"github.com/shegong/shegong/eligibility"
)

// Attested is a fact with its evidence (有依据的事实), or a fact that nobody knows. The zero value is unknown. An Attested is
// immutable, and comparable when T is.
//
// In JSON it is {"value": …, "evidence": "documented"}; unknown is null or, with omitzero, absent. Evidence is never
// left out.
type Attested[T any] struct {
	value    T
	evidence eligibility.Evidence
	known    bool
}

// Of is the fact v, known by evidence e.
func Of[T any](v T, e eligibility.Evidence) Attested[T] { return Attested[T]{v, e, true} }

// Stated is a fact that the family stated (本人陈述).
func Stated[T any](v T) Attested[T] { return Of(v, eligibility.Stated) }

// Documented is a fact of which a paper was seen (书面材料).
func Documented[T any](v T) Attested[T] { return Of(v, eligibility.Documented) }

// Checked is a fact found by data matching (信息核对).
func Checked[T any](v T) Attested[T] { return Of(v, eligibility.CrossChecked) }

// Visited is a fact seen at home (入户调查).
func Visited[T any](v T) Attested[T] { return Of(v, eligibility.HomeVisit) }

// Get returns the fact and whether it is known; the zero T when it is not.
func (a Attested[T]) Get() (T, bool) { return a.value, a.known }

// Known reports whether the fact is known.
func (a Attested[T]) Known() bool { return a.known }

// IsZero reports whether the fact is unknown; the JSON option omitzero asks it.
func (a Attested[T]) IsZero() bool { return !a.known }

// Evidence returns how the fact is known, "" when it is not.
func (a Attested[T]) Evidence() eligibility.Evidence { return a.evidence }

// Format prints a known fact exactly as T is printed with the same verb, so that whatever T masks stays masked, and 不详
// otherwise.
func (a Attested[T]) Format(s fmt.State, verb rune) {
	if !a.known {
		_, _ = s.Write([]byte("不详"))
		return
	}
	_, _ = fmt.Fprintf(s, fmt.FormatString(s, verb), a.value)
}

// MarshalJSON returns the fact with its evidence, or null.
func (a Attested[T]) MarshalJSON() ([]byte, error) {
	if !a.known {
		return []byte("null"), nil
	}
	value, err := json.Marshal(a.value)
	if err != nil {
		return nil, err
	}
	if string(value) == "null" { // a known list of nothing
		value = []byte("[]")
	}
	return json.Marshal(struct {
		Value    json.RawMessage      `json:"value"`
		Evidence eligibility.Evidence `json:"evidence"`
	}{value, a.evidence})
}

// UnmarshalJSON reads a fact as strictly as a Household is read. On an error a keeps its value.
func (a *Attested[T]) UnmarshalJSON(data []byte) error {
	var b Attested[T]
	if err := read(data, &b); err != nil {
		return err
	}
	*a = b
	return nil
}
