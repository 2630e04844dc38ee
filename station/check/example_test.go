package check_test

import (
	"errors"
	"fmt"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/check"
	"github.com/shegong/shegong/station/money"
)

func ExampleStruct() {
	type Post struct {
		Title string `json:"title" validate:"required,max=6"`
	}
	type Station struct {
		Name   string       `json:"name" validate:"required,max=60"`
		Budget money.Amount `json:"budget" validate:"gt=0"`
		Posts  []Post       `json:"posts,omitempty" validate:"max=20,dive"`
	}
	l := check.Struct(Station{Posts: []Post{{"站长"}, {"驻站社会工作者"}}})
	fmt.Println(l.Text(language.Chinese))
	fmt.Println(errors.Is(l.Err(), check.ErrMax))
	// Output:
	// name：必须填写 [CHECK-REQUIRED]
	// budget：应超过0元 [CHECK-GT]
	// posts[1].title：最多6个字 [CHECK-MAX]
	// true
}
