package money

// Tests count apart,
// but
// no
// file
// may
// be
// too
// long
// to
// read.
