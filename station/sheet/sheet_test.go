package sheet_test

import (
	"encoding/csv"
	"io"
	"testing"

	"github.com/shegong/shegong/station/vocab"
)

type kind string

func kinds() vocab.List[kind] {
	type entry = vocab.Entry[kind]
	return vocab.New("岗位类别", "kind of post",
		entry{Key: "front_line", ZH: "一线社工", EN: "front line", Aliases: []string{"驻站社工"}},
		entry{Key: "supervisor", ZH: "督导", EN: "supervisor"},
		entry{Key: "guest", ZH: "督导（外聘）", EN: "guest supervisor"},
		entry{Key: "one", ZH: "甲类", EN: "Same"}, entry{Key: "two", ZH: "乙类", EN: "SAME"},
	)
}

// readAll reads the first row as encoding/csv alone does.
func readAll(t *testing.T, r io.Reader) []string {
	t.Helper()
	row, err := csv.NewReader(r).Read()
	if err != nil {
		t.Fatal(err)
	}
	return row
}
