package chain_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/shegong/shegong/station/ledger/chain"
)

func ExampleChain() {
	c := chain.SHA256("双湖镇社工站")
	day := time.Date(2026, 3, 5, 9, 0, 0, 0, time.UTC)
	first, head := c.Seal(c.Genesis(), day, []byte("收到补助 1000.00"))
	second, anchor := c.Seal(head, day.Add(time.Hour), []byte("支出 300.00"))

	// The anchor is printed on the monthly report. Later somebody removes the last record:
	_, err := c.Verify(context.Background(), list{[]chain.Record{first}, -1}, c.Genesis())
	fmt.Println("without the anchor:", err)
	_, err = c.Verify(context.Background(), list{[]chain.Record{first}, -1}, c.Genesis(), anchor)
	fmt.Println("with the anchor:", err)

	verified, err := c.Verify(context.Background(), list{[]chain.Record{first, second}, -1}, c.Genesis(), anchor)
	fmt.Println(verified.Seq(), err)
	// Output:
	// without the anchor: <nil>
	// with the anchor: the chain ends at 1, the head kept outside is 2: records were removed at the end [CHAIN-SHORT]
	// 2 <nil>
}

func BenchmarkVerify(b *testing.B) {
	c := chain.SHA256("county")
	records, _ := grow(c, 1000, func(int, []byte) []byte { return make([]byte, 250) })
	v, err := c.Verifier(c.Genesis())
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%len(records) == 0 {
			v, _ = c.Verifier(c.Genesis())
		}
		if err := v.Next(records[i%len(records)]); err != nil {
			b.Fatal(err)
		}
	}
}

func TestNextDoesNotAllocate(t *testing.T) {
	c := chain.SHA256("county")
	records, _ := grow(c, 200, nil)
	v, err := c.Verifier(c.Genesis())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range records[:50] {
		if err := v.Next(r); err != nil {
			t.Fatal(err)
		}
	}
	i := 50
	if n := testing.AllocsPerRun(100, func() {
		if err := v.Next(records[i]); err != nil {
			t.Fatal(err)
		}
		i++
	}); n > 0 {
		t.Errorf("%v allocations a record", n)
	}
}
