package eligibility

// compiled is what evaluation needs of a law, made once.
type compiled struct{}

// compile prepares the effective trees for evaluation. At calls it last, when everything else in l is final.
func (l *Law) compile() error { return nil }
