package money

type Amount int64

// Is a currency.
type Currency string

// Sides of an entry share one comment.
const (
	Debit  = 1
	Credit = 2
)

const Fen = 1

const Yuan = 100 // 元: a hundred fen

func (a Amount) Add(b Amount) Amount { return a + b }

// Adds two amounts.
func Add(a, b Amount) Amount { return a + b }

// An Account of the ledger.
type Account struct{}

// AddAll begins with a longer name than Add.
func AddAll() {}

type (
	FundID string // of an account
	LotID  string
)

type hidden struct{}

func (hidden) String() string { return "" }
