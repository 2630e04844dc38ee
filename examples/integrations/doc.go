// Package integrations shows the ledger (台账) with what the library itself does not require: package sqlledger keeps books in
// PostgreSQL and SQLite; the tests here chain a book with SM3, the hash of the national standard GB/T 32905.
//
// It is a module of its own, so that the drivers do not become dependencies of whoever imports the library.
package integrations
