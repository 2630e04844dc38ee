package station_test

import (
	"math"
	"math/rand/v2"
	"reflect"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
)

func reflectOf(v any) reflect.Value { return reflect.ValueOf(v).Elem() }

// mess changes about one field in twenty of everything below v to a hostile value, drops, repeats and swaps elements.
func mess(rng *rand.Rand, texts []string, v reflect.Value, depth int) {
	hit := rng.IntN(20) == 0
	dates := []cal.Partial{{}, cal.MustParsePartial("0001"), cal.MustParsePartial("9999"), cal.MustParsePartial("2022年年中"), cal.MustParsePartial("2022-06-30")}
	switch p := v.Addr().Interface().(type) {
	case *cal.Partial:
		if hit {
			*p = dates[rng.IntN(len(dates))]
		}
		return
	case *cal.Period:
		if hit {
			*p = []cal.Period{{}, cal.Since(cal.MustParse("9999-12-31")), cal.Year(2022)}[rng.IntN(3)]
		}
		return
	case *division.Code:
		if hit {
			*p = []division.Code{{}, division.MustParse("82"), division.MustParse("350627100201")}[rng.IntN(3)]
		}
		return
	case *measure.Quantity:
		if hit {
			*p = measure.MustParseQuantity([]string{"-1", "0", "9223372036854775.807", "-9223372036854775.807", "0.001"}[rng.IntN(5)])
		}
		return
	case *known.Value[measure.Quantity]:
		if hit {
			*p = known.Of(measure.MustParseQuantity("9223372036854775.807"))
		}
		return
	case *known.Value[measure.Ratio]:
		if hit {
			*p = known.Of(measure.MustParseRatio("-9223372036854775807"))
		}
		return
	case *known.Value[int]:
		if hit {
			*p = known.Of(math.MinInt)
		}
		return
	case *identity.Name:
		if hit {
			*p = identity.Name{}
		}
		return
	}
	switch v.Kind() {
	case reflect.String:
		if hit {
			v.SetString(texts[rng.IntN(len(texts))])
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				mess(rng, texts, v.Field(i), depth+1)
			}
		}
	case reflect.Slice:
		if hit && v.Len() > 0 {
			switch rng.IntN(3) {
			case 0:
				v.SetLen(rng.IntN(v.Len()))
			case 1:
				v.Set(reflect.Append(v, v.Index(rng.IntN(v.Len()))))
			case 2:
				v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
			}
		}
		for i := range v.Len() {
			mess(rng, texts, v.Index(i), depth+1)
		}
	}
}
