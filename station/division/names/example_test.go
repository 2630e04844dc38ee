package names_test

import (
	"fmt"

	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/division/names"
)

func ExampleFull() {
	for _, code := range []string{"350627", "350627109", "110101", "441900003"} {
		full, _ := names.Full(division.MustParse(code))
		fmt.Println(code, full)
	}
	// A code of a township founded later: not in the table, and good all the same.
	c := division.MustParse("350627199")
	if _, ok := names.Full(c); !ok {
		above, _ := names.Full(c.At(division.County))
		fmt.Println(above, c)
	}
	// Output:
	// 350627 福建省漳州市南靖县
	// 350627109 福建省漳州市南靖县船场镇
	// 110101 北京市东城区
	// 441900003 广东省东莞市东城街道
	// 福建省漳州市南靖县 350627199
}

func ExampleFind() {
	for _, text := range []string{"福建省漳州市南靖县", "漳州 南靖", "鼓楼区", "恩施州", "无此县"} {
		fmt.Println(text, names.Find(text))
	}
	// Output:
	// 福建省漳州市南靖县 [350627]
	// 漳州 南靖 [350627]
	// 鼓楼区 [320106 320302 350102 410204]
	// 恩施州 [4228]
	// 无此县 []
}

func ExampleChildren() {
	for c, name := range names.Children(division.MustParse("350627")) {
		fmt.Println(c, name)
		if name == "金山镇" {
			break
		}
	}
	// Output:
	// 350627100 山城镇
	// 350627101 丰田镇
	// 350627102 靖城镇
	// 350627103 龙山镇
	// 350627104 金山镇
}

func ExampleEdition() {
	e := names.Edition()
	fmt.Println(e.Publisher, e.Title, e.CutOff)
	// Output: 国家统计局 统计用区划代码和城乡划分代码 2023-06-30
}
