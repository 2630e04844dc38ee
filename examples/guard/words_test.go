package guard

import (
	"go/constant"
	"go/types"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/shegong/shegong/station/vocab"
)

const vocabPath = module + "/station/vocab"

// A word is one vocabulary entry with its type forgotten.
type word struct{ key, zh, en string }

func wordsOf[K ~string](l vocab.List[K]) (ws []word) {
	for e := range l.All() {
		ws = append(ws, word{string(e.Key), e.ZH, e.EN})
	}
	return ws
}

// words reports exported functions that return a vocab.List and are not in lists, entries without a Chinese name
// in Chinese characters or an English name, and constants of an enumeration that no list names. A package
// that the import table keeps from vocab (a leaf below it) names its enumerations in its own way.
func words(lists map[string][]word) guard {
	return func(tr *tree) (checked int, found []finding) {
		tr.check()
		stale, known := maps.Clone(lists), map[string][]word{}
		for _, p := range tr.pkgs {
			if p.types == nil {
				continue
			}
			for _, name := range p.types.Scope().Names() {
				obj := p.types.Scope().Lookup(name)
				key, ok := returnsList(obj)
				if !ok || !obj.Exported() && !p.example() {
					continue
				}
				checked++
				list := p.dir + "." + name
				ws, ok := lists[list]
				if !ok {
					found = append(found, tr.at(obj.Pos(), "%s is not registered in this test", list))
				}
				delete(stale, list)
				known[key] = append(known[key], ws...)
				for _, w := range ws {
					if !strings.ContainsFunc(w.zh, han) {
						found = append(found, tr.at(obj.Pos(), "%s: %q has no Chinese name", list, w.key))
					}
					if !english(w.en) {
						found = append(found, tr.at(obj.Pos(), "%s: %q has no English name", list, w.key))
					}
				}
			}
		}
		for list := range stale {
			if checked > 0 {
				found = append(found, finding{text: list + " is registered and no longer there"})
			}
		}
		for _, p := range tr.shipped() {
			r, _ := find(importTable, module+"/"+p.dir)
			for id, obj := range p.info.Defs {
				c, ok := obj.(*types.Const)
				if !ok || c.Val().Kind() != constant.String || constant.StringVal(c.Val()) == "" || isNamed(c.Type(), faultPath, "Code") {
					continue
				}
				n, ok := c.Type().(*types.Named)
				if !ok || n.Obj().Pkg() != p.types || !n.Obj().Exported() || p.dir != "station/vocab" && !r.allows(vocabPath) {
					continue
				}
				checked++
				if !slices.ContainsFunc(known[n.String()], func(w word) bool { return w.key == constant.StringVal(c.Val()) }) {
					found = append(found, tr.at(id.Pos(), "%s %s is in no vocab.List", n.Obj().Name(), c.Name()))
				}
			}
		}
		return checked, found
	}
}

// returnsList returns the key type of a function () vocab.List[K].
func returnsList(obj types.Object) (key string, ok bool) {
	fn, ok := obj.(*types.Func)
	if !ok || fn.Signature().Params().Len() != 0 || fn.Signature().Results().Len() != 1 || fn.Signature().TypeParams() != nil {
		return "", false
	}
	t := fn.Signature().Results().At(0).Type()
	if !isNamed(t, vocabPath, "List") {
		return "", false
	}
	return types.Unalias(types.Unalias(t).(*types.Named).TypeArgs().At(0)).String(), true
}

func TestWords(t *testing.T) {
	t.Run("module", func(t *testing.T) { holds(t, words(registeredLists())) })
	t.Run("planted", func(t *testing.T) {
		type posture string
		reports(t, "words", words(map[string][]word{
			"station/person.Postures": wordsOf(vocab.New("坐姿", "posture",
				vocab.Entry[posture]{Key: "sitting", ZH: "坐", EN: "sitting"},
				vocab.Entry[posture]{Key: "standing", ZH: "standing", EN: "站"})),
			"station/person.Gone": nil,
		}))
	})
}
