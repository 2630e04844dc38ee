package fault_test

import (
	"errors"
	"fmt"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/fault"
)

// errShare is a code of the example's own.
const errShare fault.Code = "EXAMPLE-SHARE"

func ExampleCatalogue() {
	texts := fault.NewCatalogue(fault.Text{Code: errShare, ZH: "份额不能超过{max}", EN: "a share is at most {max}"})
	err := error(texts.New(errShare, "max", "1").At("share").At("posts[2]"))
	fmt.Println(err)
	fmt.Println(errors.Is(err, errShare))
	// Output:
	// posts[2].share: a share is at most 1 [EXAMPLE-SHARE]
	// true
}

func ExampleList() {
	texts := fault.NewCatalogue(fault.Text{Code: errShare, ZH: "份额不能超过{max}", EN: "a share is at most {max}"})
	var l fault.List
	l.Add("title", nil)
	l.Add("posts[0]", texts.New(errShare, "max", "1"))
	l.Add("posts[1]", errors.New("a message of another library, which may quote anything"))
	fmt.Println(l.Text(language.Chinese))
	fmt.Println(l.Except(fault.ErrForeign, errShare).Err())
	// Output:
	// posts[0]：份额不能超过1 [EXAMPLE-SHARE]
	// posts[1]：其他程序返回的错误 [FAULT-FOREIGN]
	// <nil>
}
