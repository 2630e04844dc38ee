package guard

import (
	"bufio"
	"cmp"
	"go/ast"
	"go/constant"
	"go/types"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

const faultPath = module + "/station/fault"

// A code is one fault code with its texts.
type code struct {
	text, zh, en string
	declared     finding
}

func (c code) String() string { return c.text + "\t" + c.zh + "\t" + c.en }

// collect returns the codes that the tree declares and the mistakes in them.
func collect(tr *tree) (codes []code, found []finding) {
	tr.check()
	owner := map[string]string{}
	for _, p := range tr.pkgs {
		if p.info == nil {
			continue
		}
		texts := catalogueTexts(p)
		for id, obj := range p.info.Defs {
			c, ok := obj.(*types.Const)
			if !ok || !isNamed(c.Type(), faultPath, "Code") {
				continue
			}
			name := constant.StringVal(c.Val())
			at := tr.at(id.Pos(), "")
			say := func(what string) { found = append(found, finding{at.file, at.line, name + what}) }
			if other := owner[name]; other != "" {
				say(" is also declared in " + min(other, p.dir) + " or " + max(other, p.dir))
			}
			owner[name] = p.dir
			if prefix := strings.ToUpper(path.Base(p.dir)) + "-"; !strings.HasPrefix(name, prefix) {
				say(" does not begin with " + prefix)
			}
			t, ok := texts[name]
			switch {
			case !ok:
				say(" has no text in the catalogue")
			case !strings.ContainsFunc(t.zh, han):
				say(" has no Chinese text")
			case !english(t.en):
				say(" has no English text")
			}
			codes = append(codes, code{name, t.zh, t.en, at})
		}
	}
	slices.SortFunc(codes, func(a, b code) int {
		return cmp.Or(cmp.Compare(a.text, b.text), cmp.Compare(a.declared.file, b.declared.file))
	})
	return codes, found
}

// catalogueTexts reads the literals of type fault.Text in a package.
func catalogueTexts(p *pkg) map[string]code {
	texts := map[string]code{}
	for e, tv := range p.info.Types {
		lit, ok := e.(*ast.CompositeLit)
		if !ok || !isNamed(tv.Type, faultPath, "Text") {
			continue
		}
		v := literal(p.info, lit, "Code", "ZH", "EN")
		texts[v[0]] = code{text: v[0], zh: v[1], en: v[2]}
	}
	return texts
}

// literal returns the constant strings of the named fields of a composite literal.
func literal(info *types.Info, lit *ast.CompositeLit, fields ...string) []string {
	out := make([]string, len(fields))
	for i, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			i, e = slices.Index(fields, kv.Key.(*ast.Ident).Name), kv.Value
		}
		if v := info.Types[e].Value; 0 <= i && i < len(out) && v != nil && v.Kind() == constant.String {
			out[i] = constant.StringVal(v)
		}
	}
	return out
}

func han(r rune) bool { return unicode.Is(unicode.Han, r) }

// english reports whether the text is ASCII but for the few Chinese terms an English sentence may cite.
func english(s string) bool {
	ascii := 0
	for _, r := range s {
		if r <= unicode.MaxASCII {
			ascii++
		}
	}
	return ascii > 2*(utf8.RuneCountInString(s)-ascii)
}

// codesAgainst compares the codes of a tree with a golden file of lines: code, Chinese text, English text.
func codesAgainst(goldenFile string) guard {
	return func(tr *tree) (checked int, found []finding) {
		codes, found := collect(tr)
		if len(codes) == 0 {
			return 0, found
		}
		want, seen := readCodes(goldenFile), map[string]bool{}
		name := filepath.ToSlash(goldenFile)
		for _, c := range codes {
			line, ok := want[c.text]
			switch {
			case !ok:
				found = append(found, finding{c.declared.file, c.declared.line, c.text + " is not in " + name + " (run with -update)"})
			case line != c.String():
				found = append(found, finding{c.declared.file, c.declared.line, c.text + " says something else than in " + name})
			}
			seen[c.text] = true
		}
		for c := range want {
			if !seen[c] {
				found = append(found, finding{name, 0, c + " has disappeared: a released code is never removed"})
			}
		}
		return len(codes), found
	}
}

func readCodes(name string) map[string]string {
	lines := map[string]string{}
	f, err := os.Open(name)
	if err != nil {
		return lines
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		c, _, _ := strings.Cut(s.Text(), "\t")
		lines[c] = s.Text()
	}
	return lines
}

// writeCodes adds and rewords lines; it removes none, so a code that disappears stays a failure.
func writeCodes(name string, codes []code) error {
	lines := readCodes(name)
	for _, c := range codes {
		lines[c.text] = c.String()
	}
	var out []string
	for _, l := range lines {
		out = append(out, l)
	}
	slices.Sort(out)
	return os.WriteFile(name, []byte(strings.Join(out, "\n")+"\n"), 0o644)
}

func TestCodes(t *testing.T) {
	list := filepath.Join("testdata", "fault_codes.txt")
	if *update {
		tr, err := repository()
		if err != nil {
			t.Fatal(err)
		}
		codes, _ := collect(tr)
		if err := writeCodes(list, codes); err != nil {
			t.Fatal(err)
		}
	}
	t.Run("module", func(t *testing.T) { holds(t, codesAgainst(list)) })
	t.Run("planted", func(t *testing.T) {
		reports(t, "codes", codesAgainst(filepath.Join("testdata", "codes", "fault_codes.txt")))
	})
}

func TestUpdateRemovesNoCode(t *testing.T) {
	name := filepath.Join(t.TempDir(), "codes.txt")
	for _, codes := range [][]code{{{text: "A-ONE", zh: "甲", en: "a"}}, {{text: "A-TWO", zh: "乙", en: "b"}}} {
		if err := writeCodes(name, codes); err != nil {
			t.Fatal(err)
		}
	}
	if got := readCodes(name); len(got) != 2 || got["A-ONE"] != "A-ONE\t甲\ta" {
		t.Errorf("got %v", got)
	}
}
