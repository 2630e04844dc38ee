package guard

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// A row says what a package may import beside the standard library, and why not more. A pattern that
// ends in /... stands for a package and all below it; the first row that matches decides.
type row struct{ pkg, may, why string }

// Groups of the table. The leaves are what every other part may stand on; language tags come with fault and vocab,
// whose texts ask for one.
const (
	ground = "station/fault x/text/language station/cal station/money station/division station/vocab station/known"
	middle = ground + " station/measure"
	people = middle + " station/identity station/person"
	leaves = people + " station/sheet station/check"
	engine = "eligibility eligibility/statutes eligibility/assess eligibility/facts eligibility/facts/bind eligibility/rules eligibility/record eligibility/outline eligibility/timeline eligibility/combine " +
		"eligibility/wording eligibility/sql eligibility/batch eligibility/reform"
	law   = "eligibility " + people // an engine package stands on the words and the leaves
	cases = "casework casework/people casework/group casework/oversight"
)

const (
	whyFault  = "everything imports fault, so what it links everybody links"
	whyLeaf   = "a leaf is used without the rest of the house: a vendor who wants one value type gets only that"
	whyPerson = "identities stand on the value types and know no row, form or validator"
	whyEntity = "entities are built of leaves; siblings meet in the package that needs both"
	whyLaw    = "the law knows households and values, never the station that asks: it must be usable without one"
	whyActs   = "an act stands on the engine and the leaves; national and local law meet only in the caller's Statutes"
	whyCase   = "casework decides over its own history: which law is in force and what is reported is the caller's choice"
	whyReport = "reports are folded from records by tally; nothing below may know that it is reported"
	whyRender = "a renderer sees the finished document only, so no renderer can change a figure"
	whyCore   = "a core behind package zh knows digits or characters, and no code of fault: zh says what is wrong"
	whyKit    = "a kit or table is for its parent, and links nothing that the parent does not"
)

// importTable is section 3 of the design: data flows one way, from the leaves up.
var importTable = []row{
	{"station/fault", "x/text/language", whyFault},
	{"station/cal", "station/fault x/text/width", whyLeaf},
	{"station/money", "station/fault decimal", whyLeaf},
	{"station/division", "station/fault", whyLeaf},
	{"station/division/names", "station/division station/fault", whyKit},
	{"station/vocab", "station/fault x/text/language", whyLeaf},
	{"station/known", "station/fault", whyLeaf},
	{"station/measure", "station/fault station/vocab station/known station/money decimal", whyLeaf},
	{"station/identity", middle, whyPerson},
	{"station/person", middle + " station/identity", whyPerson},
	{"station/sheet", people + " x/text/width x/text/transform x/text/encoding/...", "rows are read into value types; judging them is check's work"},
	{"station/check", people + " validator", "the only door to validator: 3 MB and 12 s of cold build for whoever links it"},
	{"station/ledger", middle + " decimal station/ledger/chain", "the ledger holds value, not people, and knows no station: any fund can be booked with it"},
	{"station/ledger/chain", "station/fault", "a chain of records proves itself for any journal: it knows no entry"},
	{"station/ledger/books", middle + " station/ledger station/ledger/chain", "a book is read without being able to write it"},
	{"station/ledger/journal", middle + " station/ledger station/ledger/chain station/ledger/books",
		"posting judges entries; it makes no report and reads no form"},
	{"station/ledger/memory", "station/cal station/ledger station/ledger/chain station/ledger/journal", whyKit},
	{"station/ledger/instalment", middle + " station/ledger", "terms come in as values: the money of a contract is followed without knowing a contract or a book"},
	{"station/ledger/statement", middle + " station/ledger station/ledger/books station/ledger/chain", "what a ledger says is read without being able to write it"},
	{"station/ledger/chart", middle + " station/ledger station/ledger/books station/ledger/statement", "a chart is a view of a journal, and no journal knows one"},
	{"station/ledger/intake", middle + " decimal station/sheet station/ledger station/ledger/chain station/ledger/books station/ledger/journal",
		"rows become entries and are posted; who gave and who received are references there too"},
	{"station/ledger/ledgertest", middle + " station/ledger/...", whyKit},
	{"station/contract", leaves, whyEntity},
	{"station/collab", leaves, whyEntity},
	{"station", leaves + " station/contract station/collab", "a station is described without its books: value lives in the ledger alone"},
	{"eligibility", people, "the words of the engine: trees, values, acts and flat facts, without how they are joined or evaluated"},
	{"eligibility/statutes/internal/shelf", "eligibility station/cal station/division station/vocab",
		"what applies where, when and by what was known is found without reading what it says"},
	{"eligibility/statutes", law + " eligibility/statutes/internal/shelf", "the law of a place and day is found without evaluating it"},
	{"eligibility/assess/internal/program", law + " eligibility/statutes", "a law as a flat program: it is made here and run by assess"},
	{"eligibility/assess", law + " eligibility/statutes eligibility/assess/internal/program",
		"one law is evaluated; who a person is and how law is written down are others' work"},
	{"eligibility/facts/internal/tree", "", "JSON is taken apart without knowing what it describes"},
	{"eligibility/facts", law + " eligibility/facts/internal/tree", "a household is described for any law, and for none"},
	{"eligibility/facts/bind", law + " eligibility/statutes eligibility/facts", "a household becomes flat facts; who evaluates them is the caller's choice"},
	{"eligibility/batch/internal/column", "eligibility", "columns know facts and no law"},
	{"eligibility/batch/internal/program", "eligibility eligibility/batch/internal/column", "the machine runs what batch compiled and knows no act"},
	{"eligibility/batch", law + " eligibility/statutes eligibility/batch/internal/...",
		"columns are judged by an engine of their own, without a household or a decimal: assess is its oracle and so no part of it"},
	{"eligibility/combine", law + " eligibility/statutes", "what may be held together follows from assessments, whoever made them"},
	{"eligibility/wording", law + " eligibility/statutes", "words are found for findings; nothing is evaluated again"},
	{"eligibility/outline", law + " eligibility/statutes", "law is written down for review without a case to evaluate"},
	{"eligibility/sql", law + " eligibility/statutes", "an expression follows from the law alone: no database and no engine is near it"},
	{"eligibility/rules", law + " eligibility/statutes eligibility/assess", "a file is held to its own cases; beside which national law is the caller's choice"},
	{"eligibility/record", law + " eligibility/statutes eligibility/assess eligibility/rules", "what was assessed is assessed again, with facts in the form of rule files"},
	{"eligibility/timeline", law + " eligibility/statutes eligibility/assess eligibility/facts eligibility/facts/bind",
		"a household is seen day after day by the laws of these days"},
	{"eligibility/reform", law + " eligibility/statutes eligibility/assess eligibility/batch", "two laws are compared in columns and costed one by one"},
	{"eligibility/national/severe", law + " eligibility/facts", "a set of kinds and grades has its source and no act"},
	{"eligibility/national/internal/key", "eligibility", "names, without what they name"},
	{"eligibility/national/internal/text", law, "documents are cited by every subject and know none"},
	{"eligibility/national/internal/...", law + " eligibility/facts eligibility/national/severe eligibility/national/internal/key eligibility/national/internal/text",
		"subjects name each other's programmes and stand on none: they meet in national"},
	{"eligibility/national", law + " eligibility/statutes eligibility/facts eligibility/national/severe eligibility/national/internal/...", whyActs},
	{"eligibility/local", law + " eligibility/facts", whyActs},
	{"eligibility/eligibilitytest", law + " eligibility/statutes", whyKit},
	{"casework/screening", cases + " " + engine + " eligibility/national " + people, "the one bridge between a case and the national law"},
	{"casework/casetest", cases, whyKit},
	{"casework/memstore", cases, whyKit},
	{"casework/...", "station " + leaves + " " + engine + " " + cases, whyCase},
	{"reporting/zh/internal/digits", "station/money decimal", whyCore},
	{"reporting/zh/internal/...", "", whyCore},
	{"reporting/zh", "reporting/zh/internal/... station/fault station/cal station/money station/measure decimal x/text/width",
		"Chinese figures are of use to any program, without tables and documents"},
	{"reporting", leaves + " reporting/zh decimal x/text/language", whyReport},
	{"reporting/tally", "reporting station/... casework/...", whyReport},
	{"reporting/bulletin", "reporting reporting/tally station casework station/ledger", whyReport},
	{"reporting/render", "reporting reporting/zh station/sheet x/text/encoding/...", whyRender},
	{"reporting/docx", "reporting reporting/zh station/sheet x/text/encoding/...", whyRender},
	{"reporting/proofread", "reporting reporting/zh station/sheet x/text/encoding/...", whyRender},
	{"reporting/collation", "x/text/collate x/text/language", "collation tables weigh 1.6 MB, so who does not sort names must not link them"},
	{"examples/...", "...", "examples show how everything is composed"},
}

// longer gives the full paths of the short names in the table.
var longer = map[string]string{
	"decimal":   "github.com/shopspring/decimal",
	"validator": "github.com/go-playground/validator/v10",
}

// A never is a pair that must not be linked even through others; since a module that obeys the table links
// no more than the table allows, it is proved on the table.
type never struct{ from, to, why string }

var nevers = []never{
	{"station/fault", "decimal", whyFault},
	{"station/fault", "station/...", whyFault},
	{"station/division", "station/division/names", "the gazetteer is linked only if imported"},
	{"station/sheet", "validator", "reading rows must not cost a validator"},
	{"station/identity", "validator", whyPerson},
	{"station/ledger", "validator", "a ledger must not cost a validator"},
	{"station/ledger", "station", "any fund can be booked with it"},
	{"station", "station/ledger", "value lives in the ledger alone"},
	{"eligibility", "station", whyLaw},
	{"eligibility", "validator", whyLaw},
	{"eligibility", "eligibility/statutes", "words without how they are joined"},
	{"eligibility/statutes", "eligibility/assess", "the law is found without evaluating it"},
	{"eligibility/statutes", "eligibility/facts", "the law names facts by key, never a model of people"},
	{"eligibility/assess", "eligibility/facts", "flat facts come from any model of people"},
	{"eligibility/assess", "eligibility/batch/...", "the two engines are compared, so neither stands on the other"},
	{"eligibility/batch", "eligibility/assess", "the two engines are compared, so neither stands on the other"},
	{"eligibility/batch", "eligibility/facts", "columns come from any table"},
	{"eligibility/facts", "eligibility/statutes", "a household is described for any law"},
	{"eligibility/facts", "eligibility/assess", "a household is described for any engine"},
	{"eligibility/facts/bind", "eligibility/assess", "a household is described for any engine"},
	{"eligibility/sql", "eligibility/assess", "an expression follows from the law alone"},
	{"eligibility/outline", "eligibility/assess", "law is reviewed without a case"},
	{"eligibility/wording", "eligibility/assess", "words evaluate nothing"},
	{"eligibility/combine", "eligibility/assess", "assessments come from any engine"},
	{"eligibility/record", "eligibility/national", "which law is in force is the caller's choice"},
	{"eligibility/timeline", "eligibility/national", "which law is in force is the caller's choice"},
	{"eligibility/reform", "eligibility/national", "which laws are compared is the caller's choice"},
	{"eligibility/record", "eligibility/local", "which law is in force is the caller's choice"},
	{"eligibility/timeline", "eligibility/local", "which law is in force is the caller's choice"},
	{"eligibility/reform", "eligibility/local", "which laws are compared is the caller's choice"},
	{"eligibility/record", "validator", whyLaw},
	{"eligibility/timeline", "validator", whyLaw},
	{"eligibility/reform", "validator", whyLaw},
	{"eligibility/timeline", "station", whyLaw},
	{"eligibility/national", "eligibility/assess", "an act is data, whoever evaluates it"},
	{"eligibility/national", "eligibility/local", whyActs},
	{"eligibility/local", "eligibility/national", whyActs},
	{"casework", "eligibility/national", whyCase},
	{"casework", "reporting/...", whyCase},
	{"casework", "station/ledger", whyCase},
	{"reporting/zh", "validator", "figures must not cost a validator"},
	{"reporting/zh", "reporting", "figures without tables"},
	{"reporting", "casework/...", whyReport},
	{"reporting", "station/ledger", whyReport},
	{"reporting/render", "casework/...", whyRender},
	{"reporting", "x/text/collate", "only reporting/collation links it"},
	{"casework", "x/text/collate", "only reporting/collation links it"},
}

// full is a table word as an import path, or as a pattern of import paths.
func full(word string) string {
	switch {
	case word == "...":
		return word
	case longer[word] != "":
		return longer[word]
	case strings.HasPrefix(word, "x/text"):
		return "golang.org/" + word
	}
	return module + "/" + word
}

func match(pattern, path string) bool {
	below, subtree := strings.CutSuffix(pattern, "...")
	return pattern == path || subtree && (path+"/" == below || strings.HasPrefix(path, below))
}

func find(table []row, path string) (row, bool) {
	for _, r := range table {
		if match(full(r.pkg), path) {
			return r, true
		}
	}
	return row{}, false
}

// imports reports every import that the table does not allow.
func imports(tr *tree) (checked int, found []finding) {
	for _, p := range tr.pkgs {
		if len(p.files) == 0 {
			continue
		}
		r, listed := find(importTable, module+"/"+p.dir)
		if !listed {
			found = append(found, tr.at(p.files[0].ast.Package, "package %s is not in the import table", p.dir))
		}
		for _, f := range p.files {
			for _, s := range f.ast.Imports {
				checked++
				path := importPath(s)
				if s.Name != nil && s.Name.Name == "." {
					found = append(found, tr.at(s.Pos(), "dot import: a reader cannot see where a name comes from"))
				}
				if standard(path) || !listed || r.allows(path) {
					continue
				}
				found = append(found, tr.at(s.Pos(), "%s may not import %s: %s", p.dir, strings.TrimPrefix(path, module+"/"), r.why))
			}
		}
	}
	return checked, found
}

// standard reports whether the path is the standard library's: no dot in its first element.
func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}

func (r row) allows(path string) bool {
	return slices.ContainsFunc(strings.Fields(r.may), func(w string) bool { return match(full(w), path) })
}

func TestImports(t *testing.T) { stand(t, "imports", imports) }

// reach returns the patterns that a package of this row can link through the table.
func reach(table []row, r row) []string {
	seen := map[string]bool{}
	var walk func(r row)
	walk = func(r row) {
		for _, w := range strings.Fields(r.may) {
			if seen[w] {
				continue
			}
			seen[w] = true
			for _, below := range table {
				if w != "..." && (match(full(w), full(below.pkg)) || match(full(below.pkg), full(w))) {
					walk(below)
				}
			}
		}
	}
	walk(r)
	return slices.Sorted(maps.Keys(seen))
}

func proveTable(table []row) (problems []string) {
	for _, n := range nevers {
		r, ok := find(table, full(n.from))
		if !ok {
			problems = append(problems, n.from+" has no row")
			continue
		}
		for _, w := range reach(table, r) {
			if match(full(n.to), full(w)) || match(full(w), full(n.to)) {
				problems = append(problems, n.from+" can link "+w+": "+n.why)
			}
		}
	}
	for _, r := range table {
		if r.why == "" {
			problems = append(problems, r.pkg+" has no reason")
		}
	}
	return problems
}

func TestImportTable(t *testing.T) {
	for _, p := range proveTable(importTable) {
		t.Error(p)
	}
	for from, to := range map[string]string{
		"station/sheet": "station/check", "casework/people": "casework/screening", "station/contract": "station/ledger",
		"reporting/zh": "reporting", "eligibility/facts": "eligibility/facts/bind", "eligibility/reform": "eligibility/national",
		"eligibility/batch": "eligibility/rules", "eligibility/timeline": "station/contract",
	} {
		planted := append([]row{{from, importTable[slices.IndexFunc(importTable, func(r row) bool {
			return match(full(r.pkg), full(from))
		})].may + " " + to, "planted"}}, importTable...)
		if len(proveTable(planted)) == 0 {
			t.Errorf("%s importing %s links what it must not, and the proof does not see it", from, to)
		}
	}
}
