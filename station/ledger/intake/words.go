package intake

import (
	"sync"

	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/vocab"
)

// Register is a register that can be read (登记簿). The zero value is none.
type Register string

// The registers.
const (
	Gifts    Register = "gifts"     // 捐赠登记: money and goods received
	Stock    Register = "stock"     // 物资出入库
	CashBook Register = "cash_book" // 收支账
	HandOuts Register = "hand_outs" // 发放登记: money and goods given to clients
)

// Registers returns the registers.
func Registers() vocab.List[Register] { return registers() }

var registers = sync.OnceValue(func() vocab.List[Register] {
	type entry = vocab.Entry[Register]
	return vocab.New("登记簿", "register",
		entry{Key: Gifts, ZH: "捐赠登记", EN: "register of gifts"},
		entry{Key: Stock, ZH: "物资出入库", EN: "goods in and out"},
		entry{Key: CashBook, ZH: "收支账", EN: "cash book"},
		entry{Key: HandOuts, ZH: "发放登记", EN: "register of what was handed out"},
	)
})

// Movement is what a row of the stock register says (出入库类型). The zero value is not recorded. Gifts come in through their own
// register.
type Movement string

// The movements, and the two rows that state a balance.
const (
	Bought       Movement = "bought"  // 采购入库
	Found        Movement = "found"   // 盘盈入库
	Issued       Movement = "issued"  // 发放出库
	Lost         Movement = "lost"    // 报损出库
	Moved        Movement = "moved"   // 调拨
	OpeningStock Movement = "opening" // 期初结存
	ClosingStock Movement = "closing" // 期末结存
)

// Movements returns the movements.
func Movements() vocab.List[Movement] { return movements() }

var movements = sync.OnceValue(func() vocab.List[Movement] {
	type entry = vocab.Entry[Movement]
	return vocab.New("出入库类型", "movement of goods",
		entry{Key: Bought, ZH: "采购入库", EN: "bought", Aliases: []string{"采购", "购入"}},
		entry{Key: Found, ZH: "盘盈入库", EN: "found in a count", Aliases: []string{"盘盈"}},
		entry{Key: Issued, ZH: "发放出库", EN: "issued", Aliases: []string{"发放", "领用出库", "领用"}},
		entry{Key: Lost, ZH: "报损出库", EN: "lost or written off", Aliases: []string{"报损", "报废", "盘亏", "损耗"}},
		entry{Key: Moved, ZH: "调拨", EN: "moved to another station", Aliases: []string{"调拨出库"}},
		entry{Key: OpeningStock, ZH: "期初结存", EN: "opening balance", Aliases: []string{"期初", "上期结存"}},
		entry{Key: ClosingStock, ZH: "期末结存", EN: "closing balance", Aliases: []string{"期末", "本期结存"}},
	)
})

// Channels returns the two accounts through which money comes and goes (收付方式).
func Channels() vocab.List[ledger.Account] { return channels() }

var channels = sync.OnceValue(func() vocab.List[ledger.Account] {
	type entry = vocab.Entry[ledger.Account]
	return vocab.New("收付方式", "means of payment",
		entry{Key: ledger.Cash, ZH: "现金", EN: "cash", Aliases: []string{"库存现金"}},
		entry{Key: ledger.Bank, ZH: "银行", EN: "bank", Aliases: []string{"银行存款", "转账", "银行转账"}},
	)
})

// statement is the row of the cash book that states a balance, by its memo.
func statement(memo string) Movement {
	switch memo {
	case "期初余额", "期初结存", "期初结余", "上期结转", "上年结转", "上年结余":
		return OpeningStock
	case "期末余额", "期末结存", "期末结余", "本期结余", "本年结余", "结转下年":
		return ClosingStock
	}
	return ""
}
