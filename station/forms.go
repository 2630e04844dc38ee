package station

import (
	"slices"
	"strings"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/sheet"
)

// StationForm returns the roster of stations (站点台账). The first planning, plaque and operation have columns of their own, later
// changes share one: 暂停（2022年3月）、运营（2022年9月）. Notes of changes and times of authorities are not in it.
func StationForm() sheet.Form[Station] {
	return sheet.Form[Station]{
		Name: "社工站台账",
		Columns: []sheet.Column[Station]{
			sheet.Ref("站点编号", func(s *Station) *ID { return &s.ID }).At("id").AsID(),
			sheet.Text("站点名称", func(s *Station) *string { return &s.Name }).At("name").Alias("社工站名称", "名称").AsRequired(),
			sheet.List("别名", func(s *Station) *[]string { return &s.Aliases }, sheet.TextCell[string]()).At("aliases"),
			sheet.Key("层级", Tiers(), func(s *Station) *Tier { return &s.Tier }).At("tier").Alias("站点层级").AsRequired(),
			sheet.Value("区划代码", func(s *Station) *division.Code { return &s.Division }).At("division").
				Alias("行政区划代码").AsRequired(),
			sheet.Key("区域类型", AreaTypes(), func(s *Station) *AreaType { return &s.Area }).At("area"),
			sheet.Text("地址", func(s *Station) *string { return &s.Address }).At("address").Alias("站点地址"),
			sheet.Ref("所属指导中心编号", func(s *Station) *ID { return &s.Centre }).At("centre").Alias("所属总站编号"),
			sheet.Key("用人方式", Modes(), func(s *Station) *Mode { return &s.Mode }).At("mode").Alias("运营方式"),
			sheet.Ref("品牌编号", func(s *Station) *BrandID { return &s.Brand }).At("brand"),
			firstReached("筹建时间", 0),
			firstReached("挂牌时间", 1).Alias("成立时间"),
			firstReached("运营时间", 2).Alias("启动运营时间"),
			part(sheet.List("后续状态", itself[[]StatusChange], statusCell()), laterChanges, setLaterChanges).At("history"),
			overseer("主管部门编号", RoleCompetent),
			overseer("指导单位编号", RoleGuiding),
		},
		Check: func(s *Station) error { return s.byColumn(fault.Of(s.Validate())).Err() },
	}
}

// byColumn moves faults to the columns that share a list: those of opening states and of authorities in a role have paths of
// their own, such as history.plaqued and above.guiding.
func (s *Station) byColumn(l fault.List) (out fault.List) {
	_, later := s.changes()
	paths := map[string]string{"above": "above." + string(RoleGuiding)} // the only role that must be there
	for i, c := range s.History[:len(s.History)-len(later)] {
		paths[fault.Index("history", i)] = "history." + string(c.Status)
	}
	for i, o := range s.Above {
		paths[fault.Index("above", i)] = "above." + string(o.Role)
	}
	for _, f := range l {
		element := f.Path()
		if i := strings.IndexByte(element, ']'); i >= 0 {
			element = element[:i+1]
		}
		if path, ok := paths[element]; ok {
			f = f.Moved(path)
		}
		out = append(out, f)
	}
	return out
}

// part makes a column of a whole from a column of something that is computed from it and put back into it.
func part[T, P any](c sheet.Column[P], get func(T) P, put func(*T, P)) sheet.Column[T] {
	return sheet.Column[T]{
		Header: c.Header,
		Set: func(t *T, cell string) error {
			p := get(*t)
			err := c.Set(&p, cell) // leaves p alone if the cell cannot be read
			put(t, p)
			return err
		},
		Get:   func(t *T) string { p := get(*t); return c.Get(&p) },
		Equal: func(a, b *T) bool { p, q := get(*a), get(*b); return c.Equal(&p, &q) },
		Copy:  func(to, from *T) { put(to, get(*from)) },
	}
}

func itself[P any](p *P) *P { return p }

// opening are the states that a station passes on its way to operation, each of which has a column of its own.
func opening() [3]Status { return [3]Status{StatusPlanned, StatusPlaqued, StatusOperating} }

// changes splits a history into the dates of its opening and what came later. No other state may come before an opening one.
func (s Station) changes() (first [3]cal.Partial, later []StatusChange) {
	later = s.History
	for i, status := range opening() {
		if len(later) > 0 && later[0].Status == status {
			first[i], later = later[0].Since, later[1:]
		}
	}
	return first, later
}

func (s *Station) setChanges(first [3]cal.Partial, later []StatusChange) {
	var history []StatusChange
	for i, since := range first {
		if !since.IsZero() {
			history = append(history, StatusChange{Status: opening()[i], Since: since})
		}
	}
	s.History = append(history, later...)
}

// firstReached makes the column of an opening state.
func firstReached(header string, i int) sheet.Column[Station] {
	get := func(s Station) cal.Partial { first, _ := s.changes(); return first[i] }
	put := func(s *Station, p cal.Partial) {
		if first, later := s.changes(); first[i] != p {
			first[i] = p
			s.setChanges(first, later)
		}
	}
	return part(sheet.Partial(header, itself[cal.Partial]), get, put).At("history." + string(opening()[i]))
}

func laterChanges(s Station) []StatusChange { _, later := s.changes(); return later }
func setLaterChanges(s *Station, later []StatusChange) {
	if first, old := s.changes(); !slices.Equal(old, later) {
		s.setChanges(first, later)
	}
}

func statusCell() sheet.Cell[StatusChange] {
	return sheet.DatedCell(Statuses(),
		func(status Status, since cal.Partial) StatusChange { return StatusChange{Status: status, Since: since} },
		func(c StatusChange) (Status, cal.Partial) { return c.Status, c.Since })
}

// overseer makes a column of the authorities in one role.
func overseer(header string, role Role) sheet.Column[Station] {
	get := func(s Station) (ids []AuthorityID) {
		for _, o := range s.Above {
			if o.Role == role {
				ids = append(ids, o.Authority)
			}
		}
		return ids
	}
	put := func(s *Station, ids []AuthorityID) {
		if slices.Equal(get(*s), ids) {
			return // the times stay
		}
		s.Above = slices.DeleteFunc(slices.Clone(s.Above), func(o Oversight) bool { return o.Role == role })
		for _, id := range ids {
			s.Above = append(s.Above, Oversight{Authority: id, Role: role})
		}
	}
	return part(sheet.List(header, itself[[]AuthorityID], sheet.RefCell[AuthorityID]()), get, put).At("above." + string(role))
}

// PostForm returns the roster of posts (岗位台账).
func PostForm() sheet.Form[Post] {
	return sheet.Form[Post]{
		Name: "岗位台账",
		Columns: []sheet.Column[Post]{
			sheet.Ref("岗位编号", func(p *Post) *PostID { return &p.ID }).At("id").AsID(),
			sheet.Ref("站点编号", func(p *Post) *ID { return &p.Station }).At("station").AsRequired(),
			sheet.Key("岗位类别", PostKinds(), func(p *Post) *PostKind { return &p.Kind }).At("kind").AsRequired(),
			sheet.Text("岗位名称", func(p *Post) *string { return &p.Title }).At("title").Alias("岗位"),
			sheet.Key("用人单位类别", EmployerKinds(), func(p *Post) *EmployerKind { return &p.Employer }).At("employer"),
			sheet.Text("用人单位", func(p *Post) *string { return &p.EmployerName }).At("employer_name"),
			sheet.Key("资格要求", QualificationLevels(), func(p *Post) *QualificationLevel { return &p.Requires }).At("requires"),
			sheet.Quantity("折合全职", func(p *Post) *measure.Quantity { return &p.Share }).At("share").AsRequired(),
			sheet.Partial("设立时间", func(p *Post) *cal.Partial { return &p.Tenure.From }).At("tenure.from"),
			sheet.Partial("撤销时间", func(p *Post) *cal.Partial { return &p.Tenure.To }).At("tenure.to"),
		},
		Check: func(p *Post) error { return p.Validate() },
	}
}

// WorkerForm returns the roster of workers (社工台账). Name and numbers are written masked, and masks do not read back. Numbers and
// last days of certificates are not in it.
func WorkerForm() sheet.Form[Worker] { return workerForm(false) }

// WorkerFormInFull returns the roster of workers with name and numbers written in full (社工台账明文导出). Every use is a disclosure:
// it needs a lawful purpose and a record of its own.
func WorkerFormInFull() sheet.Form[Worker] { return workerForm(true) }

func workerForm(full bool) sheet.Form[Worker] {
	return sheet.Form[Worker]{
		Name: "社工台账",
		Columns: []sheet.Column[Worker]{
			sheet.Ref("社工编号", func(w *Worker) *WorkerID { return &w.ID }).At("id").AsID(),
			personal(full, "姓名", func(w *Worker) *identity.Name { return &w.Name }).At("name").AsRequired(),
			personal(full, "身份证号", func(w *Worker) *identity.ResidentID { return &w.ResidentID }).At("resident_id").
				Alias("公民身份号码", "身份证号码"),
			personal(full, "手机号", func(w *Worker) *identity.Mobile { return &w.Mobile }).At("mobile").Alias("联系电话", "手机号码"),
			sheet.Partial("入职时间", func(w *Worker) *cal.Partial { return &w.Employed.From }).At("employed.from"),
			sheet.Partial("离职时间", func(w *Worker) *cal.Partial { return &w.Employed.To }).At("employed.to"),
			sheet.Text("学历", func(w *Worker) *string { return &w.Education }).At("education"),
			sheet.Known("社会工作专业", func(w *Worker) *known.Value[bool] { return &w.SocialWork }, sheet.BoolCell()).
				At("social_work"),
			sheet.Partial("毕业时间", func(w *Worker) *cal.Partial { return &w.Graduated }).At("graduated"),
			sheet.Known("高校毕业生招录", func(w *Worker) *known.Value[bool] { return &w.GraduateHire }, sheet.BoolCell()).
				At("graduate_hire"),
			obtained("助理社会工作师取得时间", LevelAssistant),
			obtained("社会工作师取得时间", LevelIntermediate),
			obtained("高级社会工作师取得时间", LevelSenior),
		},
		Check: func(w *Worker) error { return w.Validate() },
	}
}

func personal[P identity.Personal](full bool, header string, field func(*Worker) *P) sheet.Column[Worker] {
	if full {
		return sheet.Reveal(header, field)
	}
	return sheet.Personal(header, field)
}

// obtained makes a column of the day on which the certificate of one level was obtained.
func obtained(header string, level QualificationLevel) sheet.Column[Worker] {
	at := func(w Worker) int {
		return slices.IndexFunc(w.Qualifications, func(q Qualification) bool { return q.Level == level })
	}
	get := func(w Worker) (p cal.Partial) {
		if i := at(w); i >= 0 {
			p = w.Qualifications[i].Valid.From
		}
		return p
	}
	put := func(w *Worker, p cal.Partial) {
		i := at(*w)
		if get(*w) == p {
			return
		}
		w.Qualifications = slices.Clone(w.Qualifications)
		switch {
		case i < 0:
			w.Qualifications = append(w.Qualifications, Qualification{Level: level, Valid: Tenure{From: p}})
		case p.IsZero():
			w.Qualifications = slices.Delete(w.Qualifications, i, i+1)
		default:
			w.Qualifications[i].Valid.From = p
		}
	}
	return part(sheet.Partial(header, itself[cal.Partial]), get, put).At("qualifications")
}

// AssignmentForm returns the roster of assignments (任职台账).
func AssignmentForm() sheet.Form[Assignment] {
	return sheet.Form[Assignment]{
		Name: "任职台账",
		Columns: []sheet.Column[Assignment]{
			sheet.Ref("社工编号", func(a *Assignment) *WorkerID { return &a.Worker }).At("worker").AsID(),
			sheet.Ref("岗位编号", func(a *Assignment) *PostID { return &a.Post }).At("post").AsID(),
			sheet.Quantity("折合全职", func(a *Assignment) *measure.Quantity { return &a.Share }).At("share").AsRequired(),
			sheet.Partial("任职时间", func(a *Assignment) *cal.Partial { return &a.Tenure.From }).At("tenure.from").AsID(),
			sheet.Partial("离任时间", func(a *Assignment) *cal.Partial { return &a.Tenure.To }).At("tenure.to"),
		},
		Check: func(a *Assignment) error { return a.Validate() },
	}
}
