// Package guard holds the house rules (守则) of this module as tests: what a reviewer would otherwise have to
// remember. It has no code of its own and is never imported. Every guard reads the packages it finds, so a new
// package is held without being registered, and every guard
//
//   - runs over this module and must find something to check: a guard that looks at nothing fails;
//   - runs over a planted violation under testdata/, and must report exactly what want.txt there says.
//
// The guards, and why each exists:
//
//   - imports: who may import whom, as a table with a reason per row. Data flows one way, and an embedder who
//     only wants money or division codes never links validator or a collation table.
//   - banned: no clock, randomness, file, socket, log, init, unsafe or floating point. The same input gives the same
//     bytes on every machine, in every year, and money is exact.
//   - decimal: no == on decimals, no function of shopspring/decimal that reads one of its settable globals: another
//     library in the same process may set them. A second guard sets each and compares results.
//   - variables: package variables are written once and cannot be changed or seen from outside, so everything
//     is safe for concurrent use and tests cannot disturb each other.
//   - fields: no exported field is a decimal.Decimal (validator misreads it), none is an identity.Plain
//     (a full identity number must not travel in our own records).
//   - codes: fault codes are a public contract. The golden file testdata/fault_codes.txt holds every code and both
//     its texts; go test -update adds and rewords lines and never removes one.
//   - words: every vocabulary entry is named in Chinese and English.
//   - documentation and size: every exported name is explained, every file and package can be read in one sitting.
//   - validator: every tagged struct and every value type survives a validator that knows nothing of us.
//   - fuzz and examples: every parser is reached by a fuzz target with a committed corpus, every package shows an
//     example with its output.
//   - allocations: what promises not to allocate does not.
//   - workspace: go.work tests the versions that importers of the root module get.
//
// Golden files are rewritten by go test ./examples/guard -update.
package guard
