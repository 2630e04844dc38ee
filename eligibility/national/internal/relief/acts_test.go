package relief

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
)

const versions = `
linshi-2014 2014-10-03/
	linshi_jinan 2014-10-03/2018-01-23
	linshi_zhichu 2014-10-03/2018-01-23
	jiuzhuzhan 2014-10-03/2022-10-20
linshi-2018 2018-01-23/
	linshi_jinan 2018-01-23/2020-08-25
	linshi_jinan 2020-08-25/2022-10-20
	linshi_jinan 2022-10-20/2026-07-01
	linshi_jinan 2026-07-01/
	linshi_zhichu 2018-01-23/2026-01-29
linshi-2022 2022-10-20/
	linshi_shiye
linshi-2026 2026-01-29/
	linshi_kuaijiu 2026-01-29/2026-07-01
	linshi_kuaijiu 2026-07-01/
	linshi_zhichu
liusan-2026 2026-07-01/
	jiuzhuzhan
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
