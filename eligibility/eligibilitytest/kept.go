package eligibilitytest

import "sync"

// Kept keeps what was made of the laws that a test used last, their engines for instance, so that it is not made for
// every question. The zero value is ready. It is safe for concurrent use.
type Kept[K comparable, V any] struct {
	mu sync.Mutex
	of map[K]V
}

const mostKept = 64

// Of returns what made makes of k, or has made before. It panics where that fails.
func (s *Kept[K, V]) Of(k K, made func(K) (V, error)) V {
	s.mu.Lock()
	defer s.mu.Unlock()
	if v, ok := s.of[k]; ok {
		return v
	}
	v, err := made(k)
	if err != nil {
		panic(err)
	}
	if len(s.of) >= mostKept || s.of == nil {
		s.of = make(map[K]V)
	}
	s.of[k] = v
	return v
}
