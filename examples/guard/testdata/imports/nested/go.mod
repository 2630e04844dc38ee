module github.com/shegong/shegong/nested

go 1.25.0
