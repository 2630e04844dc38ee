package money_test

import "fmt"

func Example() { fmt.Println("no output comment") }
