package assistance

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
)

const versions = `
zanxing-2014 2014-05-01/
hunyinfa-2001 2001-04-28/2021-01-01
	obligor
minfadian-2021 2021-01-01/
	obligor
tekun-2016 2016-10-10/2021-07-01
	tekun 2016-10-10/2020-08-25
	tekun 2020-08-25/2021-07-01
tekun-2021 2021-07-01/
	tekun 2021-07-01/2026-07-01
	selfcare.limited
	selfcare.lost
dibao-2021 2021-07-01/
	dibao 2021-07-01/2026-01-01
	dibao 2026-01-01/2026-07-01
	dibao_single 2021-07-01/2022-10-20
	dibao_jiantui
	dibao_jianfa
	bianyuan 2021-07-01/2026-07-01
	dibao.income 2021-07-01/2026-01-01
	dibao.own_income 2021-07-01/2026-01-01
	dibao.income 2026-01-01/2026-07-01
	dibao.own_income 2026-01-01/2026-07-01
	member
	dibao.conditions
	bianyuan.conditions 2021-07-01/2026-01-01
	bianyuan.conditions 2026-01-01/2026-07-01
dibao-2022 2022-10-20/
	dibao_single 2022-10-20/2026-01-01
	dibao_single 2026-01-01/2026-07-01
gangxing-2025 2025-01-01/
	gangxing 2025-01-01/2026-07-01
	gangxing.income 2025-01-01/2026-01-01
	gangxing.income 2026-01-01/2026-07-01
jiuzhufa-2026 2026-07-01/
	tekun 2026-07-01/
	dibao 2026-07-01/
	dibao_single 2026-07-01/
	bianyuan 2026-07-01/
	gangxing 2026-07-01/
	dibao.income 2026-07-01/
	dibao.own_income 2026-07-01/
	bianyuan.conditions 2026-07-01/
	gangxing.income 2026-07-01/
dibao-2012 2012-12-12/2021-07-01
	member
`

// TestVersions are the acts in their order, each with the days of its force, and what they set up with its own days where it has any: a
// day more or less is another law. What the versions say is tested beside package national.
func TestVersions(t *testing.T) {
	var b strings.Builder
	line := func(indent string, id any, force cal.Period) {
		fmt.Fprintf(&b, "\n%s%s", indent, strings.TrimSpace(fmt.Sprint(id, " ", force)))
	}
	for _, a := range Acts() {
		line("", a.ID, a.Force)
		for _, p := range a.Programmes {
			line("\t", p.ID, p.Force)
		}
		for _, d := range a.Definitions {
			line("\t", d.ID, d.Force)
		}
	}
	if d := cmp.Diff(versions, b.String()+"\n"); d != "" {
		t.Error(d)
	}
}
