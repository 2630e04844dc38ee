package wording

import "github.com/shegong/shegong/eligibility"

// AppendReasons appends to dst the findings that decide a programme (决定性条件), in drafter's order: of criteria that must all
// hold and do, every one; of those that fail, one is enough; where nothing is decided, what is open. Of several ways to say it the
// shortest is taken, and of equally short ones the first; what rests on relatives fitting together comes after whatever stands
// on its own. The findings are all those of Engine.AppendFindings for one programme.
//
// A group of criteria is said only where two or more of them decide, one of people always, and Depth counts the groups that are
// said: a short account prints the reasons down to some depth, with AppendExplanation or one by one. A negation or a local rule that is met is said by
// itself, and of a negation that is not met what it denies stands below it. Of members all who decide are named, since a finding
// does not show whose membership is certain. The stated truth counts.
func AppendReasons(dst, findings []eligibility.Finding) []eligibility.Finding {
	if findings = told(findings); len(findings) == 0 {
		return dst
	}
	r := reasons{from: findings, to: dst}
	r.say(0, 0)
	return r.to
}

// reasons takes from a list in which the tree below each finding follows it.
type reasons struct{ from, to []eligibility.Finding }

// end is the place after the tree below i.
func (r *reasons) end(i int) int {
	depth := r.from[i].Depth
	for i++; i < len(r.from) && r.from[i].Depth > depth; i++ {
	}
	return i
}

// say appends what decides finding i, at a depth: the finding itself, what decides it, or both.
func (r *reasons) say(i int, depth uint8) {
	f, at := &r.from[i], len(r.to)
	r.to = append(r.to, *f)
	r.to[at].Depth = depth
	if whole(f) {
		return
	}
	kids := 0
	r.deciding(i, func(k int) {
		r.say(k, depth+1)
		kids++
	})
	switch only := len(r.to) == at+2; {
	case f.Node.Kind() == eligibility.KindNot && kids > 0:
		if only && r.from[i+1].Node == r.to[at+1].Node && r.from[i+1].Scope == r.to[at+1].Scope { // 未在监狱服刑 says enough
			r.to = r.to[:at+1]
		}
	case kids == 1 && f.Node.Spec().Group == "": // which says it all
		r.to = append(r.to[:at], r.to[at+1:]...)
		for j := at; j < len(r.to); j++ {
			r.to[j].Depth--
		}
	}
}

// whole reports a finding that is said by itself.
func whole(f *eligibility.Finding) bool {
	switch f.Node.Kind() {
	case eligibility.KindNot, eligibility.KindOpen:
		return f.Stated == eligibility.Met
	case eligibility.KindCount: // with its numbers
		return true
	}
	return f.Conflict
}

// cost is how many criteria it takes to say what decides finding i; one that rests on the result of a relative is worth many.
func (r *reasons) cost(i int) int {
	sum := 0
	if r.from[i].Node.Kind() == eligibility.KindTogether {
		return 1000
	}
	if !whole(&r.from[i]) {
		r.deciding(i, func(k int) { sum += r.cost(k) })
	}
	return max(1, sum)
}

// deciding visits the findings right below i that decide it: none where it decides itself.
func (r *reasons) deciding(i int, visit func(int)) {
	f := &r.from[i]
	switch f.Node.Kind() {
	case eligibility.KindAll, eligibility.KindAny, eligibility.KindAtLeast:
		r.some(i, visit)
	case eligibility.KindEvery, eligibility.KindAnyOf:
		r.rows(i, visit)
	case eligibility.KindException:
		r.exception(i, visit)
	case eligibility.KindHolds: // of a household, every member
		for k, end := i+1, r.end(i); k < end; k = r.end(k) {
			if r.from[k].Stated == f.Stated {
				visit(k)
			}
		}
	default: // one below, or none
		if end := r.end(i); i+1 < end {
			visit(i + 1)
		}
	}
}

// some visits so many of the kids that are as the group is as it takes.
func (r *reasons) some(i int, visit func(int)) {
	f, end, all := &r.from[i], r.end(i), 0
	for k := i + 1; k < end; k = r.end(k) {
		all++
	}
	need := all
	switch f.Node.Kind() {
	case eligibility.KindAny:
		need = 1
	case eligibility.KindAtLeast:
		need = f.Node.Number()
	}
	switch f.Stated {
	case eligibility.NotMet:
		need = all - need + 1
	case eligibility.Unknown:
		need = all
	}
	r.cheapest(i+1, end, need, func(k int) bool { return r.from[k].Stated == f.Stated }, r.end, r.cost, visit)
}

// cheapest visits, in their order, the need cheapest of those from k on that fit.
func (r *reasons) cheapest(first, end, need int, fits func(int) bool, next, cost func(int) int, visit func(int)) {
	for k := first; k < end; k = next(k) {
		if !fits(k) {
			continue
		}
		rank := 0
		for o := first; o < end && rank < need; o = next(o) {
			if o != k && fits(o) {
				if a, b := cost(o), cost(k); a < b || a == b && o < k {
					rank++
				}
			}
		}
		if rank < need {
			visit(k)
		}
	}
}

// rows visits what decides a quantifier: one who is of the group and has the wrong truth, or of everybody why he has not. A row is
// a finding of Where, if there is one, and for whoever is chosen one of the kid.
func (r *reasons) rows(i int, visit func(int)) {
	f, end := &r.from[i], r.end(i)
	spec := f.Node.Spec()
	wrong := eligibility.NotMet // what one of the group decides EveryOf by
	if f.Node.Kind() == eligibility.KindAnyOf {
		wrong = eligibility.Met
	}
	// parts are Where and kid of the row at k, −1 for what is not there.
	parts := func(k int) (where, kid int) {
		if spec.Where == nil {
			return -1, k
		}
		if kid = r.end(k); r.from[k].Stated == eligibility.NotMet || kid >= end {
			return k, -1
		}
		return k, kid
	}
	next := func(k int) int {
		if _, kid := parts(k); kid >= 0 {
			return r.end(kid)
		}
		return r.end(k)
	}
	// state is Met of a row that is chosen and wrong.
	state := func(k int) eligibility.Truth {
		where, kid := parts(k)
		t := eligibility.Met
		if where >= 0 {
			t = r.from[where].Stated
		}
		if kid >= 0 {
			bad := r.from[kid].Stated
			if wrong == eligibility.NotMet {
				bad = bad.Not()
			}
			t = t.And(bad)
		}
		return t
	}
	// of visits what makes a row what it is.
	of := func(k int, visit func(int)) {
		where, kid := parts(k)
		switch t := state(k); {
		case where < 0:
			visit(kid)
		case kid < 0:
			visit(where)
		case t == eligibility.NotMet: // chosen or not, he is right
			visit(kid)
		case t == eligibility.Met:
			visit(where)
			visit(kid)
		default:
			for _, p := range [2]int{where, kid} {
				if r.from[p].Stated == eligibility.Unknown {
					visit(p)
				}
			}
		}
	}
	cost := func(k int) (sum int) {
		of(k, func(p int) { sum += r.cost(p) })
		return sum
	}
	want, need := eligibility.NotMet, end // everybody
	switch f.Stated {
	case eligibility.Unknown:
		want = eligibility.Unknown
	case wrong:
		if want = eligibility.Met; spec.Group == eligibility.Kin {
			need = 1
		}
	}
	r.cheapest(i+1, end, need, func(k int) bool { return state(k) == want }, next, cost, func(k int) { of(k, visit) })
}

// exception visits the rule or one exception that applies, and of every exception that it does not apply or comes to the same.
func (r *reasons) exception(i int, visit func(int)) {
	f, end, rule := &r.from[i], r.end(i), i+1
	first := rule // what says that there is a result at all
	for when := r.end(rule); when < end; when = r.end(r.end(when)) {
		if r.from[when].Stated == eligibility.Met && (r.from[first].Stated != f.Stated && first == rule || r.cost(when) < r.cost(first)) {
			first = when
		}
	}
	if f.Stated == eligibility.Unknown {
		r.open(i, visit)
		return
	}
	if first == rule {
		visit(rule)
	}
	for when := r.end(rule); when < end; when = r.end(r.end(when)) {
		then := r.end(when)
		no, same := r.from[when].Stated == eligibility.NotMet, r.from[then].Stated == f.Stated
		if when == first || no && (!same || r.cost(when) <= r.cost(then)) {
			visit(when)
		}
		if !no || same && r.cost(when) > r.cost(then) {
			visit(then)
		}
	}
}

// open visits what an exception of unknown truth leaves open: whether branches apply, what they come to, and the rule.
func (r *reasons) open(i int, visit func(int)) {
	end, applies := r.end(i), false
	tell := func(k int) {
		if r.from[k].Stated == eligibility.Unknown {
			visit(k)
		}
	}
	for when := r.end(i + 1); when < end; when = r.end(r.end(when)) {
		applies = applies || r.from[when].Stated == eligibility.Met
	}
	if !applies {
		tell(i + 1)
	}
	for when := r.end(i + 1); when < end; when = r.end(r.end(when)) {
		tell(when)
		if r.from[when].Stated != eligibility.NotMet {
			tell(r.end(when))
		}
	}
}
