package instalment

import (
	"sync"

	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// Score is the result of an evaluation, from 0 to 100 (得分); the zero value is not known.
type Score = known.Value[measure.Quantity]

var triggers = sync.OnceValue(func() vocab.List[Trigger] {
	type entry = vocab.Entry[Trigger]
	return vocab.New("付款条件", "trigger of an instalment",
		entry{Key: OnSigning, ZH: "合同签订", EN: "signing"},
		entry{Key: OnMidTerm, ZH: "中期评估", EN: "mid-term evaluation"},
		entry{Key: OnFinal, ZH: "末期评估", EN: "final evaluation"},
		entry{Key: OnDate, ZH: "约定日期", EN: "agreed date"},
		entry{Key: OnOccasion, ZH: "其他条件", EN: "other condition"},
	)
})

// State is how far an instalment is (付款进度). The zero value is not recorded.
type State string

// The states.
const (
	Waiting State = "waiting" // 条件未达成
	Due     State = "due"     // 应付未付
	Partly  State = "partly"  // 部分到账
	Settled State = "settled" // 结清: all that is approved has come, which may be nothing
)

// States returns the states in the order in which they are passed.
func States() vocab.List[State] { return states() }

var states = sync.OnceValue(func() vocab.List[State] {
	type entry = vocab.Entry[State]
	return vocab.New("付款进度", "state of an instalment",
		entry{Key: Waiting, ZH: "条件未达成", EN: "waiting for its condition"},
		entry{Key: Due, ZH: "应付未付", EN: "due"},
		entry{Key: Partly, ZH: "部分到账", EN: "received in part"},
		entry{Key: Settled, ZH: "已结清", EN: "settled"},
	)
})

// Key is what the cost of a contract is spread by (分摊依据). The zero value is not recorded.
type Key string

// The keys. ByTable is for shares that the contract itself lists.
const (
	Equally      Key = "equal"
	ByPosts      Key = "posts"
	ByPopulation Key = "population"
	ByCases      Key = "cases"
	ByTable      Key = "table"
)

// Keys returns the keys.
func Keys() vocab.List[Key] { return keys() }

var keys = sync.OnceValue(func() vocab.List[Key] {
	type entry = vocab.Entry[Key]
	return vocab.New("分摊依据", "key of a spread",
		entry{Key: Equally, ZH: "平均", EN: "equally"},
		entry{Key: ByPosts, ZH: "按岗位数", EN: "by posts"},
		entry{Key: ByPopulation, ZH: "按人口数", EN: "by population"},
		entry{Key: ByCases, ZH: "按个案数", EN: "by cases"},
		entry{Key: ByTable, ZH: "按合同附表", EN: "by the table of the contract"},
	)
})
