// Package division changes its variables in every way.
package division

import (
	"strings"
	"sync"
	"sync/atomic"
)

// Names is exported.
var Names = []string{"省"}

var (
	calls   int
	cache   = map[string]int{}
	list    = []int{1, 2, 3}
	point   struct{ x int }
	grid    [4][4]int
	mu      sync.Mutex
	count   atomic.Int64
	pool    = &sync.Pool{}
	queue   = make(chan int)
	builder strings.Builder
	shared  = []string{"a"}
	levels  = []string{"省", "市"}
)

// These stand: written once, or never changed and never handed out.
var (
	once     = sync.OnceValue(func() int { return 1 })
	table    = [...]string{"省", "市", "县"}
	words    = map[string]int{"省": 2}
	replacer = strings.NewReplacer("省", "市")
	_        = words
)

func change(k string, local []int) int {
	calls++
	cache[k] = 1
	delete(cache, k)
	list = append(list, 4)
	clear(list)
	point.x = 2
	grid[1][2] = 3
	p := &point
	p.x = 3
	hand(&grid)
	mu.Lock()
	count.Add(1)
	builder.WriteString(k)
	for calls = range list {
	}
	copy(list[1:], local)
	return p.x
}

func hand(*[4][4]int) {}

func handOut() []string { return shared }

func alias() string {
	mine := levels
	ours := mine[:1]
	ours[0] = "国"
	return mine[0]
}

func harmlessAlias(long bool) int {
	list := levels[:]
	first := &table[0]
	if *first == "" {
		return 0
	}
	if long {
		list = table[:]
	}
	return len(list)
}

func read(k string) int {
	list := []int{1}
	list[0] = 2 // a local of the same name
	n := once()
	for _, name := range table {
		n += words[name] + len(replacer.Replace(k))
	}
	return n + list[0]
}
