package batch

import (
	"iter"
	"math/bits"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/batch/internal/column"
	"github.com/shegong/shegong/eligibility/batch/internal/program"
)

// Planes is what a run comes to: for each programme and row whether it is met or not met (筛查结果). The zero value is
// ready for a run; a run of the same plan over a batch of the same size writes into the same memory. It belongs to one
// goroutine.
type Planes struct {
	// Verified counts a fact as known only where it is verified. It is read when a run begins.
	Verified bool

	plan    *Plan
	rows    [3]int
	outside []uint64 // of the batch: people who are not counted
	out     []plane
	m       program.Machine
}

// A plane is a programme's answers, bit by row.
type plane struct{ met, no, conflict []uint64 }

// Count is how many rows of a programme came to what (筛查计数). Rows in conflict, to which two exceptions with different
// outcomes apply, are among the unknown ones: they are never decided.
type Count struct {
	Rows     int
	Met      int
	NotMet   int
	Unknown  int
	Conflict int
}

// Run assesses every row of the batch for every programme of the plan. Errors: ErrDictionary for facts of another
// dictionary, ErrValue as in Check, ErrRange where facts are so large that their product or sum could pass 64 bits. After
// an error out has no programme: what an earlier run came to is gone.
func Run(p *Plan, b *Batch, out *Planes) error {
	if err := out.begin(p, b); err != nil {
		return err
	}
	for h := 0; h < b.Households(); {
		h = out.chunk(h)
	}
	return nil
}

// Screen is Run in portions, for a progress bar or to stop early: it yields how many households have been assessed,
// after each portion of some thousand people. Rows not reached are unknown. An error comes first and alone.
func Screen(p *Plan, b *Batch, out *Planes) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		if err := out.begin(p, b); err != nil {
			yield(0, err)
			return
		}
		for _, q := range out.out {
			clear(q.met)
			clear(q.no)
			clear(q.conflict)
		}
		for h := 0; h < b.Households(); {
			if h = out.chunk(h); !yield(h, nil) {
				return
			}
		}
	}
}

func (o *Planes) begin(p *Plan, b *Batch) (err error) {
	defer func() {
		if err != nil {
			o.plan = nil
		}
	}()
	if p == nil || b == nil || p.dict == nil || p.dict != b.dict {
		return catalogue().New(ErrDictionary)
	}
	if err := b.Check(); err != nil {
		return err
	}
	rows := [3]int{b.rows(household), b.rows(person), b.rows(tie)}
	if o.m.Program != &p.program {
		o.m.Prepare(&p.program)
	}
	if o.plan != p || o.rows != rows {
		o.plan, o.rows, o.out = p, rows, make([]plane, len(p.heads))
		for i, h := range p.heads {
			n := (rows[h.level] + 63) / 64
			all := make([]uint64, 3*n)
			o.out[i] = plane{all[:n:n], all[n : 2*n : 2*n], all[2*n:]}
		}
	}
	o.outside = b.outside
	d := program.Data{Columns: b.cols, People: b.shape.People, Ties: b.shape.Ties, Kin: b.shape.Kin, Lists: b.lists}
	if node, ok := o.m.Load(d, o.Verified); !ok {
		return catalogue().New(ErrRange, "node", node)
	}
	return nil
}

// chunk assesses some households from h on and returns where to go on.
func (o *Planes) chunk(h int) int {
	end := o.m.Chunk(h)
	for i, head := range o.plan.heads {
		o.keep(&o.out[i], head)
	}
	return end
}

// keep copies the chunk's rows of a programme. Its first and last word may hold rows of another chunk too.
func (o *Planes) keep(to *plane, h head) {
	word, from, end := o.m.Rows(h.level)
	met, no := o.m.Planes(h.truth, h.level)
	n := len(met)
	if n == 0 {
		return
	}
	copied := plane{to.met[word : word+n], to.no[word : word+n], to.conflict[word : word+n]}
	before := [3]uint64{copied.met[0], copied.no[0], copied.conflict[0]}
	copy(copied.met, met)
	copy(copied.no, no)
	if h.conflict != never {
		clash, _ := o.m.Planes(h.conflict, h.level) // only where the truth is open
		copy(copied.conflict, clash)
	}
	for i, p := range [...][]uint64{copied.met, copied.no, copied.conflict} {
		if rest := end - 64*(word+n-1); rest < 64 {
			p[n-1] &= 1<<rest - 1
		}
		own := ^uint64(0) << (from & 63)
		p[0] = p[0]&own | before[i]&^own
	}
}

// index is the place of a programme in the plan, or −1.
func (o *Planes) index(id eligibility.ProgrammeID) int {
	if o.plan != nil {
		for i, h := range o.plan.heads {
			if h.id == id {
				return i
			}
		}
	}
	return -1
}

// Scope is what the rows of a programme are: households or people. It is empty for a programme that the plan does not
// have.
func (o *Planes) Scope(id eligibility.ProgrammeID) eligibility.Scope {
	switch i := o.index(id); {
	case i < 0:
		return ""
	case o.plan.heads[i].level == household:
		return eligibility.PerHousehold
	}
	return eligibility.PerPerson
}

// Count counts the rows of a programme, without the people who are listed for a relative's sake alone (Batch.SetOutside);
// all 0 for a programme that the plan does not have.
func (o *Planes) Count(id eligibility.ProgrammeID) Count {
	i := o.index(id)
	if i < 0 {
		return Count{}
	}
	q := o.out[i]
	c := Count{Rows: o.rows[o.plan.heads[i].level],
		Met: column.Count(q.met), NotMet: column.Count(q.no), Conflict: column.Count(q.conflict)}
	if o.plan.heads[i].level == person {
		for w, out := range o.outside {
			c.Rows -= bits.OnesCount64(out)
			c.Met -= bits.OnesCount64(q.met[w] & out)
			c.NotMet -= bits.OnesCount64(q.no[w] & out)
			c.Conflict -= bits.OnesCount64(q.conflict[w] & out)
		}
	}
	c.Unknown = c.Rows - c.Met - c.NotMet
	return c
}

// Truth is what one row of a programme came to, and whether it is in conflict.
func (o *Planes) Truth(id eligibility.ProgrammeID, row int) (t eligibility.Truth, conflict bool) {
	i := o.index(id)
	if i < 0 || row < 0 || row >= o.rows[o.plan.heads[i].level] {
		return eligibility.Unknown, false
	}
	q, w, b := o.out[i], row>>6, row&63
	t = eligibility.Truth(q.met[w]>>b&1) - eligibility.Truth(q.no[w]>>b&1)
	return t, q.conflict[w]>>b&1 != 0
}

// Met returns the plane of the rows of which a programme is met, a bit a row, for callers who join planes. It must not
// be written, and is good until the next run.
func (o *Planes) Met(id eligibility.ProgrammeID) []uint64 { return o.bits(id, eligibility.Met) }

// NotMet is Met for the rows of which a programme is not met.
func (o *Planes) NotMet(id eligibility.ProgrammeID) []uint64 { return o.bits(id, eligibility.NotMet) }

func (o *Planes) bits(id eligibility.ProgrammeID, t eligibility.Truth) []uint64 {
	switch i := o.index(id); {
	case i < 0:
		return nil
	case t == eligibility.Met:
		return o.out[i].met
	default:
		return o.out[i].no
	}
}

// Rows iterates over the rows of a programme that came to t, in order, without the people whom Count leaves out.
func (o *Planes) Rows(id eligibility.ProgrammeID, t eligibility.Truth) iter.Seq[int] {
	return func(yield func(int) bool) {
		i := o.index(id)
		if i < 0 {
			return
		}
		q, n := o.out[i], o.rows[o.plan.heads[i].level]
		for w := range q.met {
			word := q.met[w]
			switch t {
			case eligibility.NotMet:
				word = q.no[w]
			case eligibility.Unknown:
				word = ^(q.met[w] | q.no[w])
			}
			if w < len(o.outside) && o.plan.heads[i].level == person {
				word &^= o.outside[w]
			}
			for ; word != 0; word &= word - 1 {
				if row := 64*w + bits.TrailingZeros64(word); row >= n || !yield(row) {
					return
				}
			}
		}
	}
}
