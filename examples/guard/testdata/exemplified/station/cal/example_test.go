package cal_test

import "fmt"

func Example() {
	fmt.Println("2022-06-28")
	// Output: 2022-06-28
}
