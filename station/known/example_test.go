package known_test

import (
	"encoding/json"
	"fmt"

	"github.com/shegong/shegong/station/known"
)

func ExampleValue() {
	type Household struct {
		Village string           `json:"village"`
		Members known.Value[int] `json:"members,omitzero"`
		Working known.Value[int] `json:"working,omitzero"`
		Elderly known.Value[int] `json:"elderly"`
	}
	var h Household
	err := json.Unmarshal([]byte(`{"village":"青石村（虚构）","members":3,"working":0,"elderly":null}`), &h)
	fmt.Println(h.Members, h.Working, h.Elderly, err)

	h.Members = known.Value[int]{}
	out, _ := json.Marshal(h)
	fmt.Println(string(out))
	// Output:
	// 3 0 不详 <nil>
	// {"village":"青石村（虚构）","working":0,"elderly":null}
}

func ExampleValue_Get() {
	children := known.Of(0)
	if n, ok := children.Get(); ok {
		fmt.Println("known:", n)
	}
	// Output: known: 0
}
