package collab_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/collab"
	"github.com/shegong/shegong/station/fault"
)

// FuzzRecords reads any JSON as each kind of record: nothing panics, no fault holds a text of the data, and what was read is
// written and read again unchanged.
func FuzzRecords(f *testing.F) {
	for _, v := range []any{partner(), engagement(), team(), resource(), collab.FiveParty(), pairing()} {
		b, err := json.Marshal(v)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		record[collab.Partner](t, data)
		record[collab.Engagement](t, data)
		record[collab.Resource](t, data)
		record[collab.Framework](t, data)
		record[collab.Pairing](t, data)
		teams := []collab.Team{record[collab.Team](t, data), {ID: "t2", MergedInto: "t1"}, {ID: "t1", MergedInto: "t2"}}
		var v collab.Volunteer // masks on the way out, so it is no round trip
		_ = json.Unmarshal(data, &v)
		l := append(fault.Of(v.Validate()), collab.CheckTeams(teams, []collab.Volunteer{v, v})...)
		quiet(t, l)
	})
}

func record[T entity](t *testing.T, data []byte) (v T) {
	if json.Unmarshal(data, &v) != nil {
		return *new(T)
	}
	quiet(t, fault.Of(v.Validate()))
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var back T
	if err := json.Unmarshal(b, &back); err != nil && !strings.Contains(err.Error(), "IDENTITY-MASKED") {
		t.Errorf("does not read back: %v", err)
	}
	return v
}

// quiet checks that a text with the mark in it does not come back.
func quiet(t *testing.T, l fault.List) {
	const mark = "秘密"
	if strings.Contains(l.Error(), mark) || strings.Contains(l.Text(language.Chinese), mark) {
		t.Errorf("a fault holds a text of the data: %v", l)
	}
}

// FuzzBracketedCells reads any text as memberships and as stages of growth: what is read without a fault is written in a
// form that reads back. What lacks its team or stage is read too, for Validate to refuse.
func FuzzBracketedCells(f *testing.F) {
	for _, s := range []string{"t1（2022-03-01至2022-06-30）、t2（2022-07-01起）", "t1", "初创期（2022年3月）、成长期(2023年)", "（）", "a（b）（2022-01-01）"} {
		f.Add(s)
	}
	volunteers, engagements := collab.VolunteerForm().Only("所属队伍").Columns[0], collab.EngagementForm().Only("成长阶段").Columns[0]
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return // a form refuses it before its columns
		}
		var v, v2 collab.Volunteer
		if volunteers.Set(&v, text) == nil &&
			!slices.ContainsFunc(v.Memberships, func(m collab.Membership) bool { return m.Team == "" }) {
			if err := volunteers.Set(&v2, volunteers.Get(&v)); err != nil || !volunteers.Equal(&v, &v2) {
				t.Errorf("%+v is written %q: %v", v.Memberships, volunteers.Get(&v), err)
			}
		}
		var e, e2 collab.Engagement
		if engagements.Set(&e, text) == nil &&
			!slices.ContainsFunc(e.Growth, func(g collab.GrowthStep) bool { return g.Stage == "" }) {
			if err := engagements.Set(&e2, engagements.Get(&e)); err != nil || !engagements.Equal(&e, &e2) {
				t.Errorf("%+v is written %q: %v", e.Growth, engagements.Get(&e), err)
			}
		}
	})
}
