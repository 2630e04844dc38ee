// Package cal has a proper example.
package cal
