package eligibility

func (l *Law) sum() Fingerprint { return Fingerprint{} }

func sameMeaning(a, b *Node) bool { return a == b }
