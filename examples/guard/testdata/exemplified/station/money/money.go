// Package money has an example that is never run.
package money
