// Command tour may import anything.
package main

import _ "github.com/go-playground/validator/v10"

func main() {}
