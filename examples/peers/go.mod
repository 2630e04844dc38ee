module github.com/shegong/shegong/examples/peers

go 1.25.0

replace github.com/shegong/shegong => ../..

require (
	github.com/Rhymond/go-money v1.0.15
	github.com/govalues/decimal v0.1.36
	github.com/govalues/money v0.2.4
	github.com/shegong/shegong v0.0.0-00010101000000-000000000000
	github.com/shopspring/decimal v1.6.0
	golang.org/x/text v0.41.0
)
