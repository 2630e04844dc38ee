package text

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/vocab"
)

// TestGrades are the documents by how well they are known. Who reads a text that was known at second hand moves it here.
func TestGrades(t *testing.T) {
	got := make(map[vocab.Provenance]int)
	for _, d := range []Document{CivilCode(), FamilyReading(), Interim2014(), AssistanceLaw(), Reform2020(), Notice2022(), Destitute2021(), Subsistence2012(),
		Subsistence2021(), Rigid2024(), Relief2018(), Injury2010(), Orphans2010(), Unsupported2019(), Hardship2016(), LeftBehind2016(), ElderlyLaw()} {
		if d.grade != vocab.Official {
			t.Errorf("%s is %s", d.title, d.grade)
		}
		got[d.grade]++
	}
	for _, d := range []Document{Destitute2016(), Relief2014(), Relief2026(), Subsidies2015(), Unsupported2020(), Migrant2024(), Vouchers2026()} {
		if d.grade != vocab.Reported {
			t.Errorf("%s is %s", d.title, d.grade)
		}
		got[d.grade]++
	}
	for _, d := range []Document{MarriageLaw(), GeneralPart()} {
		if d.grade != vocab.Recalled {
			t.Errorf("%s is %s", d.title, d.grade)
		}
		got[d.grade]++
	}
	if d := cmp.Diff(map[vocab.Provenance]int{vocab.Official: 17, vocab.Reported: 7, vocab.Recalled: 2}, got); d != "" {
		t.Error(d)
	}
}

// TestCriteria are the ways to cite: what stands in the text has its grade, our reading of it says so and what is read.
func TestCriteria(t *testing.T) {
	d := Relief2026()
	says, means := d.Says("id", "（一）", "中文", "English"), d.Means("id", "（一）", "中文", "English", "按此理解")
	if says.Source != (vocab.Source{Document: d.title, Article: "（一）", Provenance: vocab.Reported}) || says.Note != "" {
		t.Errorf("%+v", says)
	}
	if means.Source != Reading(says.Source) || means.Source.Provenance != vocab.Interpretation || means.Note != "按此理解" {
		t.Errorf("%+v", means)
	}
	if c := Noted(says, "备注"); c.Note != "备注" || c.Source != says.Source {
		t.Errorf("%+v", c)
	}
	n := d.NotHeld("tekun", "（一）", "纳入特困", "destitute", "tekun")
	s := n.Spec()
	if s.Kind != eligibility.KindNot || s.Criterion.ZH != "没有纳入特困" || s.Kids[0].Spec().Kind != eligibility.KindHolds || s.Kids[0].Criterion().ID != "tekun.holds" {
		t.Errorf("%+v", s)
	}
	if p := During("2014-05-01/2026-07-01"); p.String() != "2014-05-01/2026-07-01" {
		t.Error(p)
	}
}
