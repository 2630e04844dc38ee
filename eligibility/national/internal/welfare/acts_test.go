package welfare

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
)

const versions = `
canji-2015 2016-01-01/
	canji_shenghuo 2016-01-01/2020-01-01
	canji_shenghuo 2020-01-01/
	canji_huli
	gongshang_huli
	tonglei_shenghuo
	tonglei_huli
	on_dibao 2016-01-01/2021-07-01
	on_dibao 2021-07-01/
guer-2010 2010-11-16/
	guer
	child.parent
	child.parents_known
shishi-2019 2020-01-01/
	shishi_wuren
	child.parent_unable 2020-01-01/2021-01-25
shishi-2020 2021-01-25/
	child.parent_unable
kunjing-2016 2016-06-13/
	kunjing
liushou-2016 2016-02-04/
	liushou
liudong-2024 2024-09-03/
	liudong
laonian-2018 2018-12-29/
	gaoling
	laonian_huli
xiaofei-2026 2026-01-01/2027-01-01
	xiaofei_butie
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
