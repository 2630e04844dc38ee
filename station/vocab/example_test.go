package vocab_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/vocab"
)

type colour string

func ExampleNew() {
	colours := vocab.New("颜色", "colour",
		vocab.Entry[colour]{Key: "red", ZH: "红色", EN: "red", Aliases: []string{"赤", "朱"}},
		vocab.Entry[colour]{Key: "blue", ZH: "蓝色", EN: "blue"},
	)
	key, err := colours.Parse("赤")
	fmt.Println(key, err)
	fmt.Println(colours.Name("blue", language.Chinese), colours.Name("mauve", language.Chinese))
	fmt.Println(colours.Check("mauve"))
	// Output:
	// red <nil>
	// 蓝色 mauve
	// not a known colour [VOCAB-UNKNOWN]
}

func ExampleList_With() {
	grades := vocab.Provenances()
	more, err := grades.With(
		vocab.Entry[vocab.Provenance]{Key: "draft", ZH: "征求意见稿", EN: "draft for comment"},
		vocab.Entry[vocab.Provenance]{Key: "hearsay", ZH: "转述", EN: "hearsay"},
	)
	fmt.Println(more.Len(), err)
	// Output:
	// 0 [1].zh: another entry has this key, name or alias [VOCAB-CLASH]
}

func ExampleSource_Cite() {
	s := vocab.Source{Document: "《中华人民共和国民法典》", Article: "第一千二百五十九条", Provenance: vocab.Reported}
	fmt.Println(s.Cite(language.Chinese))
	// Output: 《中华人民共和国民法典》第一千二百五十九条（转述）
}
