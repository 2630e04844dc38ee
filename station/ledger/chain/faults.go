package chain

import (
	"sync"

	"github.com/shegong/shegong/station/fault"
)

// The codes of this package. The argument seq is the number of a record.
const (
	ErrName      fault.Code = "CHAIN-NAME"      // a chain without a name, or with too long a one
	ErrAlgorithm fault.Code = "CHAIN-ALGORITHM" // no hash function, or another than the head's
	ErrHead      fault.Code = "CHAIN-HEAD"      // text that is not a head
	ErrGap       fault.Code = "CHAIN-GAP"       // a number missing, repeated or out of order
	ErrHash      fault.Code = "CHAIN-HASH"      // a record that is not what was sealed
	ErrAnchor    fault.Code = "CHAIN-ANCHOR"    // a chain other than the one the anchor was taken from
	ErrShort     fault.Code = "CHAIN-SHORT"     // a chain that ends before the anchor
)

// Faults returns the texts of this package's codes.
func Faults() *fault.Catalogue { return catalogue() }

var catalogue = sync.OnceValue(func() *fault.Catalogue {
	return fault.NewCatalogue(
		fault.Text{Code: ErrName, ZH: "链须有名称，最多64字节", EN: "a chain has a name of 64 bytes at most"},
		fault.Text{Code: ErrAlgorithm, ZH: "哈希算法缺失或不一致", EN: "the hash function is missing or another one"},
		fault.Text{Code: ErrHead, ZH: "不是链头文本", EN: "not the text of a head"},
		fault.Text{Code: ErrGap, ZH: "第{seq}号缺失、重复或次序有误", EN: "number {seq} is missing, repeated or out of order"},
		fault.Text{Code: ErrHash, ZH: "第{seq}号记录与记账时不一致", EN: "record {seq} is not what was recorded"},
		fault.Text{Code: ErrAnchor, ZH: "第{seq}号与外部留存的链头不一致", EN: "record {seq} differs from the head kept outside"},
		fault.Text{Code: ErrShort, ZH: "只有{seq}条记录，外部留存的链头为第{anchor}号，末尾有记录被删除",
			EN: "the chain ends at {seq}, the head kept outside is {anchor}: records were removed at the end"},
	)
})
