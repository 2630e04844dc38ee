package collab_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/collab"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/sheet"
	"github.com/shegong/shegong/station/vocab"
)

// through writes values as CSV in both encodings and reads them back.
func through[T any](t *testing.T, form sheet.Form[T], want ...T) {
	t.Helper()
	if err := form.Validate(); err != nil {
		t.Fatal(err)
	}
	for _, encoding := range []sheet.Encoding{sheet.UTF8, sheet.GB18030} {
		var file bytes.Buffer
		if err := (sheet.CSV{Encoding: encoding}).Write(&file, form.Write(slices.Values(want))); err != nil {
			t.Fatal(err)
		}
		got := form.Read(sheet.CSV{Encoding: encoding}.Rows(&file))
		if len(got.Faults.Blocking()) > 0 {
			t.Error(got.Faults)
		}
		if d := cmp.Diff(want, got.Values()); d != "" {
			t.Error(encoding, d)
		}
	}
}

func TestRosterRoundTrips(t *testing.T) {
	odd := partner()
	odd.ID, odd.Kind, odd.CreditCode = "p2", "of_tomorrow", identity.MustParseCreditCode("52350627MJB0000182")
	through(t, collab.PartnerForm(), partner(), odd, collab.Partner{ID: "p3", Name: "青塘县人民医院", Kind: collab.Medical})
	linked := collab.Engagement{Partner: "p1", Station: "z01", Kind: collab.Linked, On: partial("2022年")}
	contact := partner()
	contact.Contact, contact.Mobile = identity.MustParseName("王小花"), identity.MustParseMobile("13957913579")
	through(t, collab.PartnerFormInFull(), contact)
	through(t, collab.EngagementForm(), engagement(), linked)
	through(t, collab.TeamForm(), team(), collab.Team{ID: "t2", Name: "二队"})
	through(t, collab.ResourceForm(), resource())
	through(t, collab.VolunteerFormInFull(), volunteer(), collab.Volunteer{ID: "v2", Name: identity.MustParseName("王小花")})
}

func TestPartnerRosterIsMasked(t *testing.T) {
	p := partner()
	p.Contact, p.Mobile = identity.MustParseName("王小花"), identity.MustParseMobile("13957913579")
	for row := range collab.PartnerForm().Only("联系人", "联系电话").Write(slices.Values([]collab.Partner{p})) {
		if row[0] != "联系人" && cmp.Diff([]string{"王某某", "***********"}, row) != "" {
			t.Errorf("got %v", row)
		}
	}
}

func TestVolunteerRosterIsMasked(t *testing.T) {
	form := collab.VolunteerForm()
	for row, err := range form.Write(slices.Values([]collab.Volunteer{volunteer()})) {
		if err != nil {
			t.Fatal(err)
		}
		if row[0] == "志愿者编号" {
			continue
		}
		want := []string{"v1", "陈某某", "***********", "******************", "******", "z01", "理发、家电维修", "2022年3月",
			"t1（2022-03-01至2022-06-30）、t2（2022-07-01起）"}
		if d := cmp.Diff(want, row); d != "" {
			t.Error(d)
		}
	}
	var file bytes.Buffer
	if err := (sheet.CSV{}).Write(&file, form.Write(slices.Values([]collab.Volunteer{volunteer()}))); err != nil {
		t.Fatal(err)
	}
	got := form.Read(sheet.CSV{}.Rows(&file))
	if len(got.Rows) > 0 || !got.Faults.Has(identity.ErrMasked) {
		t.Errorf("a masked roster reads back: %v", got.Faults)
	}
}

// cell reads one text into a fresh value by the column with this header.
func cell[T any](form sheet.Form[T], header, text string) (T, error) {
	var v T
	err := form.Only(header).Columns[0].Set(&v, text)
	return v, err
}

func TestMembershipCell(t *testing.T) {
	for text, want := range map[string][]collab.Membership{
		"":                           nil,
		"t1":                         {{Team: "t1"}},
		"t1（2022-03-01起）":            {{"t1", cal.MustParsePeriod("2022-03-01/")}},
		"t1(2022年3月1日)":              {{"t1", cal.MustParsePeriod("2022-03-01/")}},
		"t1（2022.3.1 至 2022.3.1）、t2": {{"t1", cal.MustParsePeriod("2022-03-01/2022-03-02")}, {Team: "t2"}},
		"一队（东片）（2022-03-01起）":        {{"一队(东片)", cal.MustParsePeriod("2022-03-01/")}},
	} {
		v, err := cell(collab.VolunteerForm(), "所属队伍", text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
		}
		if d := cmp.Diff(want, v.Memberships); d != "" {
			t.Errorf("%s: %s", text, d)
		}
	}
	for text, want := range map[string]fault.Code{
		"t1（去年）": cal.ErrDate, "t1（2022-03-01至）": cal.ErrDate, "t1（至2022-03-01）": cal.ErrDate,
		"t1（2022-03-02至2022-03-01）": cal.ErrOrder, "t\u200b1（2022-03-01）": sheet.ErrInvisible,
	} {
		if _, err := cell(collab.VolunteerForm(), "所属队伍", text); !fault.Of(err).Has(want) {
			t.Errorf("%q: got %v", text, err)
		}
	}
}

func TestGrowthCell(t *testing.T) {
	v, err := cell(collab.EngagementForm(), "成长阶段", "初创期（2022年3月）、growing(2023年)")
	want := []collab.GrowthStep{{collab.Starting, partial("2022年3月")}, {collab.Growing, partial("2023年")}}
	if err != nil || cmp.Diff(want, v.Growth) != "" {
		t.Error(err, cmp.Diff(want, v.Growth))
	}
	newer, err := cell(collab.EngagementForm(), "成长阶段", "budding（2022年）")
	if l := fault.Of(err); len(l.Blocking()) > 0 || !l.Has(vocab.ErrUnknown) || newer.Growth[0].Stage != "budding" {
		t.Errorf("a newer word is kept and noted: %v, %v", newer.Growth, err)
	}
	for text, want := range map[string]fault.Code{"萌芽（2022年）": vocab.ErrUnknown, "初创期（开春）": cal.ErrPartial} {
		if _, err := cell(collab.EngagementForm(), "成长阶段", text); len(fault.Of(err).Blocking()) == 0 || !fault.Of(err).Has(want) {
			t.Errorf("%s: got %v", text, err)
		}
	}
}
