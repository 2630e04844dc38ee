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
