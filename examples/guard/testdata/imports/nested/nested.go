// Package nested belongs to another module: the table does not list it and need not.
package nested
