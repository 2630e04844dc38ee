package main

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/reporting"
	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/division/names"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

var chinese = language.Chinese

// A report grows section by section; a section without records is left out.
type report struct {
	record
	index *station.Index
	doc   reporting.Document
}

// document prints the record.
func (r record) document() reporting.Document {
	p := &report{record: r, index: r.network.Index(), doc: reporting.Document{Title: r.setup.Name}}
	p.text("截至" + day(r.setup.Day) + "；来源表述的时间为“" + r.setup.AsOf.Text + "”。")
	p.quotes()
	p.overview()
	p.staffing()
	p.authorities()
	p.contracts()
	p.teams()
	p.partners()
	p.frameworks()
	p.pairings()
	p.ratings()
	p.supervision()
	p.meetings()
	p.published()
	p.remarks()
	if r.setup.Source.Text != "" {
		p.add(reporting.Attribution(r.setup.Source.Text))
	}
	return p.doc
}

func (p *report) add(b reporting.Block)       { p.doc.Blocks = append(p.doc.Blocks, b) }
func (p *report) text(s string)               { p.add(reporting.Text(s)) }
func (p *report) heading(level int, s string) { p.add(reporting.Heading{Level: level, Text: s}) }

// table adds a table; a header that begins with # is of a numeric column.
func (p *report) table(caption string, headers []string, rows [][]string, notes ...string) {
	if len(rows) == 0 {
		return
	}
	t := reporting.Table{Caption: caption, Notes: notes}
	for _, h := range headers {
		name, numeric := strings.CutPrefix(h, "#")
		t.Columns = append(t.Columns, reporting.Column{Header: name, Numeric: numeric})
	}
	for _, row := range rows {
		cells := make([]reporting.Part, len(row))
		for i, cell := range row {
			if cell == "" {
				cell = "—"
			}
			cells[i] = reporting.Words(cell)
		}
		t.Rows = append(t.Rows, cells)
	}
	p.add(t)
}

func (p *report) quotes() {
	for _, n := range p.notes {
		if n.Quoted {
			p.text("报道原文：" + n.Text)
		}
	}
}

// overview prints stations by tier and status, and the coverage with its definition.
func (p *report) overview() {
	p.heading(1, "社工站网络")
	states := []station.Status{}
	headers := []string{"层级", "#站点"}
	for e := range station.Statuses().All() {
		states = append(states, e.Key)
		headers = append(headers, "#"+e.ZH)
	}
	var rows [][]string
	for tier := range station.Tiers().All() {
		total, counts := 0, make([]station.Number, len(states))
		for _, s := range p.network.Stations {
			if s.Tier != tier.Key {
				continue
			}
			total++
			for i, state := range states {
				surely, possibly := s.CountsOn(p.setup.Day, state)
				counts[i].Least += one(surely)
				counts[i].Most += one(possibly)
			}
		}
		if total > 0 {
			row := []string{tier.ZH, strconv.Itoa(total)}
			for _, c := range counts {
				row = append(row, number(c))
			}
			rows = append(rows, row)
		}
	}
	p.table("站点数（按层级和"+day(p.setup.Day)+"的状态）", headers, rows, "时间只知大概的，写作从少到多，如“3至4”。")
	p.coverage()
	rows = nil
	for _, s := range p.network.Stations {
		status, certain := s.StatusOn(p.setup.Day)
		since := ""
		if n := len(s.History); n > 0 {
			since = s.History[n-1].Since.String()
		}
		staff := p.index.StaffingAt(p.setup.Day, s.ID)
		rows = append(rows, []string{string(s.ID), s.Name, name(station.Tiers(), s.Tier), area(s.Division),
			name(station.Statuses(), status) + choose(certain, "", "（存疑）"), since, name(station.Modes(), s.Mode),
			number(staff.Posts), number(staff.Workers)})
	}
	p.table("站点名册", []string{"编号", "站点", "层级", "所在区划", "状态", "最近变更", "用人方式", "#岗位", "#社工"}, rows)
}

func (p *report) coverage() {
	c, err := p.index.Coverage(p.setup.Scope, p.setup.Day)
	if err != nil { // the scope was checked when the folder was read
		p.text("不能计算覆盖情况：" + err.Error())
		return
	}
	ratio, err := c.Ratio()
	if err == nil {
		percent, _ := ratio.Percent(1, money.HalfUp)
		p.text(fmt.Sprintf("覆盖情况（%s）：%d个区域中有%d个至少有一个站点，覆盖率%s%%；计入的站点%d个。",
			c.Scope.Name, len(c.Scope.Areas), len(c.Covered), percent, c.Stations))
	}
	p.text(fmt.Sprintf("口径：层级为%s，状态为%s，区域为所列%d个区划；按有站点的区域计算，不按站点数除以区域数。",
		join(c.Scope.Tiers, station.Tiers()), join(c.Scope.Statuses, station.Statuses()), len(c.Scope.Areas)))
	if missing := c.Missing(); len(missing) > 0 {
		p.text("未确定覆盖的区域：" + areas(missing) + "。")
	}
}

// staffing prints posts, which are positions, beside workers, who are people.
func (p *report) staffing() {
	if len(p.network.Posts) == 0 {
		return
	}
	p.heading(1, "岗位和社工")
	s := p.index.Staffing(p.setup.Day)
	p.table("人员配备", []string{"项目", "#数目", "说明"}, [][]string{
		{"岗位", number(s.Posts), "设立的岗位，不论是否有人"},
		{"其中有人任职", number(s.Filled), ""},
		{"其中空缺", number(s.Vacant), ""},
		{"社工", number(s.Workers), "人数；一人可任几个岗位"},
		{"其中全职", number(s.FullTime), "各岗位折合之和为1"},
		{"其中持证", number(s.Certified), "持有任一职业水平等级证书"},
		{"其中高校毕业生招录", number(s.Graduates), "未记录的只计入上限"},
	}, "配备下限由各地规定，这里不设：社工少于站点也合规。")
	var rows [][]string
	for kind := range station.PostKinds().All() {
		var posts int
		employers := map[string]bool{}
		var list []string
		for _, post := range p.network.Posts {
			if post.Kind != kind.Key {
				continue
			}
			posts++
			if who := name(station.EmployerKinds(), post.Employer); who != "" && !employers[who] {
				employers[who] = true
				list = append(list, who)
			}
		}
		if posts > 0 {
			rows = append(rows, []string{kind.ZH, strconv.Itoa(posts), strings.Join(list, "、")})
		}
	}
	p.table("岗位类别", []string{"类别", "#岗位", "用人单位"}, rows)
}

func (p *report) authorities() {
	if len(p.network.Authorities) == 0 {
		return
	}
	p.heading(1, "主管和指导单位")
	var rows [][]string
	for _, a := range p.network.Authorities {
		rows = append(rows, []string{a.Name, name(station.AuthorityKinds(), a.Kind), name(station.Levels(), a.Level),
			strings.Join(a.Departments, "、"), roles(p.network.Stations, a.ID)})
	}
	p.table("", []string{"单位", "类别", "级别", "内设机构", "职责（站点数）"}, rows)
	rows = nil
	for _, b := range p.network.Brands {
		rows = append(rows, []string{b.Name, p.authority(b.Owner), area(b.Division), b.Note})
	}
	p.table("服务品牌", []string{"品牌", "所有单位", "使用区划", "说明"}, rows)
}

// roles says for how many stations an authority does what.
func roles(stations []station.Station, id station.AuthorityID) string {
	var parts []string
	for role := range station.Roles().All() {
		n := 0
		for _, s := range stations {
			for _, o := range s.Above {
				n += one(o.Authority == id && o.Role == role.Key)
			}
		}
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%s（%d）", role.ZH, n))
		}
	}
	return strings.Join(parts, "、")
}

func (p *report) authority(id station.AuthorityID) string {
	for _, a := range p.network.Authorities {
		if a.ID == id {
			return a.Name
		}
	}
	return string(id)
}

func (p *report) station(id string) string {
	if s, ok := p.index.Station(station.ID(id)); ok {
		return s.Name
	}
	return id + "（不在本网络）"
}

func (p *report) published() {
	if len(p.figures) == 0 {
		return
	}
	p.heading(1, "公布数字")
	t := reporting.FigureTable("报道公布的数字", p.figures...)
	t.Notes = []string{"标“未核验”的数字只有公布表述，没有台账可对；与上面各表的数目不是同一来源。"}
	p.add(t)
}

func (p *report) remarks() {
	p.heading(1, "说明和提示")
	for _, n := range p.notes {
		if !n.Quoted {
			p.text(n.Text)
		}
	}
	for _, h := range p.hints {
		p.text("提示：" + h.String())
	}
}

// name is the Chinese name of a word; of one not recorded, nothing.
func name[K ~string](list vocab.List[K], key K) string {
	if key == "" {
		return ""
	}
	return list.Name(key, chinese)
}

func join[K ~string](keys []K, list vocab.List[K]) string {
	words := make([]string, len(keys))
	for i, k := range keys {
		words[i] = name(list, k)
	}
	return strings.Join(words, "、")
}

func number(n station.Number) string {
	if count, ok := n.Exact(); ok {
		return strconv.Itoa(count)
	}
	return fmt.Sprintf("%d至%d", n.Least, n.Most)
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func choose(yes bool, a, b string) string {
	if yes {
		return a
	}
	return b
}

func day(d cal.Date) string {
	if d.IsZero() {
		return ""
	}
	return zh.DateText(d)
}

// area is the full name of a division, or its code where the gazetteer has no name.
func area(c division.Code) string {
	if full, ok := names.Full(c); ok {
		return full
	}
	return c.String()
}

func areas(list []division.Code) string {
	words := make([]string, len(list))
	for i, c := range list {
		words[i] = area(c)
	}
	return strings.Join(words, "、")
}
