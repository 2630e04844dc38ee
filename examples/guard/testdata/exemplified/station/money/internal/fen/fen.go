// Package fen needs no example: nobody outside can import it.
package fen
