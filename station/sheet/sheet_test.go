package sheet_test

import "github.com/shegong/shegong/station/vocab"

type kind string

func kinds() vocab.List[kind] {
	return vocab.New("岗位类别", "kind of post",
		vocab.Entry[kind]{Key: "front_line", ZH: "一线社工", EN: "front line", Aliases: []string{"驻站社工"}},
		vocab.Entry[kind]{Key: "supervisor", ZH: "督导", EN: "supervisor"})
}
