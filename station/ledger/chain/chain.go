// Package chain links records into a chain of hashes (哈希链), so that whoever holds a recent link can prove that nothing
// before it was changed, swapped, inserted or removed.
//
// A [Chain] has a name, an algorithm and a hash function, SHA-256 or any other, such as SM3. Its records carry opaque
// bodies; record n is sealed with
//
//	H(n) = H(tag, version, n, time of recording, H(n−1), body)
//
// where every number has a fixed width and every text its length in front, so that no two records share their input. H(0),
// the genesis, covers the name and the algorithm: records do not fit into another chain. A [Head] is one link as a short
// text, to be printed on a monthly report or handed to the county: an anchor.
//
// # What is detected
//
// [Chain.Verify] from the genesis detects, without any anchor: a body, time or hash changed alone, records swapped, a
// record removed or inserted before the last one, and a chain of another name. With an anchor kept outside the store
// it also detects records removed at the end, up to the anchored one, and a chain hashed anew from any record on.
//
// # What is not
//
// Whoever can write to the store can remove the last records, or change a record and hash everything after it anew; the
// result is a well-formed chain. No anchor, no proof: only records up to the newest anchor outside his reach are safe,
// and what was recorded after it is not. A chain does not show who wrote a record, or that it is true. From a checkpoint,
// nothing before the checkpoint is looked at.
//
// Values here are immutable and safe for concurrent use, except [Verifier], which belongs to one goroutine.
package chain

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"iter"
	"strconv"
	"time"

	"github.com/shegong/shegong/station/fault"
)

const (
	tag     = "shegong-chain"
	version = 1
)

// Record is one link of a chain as it is stored (链上记录). At is the time of recording in milliseconds since 1970
// UTC, as the writer stated it. Body and Hash are not changed by anybody once the record exists.
type Record struct {
	Seq  uint64
	At   int64
	Body []byte
	Hash []byte
}

// Time returns the time of recording.
func (r Record) Time() time.Time { return time.UnixMilli(r.At).UTC() }

// Reader gives the records of one chain from one number to another, both included, in order; to 0 means to the end. A
// record's Body and Hash must stay as they are: a reader does not reuse its buffers. A failure is yielded once, as
// the last pair.
type Reader interface {
	Records(ctx context.Context, from, to uint64) iter.Seq2[Record, error]
}

// Chain is a named chain and how it hashes (链的约定). The zero value is invalid; [SHA256] makes the usual one.
type Chain struct {
	Name      string           // the book: 1 to 64 bytes
	Algorithm string           // the name of the hash as stored: "sha256", "sm3"; letters a-z, digits and hyphens
	New       func() hash.Hash // sha256.New, sm3.New
}

// SHA256 returns the chain of this name with SHA-256.
func SHA256(name string) Chain { return Chain{name, "sha256", sha256.New} }

// Validate returns a fault.List of what is missing or malformed.
func (c Chain) Validate() error {
	var l fault.List
	if c.Name == "" || len(c.Name) > 64 {
		l.Add("name", catalogue().New(ErrName))
	}
	if !algorithm(c.Algorithm) {
		l.Add("algorithm", catalogue().New(ErrAlgorithm))
	}
	if c.New == nil {
		l.Add("new", catalogue().New(ErrAlgorithm))
	}
	return l.Err()
}

// Genesis returns the head of the empty chain, at number 0.
func (c Chain) Genesis() Head {
	b := binary.BigEndian.AppendUint16([]byte(tag), version)
	for _, s := range []string{c.Algorithm, c.Name} {
		b = binary.BigEndian.AppendUint32(b, uint32(len(s)))
		b = append(b, s...)
	}
	h := c.New()
	h.Write(b)
	return Head{0, c.Algorithm, string(h.Sum(nil))}
}

// Seal makes the record that follows prev and returns it with the new head. It keeps body.
func (c Chain) Seal(prev Head, at time.Time, body []byte) (Record, Head) {
	r := Record{Seq: prev.seq + 1, At: at.UnixMilli(), Body: body}
	r.Hash = seal(c.New(), nil, nil, []byte(prev.sum), r)
	return r, Head{r.Seq, c.Algorithm, string(r.Hash)}
}

// seal appends H(r) after prev to dst; scratch is room for the fixed part.
func seal(h hash.Hash, dst, scratch, prev []byte, r Record) []byte {
	b := append(scratch[:0], tag...)
	b = binary.BigEndian.AppendUint16(b, version)
	b = binary.BigEndian.AppendUint64(b, r.Seq)
	b = binary.BigEndian.AppendUint64(b, uint64(r.At))
	b = binary.BigEndian.AppendUint32(b, uint32(len(prev)))
	b = append(b, prev...)
	b = binary.BigEndian.AppendUint32(b, uint32(len(r.Body)))
	h.Reset()
	h.Write(b)
	h.Write(r.Body)
	return h.Sum(dst)
}

// Verifier checks the records of a chain one by one (校验器). Make it with [Chain.Verifier].
type Verifier struct {
	algorithm     string
	hash          hash.Hash
	seq           uint64
	sum, next     []byte
	scratch       []byte
	anchors       []Head
	unmet, failed int // anchors not reached yet; 1 once a record was refused
}

// Verifier returns a verifier for the records after from, which is the genesis or a checkpoint that the caller trusts.
// Each anchor is compared when its number is reached. Anchors of another algorithm, or before the checkpoint, cannot be
// compared and are an [ErrAnchor].
func (c Chain) Verifier(from Head, anchors ...Head) (*Verifier, error) {
	if err := c.Validate(); err != nil {
		return nil, err
	}
	v := &Verifier{algorithm: c.Algorithm, hash: c.New(), seq: from.seq, sum: []byte(from.sum)}
	v.scratch = make([]byte, 0, 128)
	var l fault.List
	if from.algorithm != c.Algorithm || len(from.sum) != v.hash.Size() {
		l.Add("from", catalogue().New(ErrAlgorithm))
	}
	for i, a := range anchors {
		if a.algorithm != c.Algorithm || a.seq < from.seq || a.seq == from.seq && a != from {
			l.Add(fault.Index("anchors", i), catalogue().New(ErrAnchor, "seq", strconv.FormatUint(a.seq, 10)))
		} else if a.seq > from.seq {
			v.anchors = append(v.anchors, a)
			v.unmet++
		}
	}
	return v, l.Err()
}

// Next checks that r follows: [ErrGap] where its number does not, [ErrHash] where its hash does not, [ErrAnchor] where the
// chain has parted from an anchor. After a refusal it refuses everything.
func (v *Verifier) Next(r Record) error {
	if v.failed != 0 || r.Seq != v.seq+1 {
		v.failed = 1
		return catalogue().New(ErrGap, "seq", strconv.FormatUint(v.seq+1, 10))
	}
	v.next = seal(v.hash, v.next[:0], v.scratch, v.sum, r)
	if !bytes.Equal(v.next, r.Hash) {
		v.failed = 1
		return catalogue().New(ErrHash, "seq", strconv.FormatUint(r.Seq, 10))
	}
	v.seq, v.sum, v.next = r.Seq, v.next, v.sum
	if v.unmet > 0 {
		for _, a := range v.anchors {
			if a.seq != v.seq {
				continue
			}
			if v.unmet--; a.sum != string(v.sum) {
				v.failed = 1
				return catalogue().New(ErrAnchor, "seq", strconv.FormatUint(a.seq, 10))
			}
		}
	}
	return nil
}

// Head returns the last link checked.
func (v *Verifier) Head() Head { return Head{v.seq, v.algorithm, string(v.sum)} }

// Done reports anchors that were never reached as [ErrShort]: records are missing at the end.
func (v *Verifier) Done() error {
	if v.unmet == 0 {
		return nil
	}
	last := v.seq
	for _, a := range v.anchors {
		last = max(last, a.seq)
	}
	return catalogue().New(ErrShort, "seq", strconv.FormatUint(v.seq, 10), "anchor", strconv.FormatUint(last, 10))
}

// Verify checks the records after from, the genesis or a trusted checkpoint, and returns the last head. See the package
// comment for what it can detect and what not. The error of the reader or of ctx is returned as it is.
func (c Chain) Verify(ctx context.Context, r Reader, from Head, anchors ...Head) (Head, error) {
	v, err := c.Verifier(from, anchors...)
	if err != nil {
		return Head{}, err
	}
	for rec, err := range r.Records(ctx, from.seq+1, 0) {
		if err == nil && rec.Seq%1024 == 0 {
			err = ctx.Err()
		}
		if err == nil {
			err = v.Next(rec)
		}
		if err != nil {
			return v.Head(), err
		}
	}
	if err := ctx.Err(); err != nil {
		return v.Head(), err
	}
	return v.Head(), v.Done()
}
