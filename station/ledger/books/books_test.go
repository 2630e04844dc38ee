package books_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"math/big"
	"math/rand"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/vocab"
)

var ctx = context.Background()

var errDisk = errors.New("the disk is gone")

// list is a reader over records; it fails at the record with index bad.
type list struct {
	records []chain.Record
	bad     int
}

func (l list) Records(_ context.Context, from, to uint64) iter.Seq2[chain.Record, error] {
	return func(yield func(chain.Record, error) bool) {
		for i, r := range l.records {
			if i == l.bad {
				yield(chain.Record{}, errDisk)
				return
			}
			if r.Seq >= from && (to == 0 || r.Seq <= to) && !yield(r, nil) {
				return
			}
		}
	}
}

// sealed is the chain of entries as a reader.
func sealed(t testing.TB, name string, entries ...ledger.Entry) list {
	if t != nil {
		t.Helper()
	}
	c := chain.SHA256(name)
	head := c.Genesis()
	l := list{bad: -1}
	for i, e := range entries {
		body, err := e.Canonical()
		if err != nil {
			t.Fatal(err)
		}
		var r chain.Record
		r, head = c.Seal(head, time.Unix(int64(i), 0), body)
		l.records = append(l.records, r)
	}
	return l
}

func replay(t testing.TB, name string, entries ...ledger.Entry) *books.State {
	if t != nil {
		t.Helper()
	}
	s, err := books.Replay(ctx, sealed(t, name, entries...), chain.SHA256(name))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func date(s string) cal.Date { return cal.MustParse(s) }

// pair is an entry of two legs that move a number of fen from one account to another.
func pair(key, on string, to, from ledger.Leg, fen int64) ledger.Entry {
	to.Amount, from.Amount = ledger.Minor(fen, ledger.CNY()), ledger.Minor(-fen, ledger.CNY())
	return ledger.Entry{Key: key, Kind: ledger.Grant, Date: date(on), Legs: []ledger.Leg{to, from}}
}

func on(a ledger.Account, f ledger.FundID, station string) ledger.Leg {
	return ledger.Leg{Account: a, Fund: f, Station: station}
}

func year() []ledger.Entry {
	bank, grant, cost := on(ledger.Bank, "F1", ""), on(ledger.GrantIncome, "F1", ""), on(ledger.ProgrammeCost, "F1", "S1")
	return []ledger.Entry{
		pair("1", "2026-01-05", bank, grant, 100000),
		pair("2", "2026-02-10", cost, bank, 3000),
		pair("3", "2026-03-01", cost, bank, 500),
		pair("4", "2026-02-20", on(ledger.ProgrammeCost, "F1", "S2"), bank, 70), // posted late
		{Key: "5", Kind: ledger.Note, Date: date("2026-03-02")},
		pair("6", "2026-03-05", on(ledger.Bank, "F2", ""), on(ledger.DonationIncome, "F2", ""), 9),
	}
}

// text prints balances as account fund station amount.
func text(b books.Balances) []string {
	var out []string
	for _, l := range b {
		out = append(out, fmt.Sprintf("%s %s %s %v", l.Account, l.Fund, l.Station, l.Amount))
	}
	return out
}

func TestBalances(t *testing.T) {
	s := replay(t, "county", year()...)
	cost := func(l ledger.Leg) bool { return l.Account == ledger.ProgrammeCost }
	for name, tt := range map[string]struct {
		q    books.Query
		as   books.AsOf
		want []string
	}{
		"trial balance": {books.Query{By: []ledger.Dimension{ledger.ByAccount, ledger.ByFund}}, books.AsOf{},
			[]string{"bank F1  964.30 CNY", "bank F2  0.09 CNY",
				"donation_income F2  -0.09 CNY", "grant_income F1  -1000.00 CNY", "programme_cost F1  35.70 CNY"}},
		"cost by station": {books.Query{By: []ledger.Dimension{ledger.ByStation}, Match: cost},
			books.AsOf{}, []string{"  S1 35.00 CNY", "  S2 0.70 CNY"}},
		"up to a day": {books.Query{By: []ledger.Dimension{ledger.ByStation}, Match: cost},
			books.AsOf{Date: date("2026-02-20")}, []string{"  S1 30.00 CNY", "  S2 0.70 CNY"}},
		"up to the day before": {books.Query{By: []ledger.Dimension{ledger.ByStation}, Match: cost},
			books.AsOf{Date: date("2026-02-19")}, []string{"  S1 30.00 CNY"}},
		"as it was known then": {books.Query{By: []ledger.Dimension{ledger.ByStation}, Match: cost},
			books.AsOf{Seq: 3, Date: date("2026-02-20")}, []string{"  S1 30.00 CNY"}},
		"in a month": {books.Query{Match: cost, During: cal.Month(2026, 2)}, books.AsOf{},
			[]string{"   30.70 CNY"}},
		"since a day": {books.Query{Match: cost, During: cal.Since(date("2026-02-20"))},
			books.AsOf{}, []string{"   5.70 CNY"}},
		"in a month, as it was known then": {books.Query{Match: cost, During: cal.Month(2026, 2)},
			books.AsOf{Seq: 2}, []string{"   30.00 CNY"}},
		"beyond the last entry":          {books.Query{Match: cost}, books.AsOf{Seq: 99}, []string{"   35.70 CNY"}},
		"everything together is nothing": {books.Query{}, books.AsOf{}, nil},
		"before the first day there is none": {books.Query{By: []ledger.Dimension{ledger.ByAccount}},
			books.AsOf{Date: date("2026-01-04")}, nil},
	} {
		b, err := s.Balances(tt.q, tt.as)
		if d := cmp.Diff(tt.want, text(b)); err != nil || d != "" {
			t.Errorf("%s: %v %s", name, err, d)
		}
	}
	if _, err := s.Balances(books.Query{By: []ledger.Dimension{"moon"}}, books.AsOf{}); !errors.Is(err,
		vocab.ErrUnknown) {
		t.Errorf("an unknown dimension: %v", err)
	}
	if b, err := s.TrialBalance(books.AsOf{}); err != nil || len(b) != 5 {
		t.Errorf("trial balance: %v %v", b, err)
	}
	if s.Book() != "county" || s.Len() != 6 || s.Head().Seq() != 6 {
		t.Errorf("%s %d %v", s.Book(), s.Len(), s.Head())
	}
	full := pair("1", "2026-01-05", on(ledger.Bank, "F1", ""), on(ledger.GrantIncome, "F1", ""), 1<<63-1)
	again := full
	again.Key = "2"
	huge := replay(t, "county", full, again)
	if _, err := huge.TrialBalance(books.AsOf{}); !errors.Is(err, ledger.ErrRange) {
		t.Errorf("a sum out of range: %v", err)
	}
	if b, err := huge.Balances(books.Query{}, books.AsOf{}); err != nil || len(b) != 0 {
		t.Errorf("halves out of range that cancel: %v %v", b, err)
	}
}

func TestPostingsAndEntries(t *testing.T) {
	s := replay(t, "county", year()...)
	var got []string
	for p := range s.Postings(books.AsOf{Date: date("2026-02-28")},
		func(l ledger.Leg) bool { return l.Account == ledger.ProgrammeCost }) {
		got = append(got, fmt.Sprint(p.Seq, " ", p.Date, " ", p.Kind, " ", p.Leg.Station, " ", p.Leg.Amount))
	}
	if d := cmp.Diff([]string{"2 2026-02-10 grant S1 30.00 CNY", "4 2026-02-20 grant S2 0.70 CNY"}, got); d != "" {
		t.Error(d)
	}
	n := 0
	for p := range s.Postings(books.AsOf{}, nil) {
		if n++; p.Seq == 3 {
			break
		}
	}
	if n != 5 {
		t.Errorf("%d postings up to the first of entry 3", n)
	}
	var keys []string
	for r, e := range s.Entries(books.AsOf{Seq: 5}) {
		keys = append(keys, fmt.Sprint(r.Seq, e.Key))
		if len(keys) == 4 {
			break
		}
	}
	if d := cmp.Diff([]string{"11", "22", "33", "44"}, keys); d != "" {
		t.Error(d)
	}
}

type visitor func(r chain.Record, e *ledger.Entry) error

func (v visitor) Visit(r chain.Record, e *ledger.Entry) error { return v(r, e) }

func TestReplayRefuses(t *testing.T) {
	good := sealed(t, "county", year()...)
	c := chain.SHA256("county")
	changed := list{slices.Clone(good.records), -1}
	changed.records[2].Body = slices.Clone(changed.records[2].Body)
	changed.records[2].Body[9] ^= 1
	junk := list{bad: -1}
	r, _ := c.Seal(c.Genesis(), time.Unix(0, 0), []byte("junk"))
	junk.records = []chain.Record{r}
	// A leg whose block is not canonical: the unit is none, in an entry that is well formed around it.
	body, _ := year()[0].Canonical()
	spoiled := slices.Replace(slices.Clone(body), slices.Index(body, 'C'), slices.Index(body, 'C')+1, 'c')
	r, _ = c.Seal(c.Genesis(), time.Unix(0, 0), spoiled)
	place := list{[]chain.Record{r}, -1}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	many := make([]ledger.Entry, 1100)
	for i := range many {
		many[i] = ledger.Entry{Key: fmt.Sprint(i), Kind: ledger.Note, Date: date("2026-01-01")}
	}
	pass := visitor(func(chain.Record, *ledger.Entry) error { return nil })
	for name, tt := range map[string]struct {
		ctx     context.Context
		reader  list
		chain   chain.Chain
		visitor books.Visitor
		want    error
	}{
		"a changed record":        {ctx, changed, c, pass, chain.ErrHash},
		"another book":            {ctx, good, chain.SHA256("town"), pass, chain.ErrHash},
		"no chain":                {ctx, good, chain.Chain{}, pass, chain.ErrName},
		"a body that is no entry": {ctx, junk, c, pass, ledger.ErrCanonical},
		"a leg that is none":      {ctx, place, c, pass, ledger.ErrCanonical},
		"a reader that fails":     {ctx, list{good.records, 3}, c, pass, errDisk},
		"a visitor that fails": {ctx, good, c,
			visitor(func(r chain.Record, _ *ledger.Entry) error { return errDisk }), errDisk},
		"a context that is done":         {cancelled, good, c, pass, context.Canceled},
		"a context that is done, longer": {cancelled, sealed(t, "county", many...), c, pass, context.Canceled},
	} {
		if s, err := books.Replay(tt.ctx, tt.reader, tt.chain, tt.visitor); !errors.Is(err, tt.want) && s != nil {
			t.Errorf("%s: %v %v", name, s, err)
		} else if !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	n := 0
	s, err := books.Replay(ctx, good, c, pass, visitor(func(r chain.Record, e *ledger.Entry) error {
		n++
		if e.Key != fmt.Sprint(r.Seq) {
			t.Errorf("record %d has the entry %s", r.Seq, e.Key)
		}
		return nil
	}))
	if err != nil || n != 6 || s.Len() != 6 {
		t.Errorf("%d visits, %v", n, err)
	}
}

// randomEntry moves money between random places, and between books where several are given.
func randomEntry(r *rand.Rand, key string) ledger.Entry {
	f := ledger.FundID(fmt.Sprint("F", r.Intn(3)))
	accounts := []ledger.Account{ledger.Bank, ledger.Cash, ledger.ProgrammeCost, ledger.DonationIncome}
	e := pair(key, cal.MustParse("2026-01-01").AddDays(r.Intn(300)).String(),
		on(accounts[r.Intn(4)], f, fmt.Sprint("S", r.Intn(3))),
		on(accounts[r.Intn(4)], f, ""), 1+r.Int63n(1000))
	for range r.Intn(3) {
		e.Legs = append(e.Legs, pair("", "2026-01-01", on(ledger.Bank, f, ""), on(ledger.OtherIncome, f, ""),
			1+r.Int63n(1000)).Legs...)
	}
	return e
}

// P8: balances as of any point, by any dimensions, against a filter and big numbers.
func TestBalancesAgainstBruteForce(t *testing.T) {
	r := rand.New(rand.NewSource(8))
	var entries []ledger.Entry
	for i := range 300 {
		entries = append(entries, randomEntry(r, fmt.Sprint(i)))
	}
	s := replay(t, "county", entries...)
	all := []ledger.Dimension{ledger.ByAccount, ledger.ByFund, ledger.ByStation, ledger.ByParty}
	for range 300 {
		as := books.AsOf{Seq: uint64(r.Intn(310)), Date: date("2026-01-01").AddDays(r.Intn(310))}
		var q books.Query
		for _, d := range all {
			if r.Intn(2) == 0 {
				q.By = append(q.By, d)
			}
		}
		if r.Intn(2) == 0 {
			from := date("2026-01-01").AddDays(r.Intn(300))
			q.During, _ = cal.Between(from, from.AddDays(1+r.Intn(100)))
		}
		want := map[string]*big.Int{}
		for i, e := range entries {
			if as.Seq > 0 && uint64(i) >= as.Seq || e.Date.After(as.Date) || !q.During.IsZero() && !q.During.Contains(e.Date) {
				continue
			}
			for _, l := range e.Legs {
				name := ""
				for _, d := range q.By {
					name += "|" + map[ledger.Dimension]string{ledger.ByAccount: string(l.Account),
						ledger.ByFund: string(l.Fund), ledger.ByStation: l.Station, ledger.ByParty: string(l.Party)}[d]
				}
				if want[name] == nil {
					want[name] = new(big.Int)
				}
				want[name].Add(want[name], big.NewInt(l.Amount.Minor()))
			}
		}
		maps.DeleteFunc(want, func(_ string, n *big.Int) bool { return n.Sign() == 0 })
		got, err := s.Balances(q, as)
		if err != nil || len(got) != len(want) || !slices.IsSortedFunc(got, ledger.Leg.Compare) {
			t.Fatalf("%+v %+v: %v %v, want %v", q, as, got, err, want)
		}
		for _, l := range got {
			name := ""
			for _, d := range q.By {
				name += "|" + map[ledger.Dimension]string{ledger.ByAccount: string(l.Account),
					ledger.ByFund: string(l.Fund), ledger.ByStation: l.Station, ledger.ByParty: string(l.Party)}[d]
			}
			if want[name] == nil || want[name].Int64() != l.Amount.Minor() {
				t.Fatalf("%s is %v, want %v", name, l.Amount, want[name])
			}
		}
	}
}

// P4: the order of an entry's legs changes its hash and nothing else.
func TestOrderOfLegsDoesNotMatter(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	var a, b []ledger.Entry
	for i := range 100 {
		e := randomEntry(r, fmt.Sprint(i))
		a = append(a, e)
		e.Legs = slices.Clone(e.Legs)
		r.Shuffle(len(e.Legs), func(i, j int) { e.Legs[i], e.Legs[j] = e.Legs[j], e.Legs[i] })
		b = append(b, e)
	}
	x, y := replay(t, "county", a...), replay(t, "county", b...)
	for seq := range 101 {
		p, err := x.TrialBalance(books.AsOf{Seq: uint64(seq)})
		q, err2 := y.TrialBalance(books.AsOf{Seq: uint64(seq)})
		if d := cmp.Diff(p, q); err != nil || err2 != nil || d != "" {
			t.Fatal(d)
		}
	}
	if x.Head() == y.Head() {
		t.Error("the chain does not cover the order")
	}
	p, _ := x.TrialBalance(books.AsOf{})
	q, _ := x.TrialBalance(books.AsOf{Seq: 99})
	c := chain.SHA256("county")
	if p.Digest(c) == q.Digest(c) || p.Digest(c) != p.Digest(chain.SHA256("town")) || len(p.Digest(c)) != 7+64 {
		t.Errorf("digests %s %s", p.Digest(c), q.Digest(c))
	}
}

// I15, P5: a journal split into books at random and merged in any order, any tree, with copies and stale snapshots, is the journal.
func TestMergeLaws(t *testing.T) {
	r := rand.New(rand.NewSource(15))
	by := []ledger.Dimension{ledger.ByAccount, ledger.ByFund, ledger.ByStation}
	for range 60 {
		names := []string{"town-1", "town-2", "town-3", "town-4"}
		parts := map[string][]ledger.Entry{}
		var whole []ledger.Entry
		for i := range 40 {
			e := randomEntry(r, fmt.Sprint(i))
			whole = append(whole, e)
			name := names[r.Intn(4)]
			parts[name] = append(parts[name], e)
		}
		for i := range 10 { // money between books, seen from both sides
			from, to, fen := names[r.Intn(4)], names[r.Intn(4)], 1+r.Int63n(500)
			if from == to {
				continue
			}
			sent, got := on(ledger.InterBook, "F1", ""), on(ledger.InterBook, "F1", "")
			sent.Book, got.Book = to, from
			parts[from] = append(parts[from],
				pair(fmt.Sprint("s", i), "2026-05-01", sent, on(ledger.Bank, "F1", ""), fen))
			parts[to] = append(parts[to], pair(fmt.Sprint("r", i), "2026-05-01", on(ledger.Bank, "F1", ""), got, fen))
		}
		var snapshots []books.Snapshot
		for _, name := range names {
			s := replay(t, name, parts[name]...)
			now, err := s.Snapshot(books.AsOf{}, by...)
			if err != nil {
				t.Fatal(err)
			}
			snapshots = append(snapshots, now, now)
			if n := len(parts[name]); n > 2 { // an old one
				old := replay(t, name, parts[name][:n/2]...)
				was, err := old.Snapshot(books.AsOf{}, by...)
				if err != nil {
					t.Fatal(err)
				}
				snapshots = append(snapshots, was)
			}
		}
		want, err := replay(t, "whole", whole...).Balances(books.Query{By: by}, books.AsOf{})
		if err != nil {
			t.Fatal(err)
		}
		for range 5 {
			r.Shuffle(len(snapshots), func(i, j int) { snapshots[i], snapshots[j] = snapshots[j], snapshots[i] })
			merged := tree(t, r, snapshots)
			got, open, err := merged.Balances(by...)
			if d := cmp.Diff(want, got); err != nil || d != "" || len(open) > 0 {
				t.Fatalf("%v %v %s", err, open, d)
			}
			twice, err := merged.Merge(merged)
			if d := cmp.Diff(merged.Snapshots(), twice.Snapshots(),
				cmp.Comparer(func(a, b ledger.Leg) bool { return a == b })); err != nil || d != "" {
				t.Fatalf("merging with itself: %v %s", err, d)
			}
		}
	}
}

// tree merges snapshots in a random tree.
func tree(t *testing.T, r *rand.Rand, snapshots []books.Snapshot) books.Books {
	if t != nil {
		t.Helper()
	}
	if len(snapshots) < 2 {
		b, err := books.BooksOf(snapshots...)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	at := 1 + r.Intn(len(snapshots)-1)
	b, err := tree(t, r, snapshots[:at]).Merge(tree(t, r, snapshots[at:]))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestMergeFindsWhatDoesNotFit(t *testing.T) {
	sent, got := on(ledger.InterBook, "F1", ""), on(ledger.InterBook, "F1", "")
	sent.Book, got.Book = "town", "county"
	county := replay(t, "county", pair("1", "2026-01-01", sent, on(ledger.Bank, "F1", ""), 500))
	town := replay(t, "town", pair("1", "2026-01-02", on(ledger.Bank, "F1", ""), got, 300))
	a, err := county.Snapshot(books.AsOf{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := town.Snapshot(books.AsOf{}, ledger.ByAccount, ledger.ByFund)
	if err != nil {
		t.Fatal(err)
	}
	alone, err := books.BooksOf(a)
	if err != nil {
		t.Fatal(err)
	}
	sums, open, err := alone.Balances(ledger.ByAccount)
	if d := cmp.Diff([]string{"bank   -5.00 CNY", "inter_book   5.00 CNY"},
		text(sums)); err != nil || d != "" || len(open) > 0 {
		t.Errorf("a book outside the set is not eliminated: %v %v %s", err, open, d)
	}
	both, err := books.BooksOf(a, b)
	if err != nil {
		t.Fatal(err)
	}
	sums, open, err = both.Balances(ledger.ByAccount)
	if d := cmp.Diff([]string{"bank   -2.00 CNY"}, text(sums)); err != nil || d != "" {
		t.Errorf("%v %s", err, d)
	}
	if len(open) != 2 || open[0].Book != "county town" || open[0].Amount.String() != "5.00 CNY" || open[1].Amount.String() != "-3.00 CNY" {
		t.Errorf("on the way: %v", open)
	}
	forged := b
	forged.Balances = slices.Clone(b.Balances)
	forged.Balances[0].Amount = ledger.MustParseAmount("4.00 CNY")
	other := a
	other.Head = chain.MustParseHead("sha256:1:" + b.Head.String()[9:])
	for name, s := range map[string]books.Snapshot{"balances": forged, "head": other} {
		if _, err := books.BooksOf(a, b, s); !errors.Is(err,
			ledger.ErrSnapshot) || fault.Of(err)[0].Path() != "[2]" || ledger.InvariantOf(fault.Of(err)[0]) != ledger.I15 {
			t.Errorf("%s differ: %v", name, err)
		}
	}
	if _, err := books.BooksOf(books.Snapshot{Book: "x"},
		books.Snapshot{Head: a.Head}); len(fault.Of(err)) != 2 || !errors.Is(err, ledger.ErrMissing) {
		t.Errorf("snapshots of nothing: %v", err)
	}
	if _, _, err := both.Balances("moon"); !errors.Is(err, vocab.ErrUnknown) {
		t.Errorf("an unknown dimension: %v", err)
	}
	if _, err := county.Snapshot(books.AsOf{}, "moon"); !errors.Is(err, vocab.ErrUnknown) {
		t.Errorf("an unknown dimension: %v", err)
	}
	huge, full := a, ledger.Leg{Account: ledger.Bank, Amount: ledger.Minor(1<<63-1, ledger.CNY())}
	huge.Balances = books.Balances{full, full}
	set, err := books.BooksOf(huge)
	if _, _, err2 := set.Balances(); err != nil || !errors.Is(err2, ledger.ErrRange) {
		t.Errorf("out of range: %v %v", err, err2)
	}
	data, err := json.Marshal(both.Snapshots())
	var back []books.Snapshot
	if err2 := json.Unmarshal(data, &back); err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	again, err := books.BooksOf(back...)
	if err != nil {
		t.Fatal(err)
	}
	if merged, err := both.Merge(again); err != nil || len(merged.Snapshots()) != 2 {
		t.Errorf("snapshots sent as JSON are others: %v", err)
	}
}

func TestSnapshotIsNotShared(t *testing.T) {
	s := replay(t, "county", year()...)
	a, err := s.Snapshot(books.AsOf{}, ledger.ByFund)
	if err != nil {
		t.Fatal(err)
	}
	set, err := books.BooksOf(a)
	if err != nil {
		t.Fatal(err)
	}
	want, _, _ := set.Balances(ledger.ByAccount)
	a.Balances[0].Amount = ledger.MustParseAmount("7.77 CNY")
	if got, _, _ := set.Balances(ledger.ByAccount); !cmp.Equal(want, got) {
		t.Error("a set of books was changed from outside")
	}
}
