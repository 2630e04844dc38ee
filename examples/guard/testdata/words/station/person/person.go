// Package person has words without names.
package person

import "github.com/shegong/shegong/station/vocab"

// Posture is an enumeration with a list that forgets one word.
type Posture string

const (
	Sitting Posture = "sitting"
	Lying   Posture = "lying"
)

type pose = Posture

// Postures is registered under an alias and badly named.
func Postures() vocab.List[pose] { return vocab.List[pose]{} }

// Gait is an enumeration without a list.
type Gait string

const Slow Gait = "slow"

// Gaits is not registered.
func Gaits() vocab.List[Gait] { return vocab.List[Gait]{} }
