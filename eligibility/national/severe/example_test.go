package severe_test

import (
	"fmt"
	"slices"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/national/severe"
	"github.com/shegong/shegong/station/identity"
)

// One certificate, six answers: a person of intellectual grade three is severely disabled for some benefits and not for others.
func Example() {
	three := eligibility.Pair{Kind: identity.Intellectual, Grade: identity.GradeThree}
	for _, s := range severe.All() {
		fmt.Println(slices.Contains(s.Pairs(), three), s.Source.Document, s.Source.Article)
	}
	// Output:
	// true 《特困人员认定办法》（民发〔2021〕43号） 第五条第（三）项
	// true 《特困人员认定办法》（民发〔2021〕43号） 第八条第（四）项
	// true 《最低生活保障审核确认办法》（民发〔2021〕57号） 第八条第一款第（一）项
	// false 《关于进一步做好最低生活保障等社会救助兜底保障工作的通知》（民发〔2022〕83号） 一（一）
	// false 《国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见》（国发〔2015〕52号） 二（一）
	// true 《关于进一步加强事实无人抚养儿童保障工作的意见》（民发〔2019〕62号） 一
}
