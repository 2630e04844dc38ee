package names

import (
	"bufio"
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/binary"
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/shegong/shegong/station/division"
)

var (
	update = flag.Bool("update", false, "write names.bin from the bureau's lists")
	lists  = flag.String("csv", "", "folder of provinces.csv, cities.csv, areas.csv and streets.csv")
)

// readLists reads the bureau's lists as they come, one map for all levels.
func readLists(t testing.TB, dir string) map[division.Code]string {
	t.Helper()
	rows := map[division.Code]string{}
	for _, file := range []string{"provinces.csv", "cities.csv", "areas.csv", "streets.csv"} {
		f, err := os.Open(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		records, err := csv.NewReader(bufio.NewReader(f)).ReadAll()
		if err != nil || len(records) < 2 {
			t.Fatalf("%s: %d records, %v", file, len(records), err)
		}
		for _, r := range records[1:] {
			c, err := division.Parse(r[0])
			if err != nil {
				t.Fatalf("%s: %s: %v", file, r[0], err)
			}
			if name, twice := rows[c]; twice && name != r[1] {
				t.Fatalf("%s: %s is %s and %s", file, r[0], name, r[1])
			}
			rows[c] = r[1]
		}
	}
	return rows
}

// pack writes the form that unpack reads.
func pack(t testing.TB, rows map[division.Code]string) []byte {
	t.Helper()
	codes := make([]division.Code, 0, len(rows))
	for c := range rows {
		codes = append(codes, c)
	}
	slices.SortFunc(codes, division.Code.Compare)
	plain := binary.AppendUvarint(nil, uint64(len(codes)))
	last := int64(0)
	for _, c := range codes {
		key := c.Number() / 1000
		plain, last = binary.AppendUvarint(plain, uint64(key-last)), key
	}
	for _, c := range codes {
		plain = append(append(plain, rows[c]...), '\n')
	}
	return deflate(t, plain)
}

func deflate(t testing.TB, plain []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(plain); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// tableDigest was computed without Go from the bureau's lists: the four files' codes cut or padded to nine digits,
// repeated lines dropped, sorted, each line "code,name", by sha256sum.
const tableDigest = "56cf690d55b24cb9194f309c80c7accb91a45ff3f74d6209d5b5d3c158afbcef"

func TestTable(t *testing.T) {
	if *update {
		if err := os.WriteFile("names.bin", pack(t, readLists(t, *lists)), 0o644); err != nil {
			t.Fatal(err)
		}
		t.Skip("names.bin written; run again to check it")
	}
	if len(packed) > 400_000 {
		t.Errorf("the embedded table has %d bytes", len(packed))
	}
	sum := sha256.New()
	var last division.Code
	for c, name := range All() {
		if c.IsZero() || last.Compare(c) >= 0 {
			t.Fatalf("%v does not follow %v", c, last)
		}
		fmt.Fprintf(sum, "%s,%s\n", c.Padded12()[:9], name)
		last = c
	}
	if got := fmt.Sprintf("%x", sum.Sum(nil)); got != tableDigest {
		t.Errorf("digest of the table is %s, of the lists %s", got, tableDigest)
	}
}

func TestPackedFixtureUnpacks(t *testing.T) {
	rows := readLists(t, "testdata/lists")
	g, err := unpack(string(pack(t, rows)))
	if err != nil || len(g.keys) != len(rows) {
		t.Fatalf("%v, %d rows of %d", err, len(g.keys), len(rows))
	}
	for c, name := range rows {
		if i, ok := g.find(c); !ok || g.name(i) != name || g.code(i) != c {
			t.Errorf("%v %s is not found", c, name)
		}
	}
	if empty, err := unpack(string(pack(t, nil))); err != nil || len(empty.keys) != 0 {
		t.Errorf("an empty table unpacks to %v, %v", empty, err)
	}
}

func TestDamagedTablesAreRefused(t *testing.T) {
	whole := string(pack(t, readLists(t, "testdata/lists")))
	for n := 0; n < len(whole); n += 1 + n/50 {
		if _, err := unpack(whole[:n]); err == nil {
			t.Fatalf("the first %d of %d bytes unpack", n, len(whole))
		}
	}
	for name, plain := range map[string][]byte{
		"nothing":        {},
		"too many rows":  binary.AppendUvarint(nil, maxRows+1),
		"endless number": bytes.Repeat([]byte{0xff}, 20),
		"missing keys":   {2, 1},
		"missing name":   {2, 1, 1, 'a', '\n'},
		"a name more":    {1, 1, 'a', '\n', 'b', '\n'},
		"no line feed":   {1, 1, 'a'},
		"text behind":    {1, 1, 'a', '\n', 'b'},
	} {
		if _, err := unpack(string(deflate(t, plain))); err == nil {
			t.Errorf("%s: unpacks", name)
		}
	}
}

func BenchmarkUnpack(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := unpack(packed); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkIndex(b *testing.B) {
	t := table()
	b.ReportAllocs()
	for b.Loop() {
		_ = newIndex(t)
	}
}

func BenchmarkLookup(b *testing.B) {
	c := division.MustParse("350627109")
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := Lookup(c); !ok {
			b.Fatal()
		}
	}
}

func BenchmarkFull(b *testing.B) {
	c := division.MustParse("350627109")
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := Full(c); !ok {
			b.Fatal()
		}
	}
}

func BenchmarkFind(b *testing.B) {
	for _, text := range []string{"福建省漳州市南靖县船场镇", "福建漳州南靖", "朝阳"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if Find(text) == nil {
					b.Fatal()
				}
			}
		})
	}
}

func BenchmarkChildren(b *testing.B) {
	c := division.MustParse("350627")
	b.ReportAllocs()
	for b.Loop() {
		for range Children(c) {
		}
	}
}
