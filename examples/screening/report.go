package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/reform"
	"github.com/shegong/shegong/eligibility/wording"
	"github.com/shegong/shegong/station/money"
)

// report screens a county of so many people, costs a standard so much higher, and writes what came of it.
func report(w io.Writer, persons int, raise money.Amount, tell progress) error {
	law, err := lawWith(money.Amount{})
	if err != nil {
		return err
	}
	s, err := screen(law, persons, tell)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "# 虚构县社会救助批量筛查（%s，地区%s，均为虚构）\n\n", today, county)
	fmt.Fprintf(&b, "县内%d户、%d人，另列户外亲属%d人、亲属关系%d条。户外亲属只用于判断赡养抚养扶养，不计入下表。\n",
		s.facts.Households(), s.persons, s.facts.People()-s.persons, s.facts.Ties())
	for _, part := range []func(io.Writer) error{s.counts, s.explained, func(w io.Writer) error { return s.reform(w, raise, tell) }} {
		if err := part(&b); err != nil {
			return err
		}
	}
	b.WriteString("\n以上均为初步研判，只说明所列事实与规定比照的结果，以民政部门审核确认为准。\n虚构标准，仅供演示。\n")
	_, err = w.Write(b.Bytes())
	return err
}

// counts is how many rows of each programme came to what, and what the undecided ones lack.
func (s *screening) counts(w io.Writer) error {
	fmt.Fprint(w, "\n## 一、初步研判结果\n\n| 项目 | 单位 | 筛查 | 符合 | 不符合 | 尚不能判断 | 其中规定冲突 | 缺得最多的材料或研判 |\n|---|---|--:|--:|--:|--:|--:|---|\n")
	lacks, err := s.lacks()
	if err != nil {
		return err
	}
	for _, id := range s.plan.Programmes() {
		zh, _, _ := s.law.Title(id)
		c := s.out.Count(id)
		missing := "—"
		if l := lacks[id]; l.rows > 0 {
			missing = fmt.Sprintf("%s（%d）", l.zh, l.rows)
		}
		fmt.Fprintf(w, "| %s | %s | %d | %d | %d | %d | %d | %s |\n", zh, unit(s.out.Scope(id)), c.Rows, c.Met, c.NotMet, c.Unknown, c.Conflict, missing)
	}
	fmt.Fprintln(w, "\n尚不能判断的，是缺材料、待研判或者规定冲突，一律不作符合或者不符合处理。")
	if len(s.refused) == 0 {
		fmt.Fprintf(w, "本县适用的%d个项目全部可以批量研判。\n", len(s.plan.Programmes()))
	}
	for _, r := range s.refused {
		zh, _, _ := s.law.Title(r.programme)
		fmt.Fprintf(w, "未纳入批量研判：%s。原因：%s\n", zh, message(r.err))
	}
	return nil
}

func unit(s eligibility.Scope) string {
	if s == eligibility.PerPerson {
		return "人"
	}
	return "户"
}

// explained writes ten rows out: the first that the screening found of each sort.
func (s *screening) explained(w io.Writer) error {
	fmt.Fprintf(w, "\n## 二、逐例说明（十例）\n")
	for i, e := range []struct {
		id       eligibility.ProgrammeID
		truth    eligibility.Truth
		conflict bool
		depth    uint8 // of the criteria shown: package wording has the rest
	}{
		{national.Dibao, eligibility.Met, false, 3}, {national.Dibao, eligibility.Unknown, false, 3},
		{national.Tekun, eligibility.Met, false, 1}, {national.Tekun, eligibility.Unknown, false, 1},
		{national.Bianyuan, eligibility.Met, false, 2}, {national.Gangxing, eligibility.Met, false, 1},
		{national.Huli, eligibility.Met, false, 1}, {national.Shishi, eligibility.Met, false, 1},
		{national.Gaoling, eligibility.Met, false, 2}, {heating, eligibility.Unknown, true, 1},
	} {
		fmt.Fprintf(w, "\n### 例%d\n\n", i+1)
		row, ok := s.first(e.id, e.truth, e.conflict)
		if !ok {
			zh, _, _ := s.law.Title(e.id)
			fmt.Fprintf(w, "%s：没有这样的结果。\n", zh)
			continue
		}
		if err := s.explain(w, e.id, row, e.depth); err != nil {
			return err
		}
	}
	return nil
}

// first is the first row of a programme that came to this, of somebody who lives in the county.
func (s *screening) first(id eligibility.ProgrammeID, t eligibility.Truth, conflict bool) (int, bool) {
	for row := range s.out.Rows(id, t) {
		if _, c := s.out.Truth(id, row); c == conflict {
			return row, true
		}
	}
	return 0, false
}

// explain writes the account of one row, with the criteria down to a depth.
func (s *screening) explain(w io.Writer, id eligibility.ProgrammeID, row int, depth uint8) error {
	c, person, err := s.row(id, row)
	if err != nil {
		return err
	}
	found, err := s.engine.AppendFindings(nil, c, person, id)
	if err != nil {
		return err
	}
	var top []eligibility.Finding
	for _, f := range found {
		if f.Depth <= depth {
			top = append(top, f)
		}
	}
	a, err := s.engine.Assess(c, person, id)
	if errors.Is(err, eligibility.ErrConflict) { // never decided: the text has to be mended
		zh, _, _ := s.law.Title(id)
		fmt.Fprintf(w, "初步研判：%s\n适用日期：%s，地区：%s\n结果：尚不能判断，规定互相冲突，须先修改办法\n条件：\n", zh, today, county)
		for _, f := range top {
			fmt.Fprintf(w, "%s- %s\n", strings.Repeat("  ", int(f.Depth)), wording.AppendFinding(nil, s.law, f, language.Chinese))
		}
		fmt.Fprintln(w, "虚构标准，仅供演示。\n以民政部门审核确认为准。")
		return nil
	}
	if err != nil {
		return err
	}
	a.Caveats = nil // they concern the whole law, and every example has the same
	_, err = w.Write(wording.AppendExplanation(nil, s.law, c, &a, top, language.Chinese))
	return err
}

// reform compares the law with one whose subsistence standard is so much higher.
func (s *screening) reform(w io.Writer, raise money.Amount, tell progress) error {
	later, err := lawWith(raise)
	if err != nil {
		return err
	}
	tell("测算标准调整（项）", 0, len(s.plan.Programmes()))
	r, err := reform.Compare(s.facts, s.law, later, nil, s.plan.Programmes()...)
	if err != nil {
		return err
	}
	tell("测算标准调整（项）", len(r.Changes), len(r.Changes))
	direction := "提高"
	if raise.Sign() < 0 {
		direction = "降低"
	}
	fmt.Fprintf(w, "\n## 三、标准调整测算：城乡低保标准每人每月各%s%s元\n\n", direction, raise.Abs())
	fmt.Fprint(w, "只列有变化的项目；金额为每月，按事实测算到分。金额未知的，符合条件而缺少计发所需的材料，不在支出内。\n\n"+
		"| 项目 | 单位 | 新增符合 | 不再符合 | 转为尚不能判断 | 由尚不能判断转为符合 | 提高 | 降低 | 现月支出（元） | 调整后月支出（元） | 增减（元） | 金额未知（现/后） |\n"+
		"|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n")
	var before, after money.Amount
	for _, c := range r.Changes {
		if before, err = before.Add(c.Before.Total); err != nil {
			return err
		}
		if after, err = after.Add(c.After.Total); err != nil {
			return err
		}
		if err := s.change(w, r, c); err != nil {
			return err
		}
	}
	more, err := after.Sub(before)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "\n各项目相加：现每月%s元，调整后每月%s元，每月增减%s元。各项目分别测算，依法不能同时享受的没有扣除。\n", before, after, more)
	s.loses(w, r)
	return nil
}

// change writes what becomes of a programme, if anything does.
func (s *screening) change(w io.Writer, r *reform.Report, c reform.Change) error {
	const no, unknown, yes = eligibility.NotMet, eligibility.Unknown, eligibility.Met
	gained, lost := c.Gained(), c.Lost()
	opened, settled := c.Moved(no, unknown)+c.Moved(yes, unknown), c.Moved(unknown, yes)
	if gained+lost+opened+settled+c.Raised+c.Lowered == 0 {
		return nil
	}
	zh, _, _ := s.law.Title(c.Programme)
	fmt.Fprintf(w, "| %s | %s | %d | %d | %d | %d | %d | %d | ", zh, unit(c.Unit), gained, lost, opened, settled, c.Raised, c.Lowered)
	if p, _ := s.law.Programme(c.Programme); p.Pay == nil {
		_, err := fmt.Fprintln(w, "不计发 | 不计发 | — | — |")
		return err
	}
	more, err := c.Difference()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s | %s | %s | %d/%d |\n", c.Before.Total, c.After.Total, more, c.Before.Unknown, c.After.Unknown)
	return err
}

// loses says whether those who leave the margin, or an allowance of their own, are taken up by that of their household.
func (s *screening) loses(w io.Writer, r *reform.Report) {
	gained := make(map[int]bool)
	for row := range r.Rows(national.Dibao, eligibility.NotMet, eligibility.Met) {
		gained[row] = true
	}
	for _, id := range []eligibility.ProgrammeID{national.Bianyuan, national.DibaoSingle} {
		zh, _, _ := s.law.Title(id)
		lost, both := 0, 0
		for row := range r.Rows(id, eligibility.Met, eligibility.NotMet) {
			lost++
			if s.out.Scope(id) == eligibility.PerPerson {
				row = s.facts.HouseholdOf(row)
			}
			if gained[row] {
				both++
			}
		}
		if lost == 0 {
			continue
		}
		of := unit(s.out.Scope(id))
		fmt.Fprintf(w, "不再符合%s的%d%s中，%d%s所在家庭转为符合低保。\n", zh, lost, of, both, of)
	}
}
