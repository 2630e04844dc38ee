package chain_test

import (
	"context"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"hash"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger/chain"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// list is a reader over a slice; it fails after bad records if bad is not negative.
type list struct {
	records []chain.Record
	bad     int
}

var errDisk = errors.New("the disk is gone")

func (l list) Records(_ context.Context, from, to uint64) iter.Seq2[chain.Record, error] {
	return func(yield func(chain.Record, error) bool) {
		for i, r := range l.records {
			if l.bad == i {
				yield(chain.Record{}, errDisk)
				return
			}
			if r.Seq >= from && (to == 0 || r.Seq <= to) && !yield(r, nil) {
				return
			}
		}
	}
}

func at(i int) time.Time { return time.Date(2026, 3, 5, 8, 0, i, 0, time.UTC) }

// grow seals n records after the genesis; heads[i] is the head after i records.
func grow(c chain.Chain, n int, change func(i int, body []byte) []byte) (records []chain.Record, heads []chain.Head) {
	heads = []chain.Head{c.Genesis()}
	for i := 1; i <= n; i++ {
		body := fmt.Appendf(nil, "body %d", i)
		if change != nil {
			body = change(i, body)
		}
		r, h := c.Seal(heads[i-1], at(i), body)
		records, heads = append(records, r), append(heads, h)
	}
	return records, heads
}

func clone(records []chain.Record) []chain.Record {
	out := slices.Clone(records)
	for i := range out {
		out[i].Body, out[i].Hash = slices.Clone(out[i].Body), slices.Clone(out[i].Hash)
	}
	return out
}

func TestTampering(t *testing.T) {
	c := chain.SHA256("county")
	records, heads := grow(c, 8, nil)
	other, _ := grow(chain.SHA256("town"), 8, nil)
	rehashed, _ := grow(c, 8, func(i int, body []byte) []byte {
		if i == 4 {
			return []byte("something else")
		}
		return body
	})
	inserted := append(clone(records[:3]), append([]chain.Record{records[2]}, records[3:]...)...)
	for i := range inserted {
		inserted[i].Seq = uint64(i) + 1
	}
	edit := func(f func([]chain.Record) []chain.Record) []chain.Record { return f(clone(records)) }
	for name, tt := range map[string]struct {
		records         []chain.Record
		alone, anchored fault.Code
	}{
		"untouched": {records, "", ""},
		"body changed": {edit(func(r []chain.Record) []chain.Record { r[3].Body[0] = 'B'; return r }),
			chain.ErrHash, chain.ErrHash},
		"time changed": {edit(func(r []chain.Record) []chain.Record { r[3].At++; return r }), chain.ErrHash,
			chain.ErrHash},
		"hash changed": {edit(func(r []chain.Record) []chain.Record { r[3].Hash[0] ^= 1; return r }), chain.ErrHash,
			chain.ErrHash},
		"hash cut": {edit(func(r []chain.Record) []chain.Record { r[3].Hash = r[3].Hash[:16]; return r }),
			chain.ErrHash, chain.ErrHash},
		"swapped": {edit(func(r []chain.Record) []chain.Record { r[3], r[4] = r[4], r[3]; return r }),
			chain.ErrGap, chain.ErrGap},
		"swapped, renumbered": {edit(func(r []chain.Record) []chain.Record {
			r[3], r[4] = r[4], r[3]
			r[3].Seq, r[4].Seq = 4, 5
			return r
		}), chain.ErrHash, chain.ErrHash},
		"removed in the middle": {edit(func(r []chain.Record) []chain.Record { return slices.Delete(r, 3, 4) }),
			chain.ErrGap, chain.ErrGap},
		"removed at the start": {edit(func(r []chain.Record) []chain.Record { return r[1:] }), chain.ErrGap,
			chain.ErrGap},
		"removed at the end":   {records[:7], "", chain.ErrShort},
		"all removed":          {nil, "", chain.ErrShort},
		"inserted":             {append(clone(records[:3]), records[2:]...), chain.ErrGap, chain.ErrGap},
		"inserted, renumbered": {inserted, chain.ErrHash, chain.ErrHash},
		"hashed anew from 4":   {rehashed, "", chain.ErrAnchor},
		"another book":         {other, chain.ErrHash, chain.ErrHash},
	} {
		t.Run(name, func(t *testing.T) {
			for _, run := range []struct {
				want    fault.Code
				anchors []chain.Head
			}{{tt.alone, nil}, {tt.anchored, []chain.Head{heads[8]}}} {
				_, err := c.Verify(context.Background(), list{tt.records, -1}, c.Genesis(), run.anchors...)
				if run.want == "" && err != nil || run.want != "" && !errors.Is(err, run.want) {
					t.Errorf("with %d anchors: %v, want %q", len(run.anchors), err, run.want)
				}
			}
		})
	}
}

func TestVerifyFromCheckpoint(t *testing.T) {
	c := chain.SHA256("county")
	records, heads := grow(c, 8, nil)
	ctx := context.Background()
	head, err := c.Verify(ctx, list{records, -1}, heads[5], heads[5], heads[7], heads[6])
	if err != nil || head != heads[8] {
		t.Errorf("from 5: %v, %v", head, err)
	}
	if _, err := c.Verify(ctx, list{records[:5], -1}, heads[5], heads[7]); !errors.Is(err, chain.ErrShort) {
		t.Errorf("nothing after the checkpoint: %v", err)
	}
	wrong := chain.MustParseHead("sha256:5:" + strings.Repeat("ab", 32))
	far := chain.MustParseHead("sha256:6:" + strings.Repeat("ab", 32))
	foreign := chain.MustParseHead("sm3:6:" + strings.Repeat("ab", 32))
	for name, tt := range map[string]struct {
		from    chain.Head
		anchors []chain.Head
		want    string
	}{
		"anchor before the checkpoint": {heads[5], []chain.Head{heads[7], heads[4]},
			"anchors[1]: record 4 differs from the head kept outside [CHAIN-ANCHOR]"},
		"another head at the checkpoint": {heads[5], []chain.Head{wrong},
			"anchors[0]: record 5 differs from the head kept outside [CHAIN-ANCHOR]"},
		"anchor of another algorithm": {heads[5], []chain.Head{foreign},
			"anchors[0]: record 6 differs from the head kept outside [CHAIN-ANCHOR]"},
		"anchor that the chain misses": {heads[5], []chain.Head{far},
			"record 6 differs from the head kept outside [CHAIN-ANCHOR]"},
		"checkpoint of another algorithm": {foreign, nil,
			"from: the hash function is missing or another one [CHAIN-ALGORITHM]"},
		"checkpoint never recorded": {chain.Head{}, nil,
			"from: the hash function is missing or another one [CHAIN-ALGORITHM]"},
		"wrong checkpoint": {wrong, nil, "record 6 is not what was recorded [CHAIN-HASH]"},
	} {
		if _, err := c.Verify(ctx, list{records, -1}, tt.from, tt.anchors...); err == nil || err.Error() != tt.want {
			t.Errorf("%s: %v, want %s", name, err, tt.want)
		}
	}
}

func TestVerifierStopsForGood(t *testing.T) {
	c := chain.SHA256("county")
	records, heads := grow(c, 3, nil)
	v, err := c.Verifier(c.Genesis(), heads[3])
	if err != nil {
		t.Fatal(err)
	}
	bad := records[0]
	bad.At++
	if err := v.Next(bad); !errors.Is(err, chain.ErrHash) {
		t.Errorf("changed record: %v", err)
	}
	if err := v.Next(records[0]); !errors.Is(err, chain.ErrGap) {
		t.Errorf("after a refusal: %v", err)
	}
	if v.Head() != heads[0] || !errors.Is(v.Done(), chain.ErrShort) {
		t.Errorf("head %v, done %v", v.Head(), v.Done())
	}
}

func TestVerifyPassesErrorsOn(t *testing.T) {
	c := chain.SHA256("county")
	records, heads := grow(c, 1100, nil)
	if head, err := c.Verify(context.Background(), list{records, 5}, c.Genesis()); !errors.Is(err,
		errDisk) || head != heads[5] {
		t.Errorf("a reader that fails: %v, %v", head, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, n := range []int{3, 1100} {
		if _, err := c.Verify(ctx, list{records[:n], -1}, c.Genesis()); !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled, %d records: %v", n, err)
		}
	}
	if _, err := (chain.Chain{}).Verify(context.Background(), list{}, heads[0]); err == nil {
		t.Error("a chain without a hash was used")
	}
}

func TestValidate(t *testing.T) {
	long := strings.Repeat("x", 65)
	for _, tt := range []struct {
		chain chain.Chain
		want  []string
	}{
		{chain.SHA256("county"), nil},
		{chain.Chain{"a", "sm3", sha256.New}, nil},
		{chain.Chain{}, []string{"name CHAIN-NAME", "algorithm CHAIN-ALGORITHM", "new CHAIN-ALGORITHM"}},
		{chain.Chain{long, "SHA", sha256.New}, []string{"name CHAIN-NAME", "algorithm CHAIN-ALGORITHM"}},
		{chain.Chain{"a", strings.Repeat("s", 17), sha256.New}, []string{"algorithm CHAIN-ALGORITHM"}},
	} {
		var got []string
		for _, f := range fault.Of(tt.chain.Validate()) {
			got = append(got, f.Path()+" "+string(f.Code()))
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Error(d)
		}
	}
}

// The chain of an independent reading of the package comment.
func TestSealIsAsDocumented(t *testing.T) {
	c := chain.Chain{"县账", "sha512", sha512.New}
	records, heads := grow(c, 2, nil)
	sum := func(parts ...any) []byte {
		h := sha512.New()
		for _, p := range parts {
			switch p := p.(type) {
			case string:
				h.Write([]byte(p))
			case []byte:
				binary.Write(h, binary.BigEndian, uint32(len(p)))
				h.Write(p)
			default:
				binary.Write(h, binary.BigEndian, p)
			}
		}
		return h.Sum(nil)
	}
	h0 := sum("shegong-chain", uint16(1), []byte("sha512"), []byte("县账"))
	h1 := sum("shegong-chain", uint16(1), uint64(1), at(1).UnixMilli(), h0, []byte("body 1"))
	h2 := sum("shegong-chain", uint16(1), uint64(2), at(2).UnixMilli(), h1, []byte("body 2"))
	for i, want := range [][]byte{h0, h1, h2} {
		if string(heads[i].Sum()) != string(want) || heads[i].Seq() != uint64(i) || heads[i].Algorithm() != "sha512" {
			t.Errorf("head %d is %v", i, heads[i])
		}
	}
	if string(records[1].Hash) != string(h2) || !records[1].Time().Equal(at(2)) || records[1].Time().Location() != time.UTC {
		t.Errorf("record %+v", records[1])
	}
}

// Heads of a frozen version stay what they are for ever. The third function stands in for any other that is plugged in.
func TestGolden(t *testing.T) {
	var b strings.Builder
	for _, c := range []chain.Chain{chain.SHA256("county"), {"county", "sha512", sha512.New}, {"county", "toy", newToy}} {
		_, heads := grow(c, 3, nil)
		for _, h := range heads {
			fmt.Fprintln(&b, h)
		}
	}
	name := filepath.Join("testdata", "heads.txt")
	if *update {
		if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), b.String()); d != "" {
		t.Error(d)
	}
}

// toy is a hash that is not in the standard library: the first half of SHA-256 of a prefixed text.
type toy struct{ hash.Hash }

func newToy() hash.Hash           { h := sha256.New(); h.Write([]byte("toy")); return toy{h} }
func (t toy) Reset()              { t.Hash.Reset(); t.Write([]byte("toy")) }
func (t toy) Size() int           { return 16 }
func (t toy) Sum(b []byte) []byte { return append(b, t.Hash.Sum(nil)[:16]...) }
func (t toy) BlockSize() int      { return t.Hash.BlockSize() }
