package station

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// Open returns the stations of a scope on a day, in the order of the network (在运站点): those that surely count and those that
// count or not as rough dates are read. A scope without areas takes stations everywhere. It counts stations, so it says
// nothing of coverage.
func (x *Index) Open(scope Scope, on cal.Date) (surely, unsure []ID) {
	areas := codes(scope.Areas)
	for i, s := range x.net.Stations {
		if x.stations[s.ID] != i {
			continue
		}
		if _, in := within(areas, s.Division); !in && len(areas) > 0 {
			continue
		}
		switch sure, may := scope.counts(s, on); {
		case sure:
			surely = append(surely, s.ID)
		case may:
			unsure = append(unsure, s.ID)
		}
	}
	return surely, unsure
}

// Coverage returns which areas of a scope had a station on a day (覆盖情况): areas with at least one station over areas, never
// stations over areas. A station covers the area that its division lies in, so a zone that only has the code of its county
// covers no township. A scope without tiers, states or areas is [ErrScope]; what else is wrong with it is [Scope.Validate]'s.
func (x *Index) Coverage(scope Scope, on cal.Date) (Coverage, error) {
	if len(scope.Tiers) == 0 || len(scope.Statuses) == 0 || len(scope.Areas) == 0 {
		return Coverage{}, catalogue().New(ErrScope)
	}
	if err := scope.Validate(); err != nil {
		return Coverage{}, err
	}
	surely, unsure := x.Open(scope, on)
	covered, possible := x.areasOf(scope, surely), x.areasOf(scope, unsure)
	return Coverage{Scope: scope, On: on, Covered: covered, Unsure: without(possible, covered), Stations: len(surely)}, nil
}

// areasOf returns the areas that stations lie in, each once, in the order of codes.
func (x *Index) areasOf(scope Scope, ids []ID) (out []division.Code) {
	areas := codes(scope.Areas)
	for _, id := range ids {
		area, _ := within(areas, x.net.Stations[x.stations[id]].Division)
		out = append(out, area)
	}
	return set(out, division.Code.Compare)
}

// Number is a count on a day whose dates may be rough (数目): at least Least, at most Most.
type Number struct {
	Least int `json:"least"`
	Most  int `json:"most"`
}

// Exact returns the number and whether it is certain.
func (n Number) Exact() (int, bool) { return n.Least, n.Least == n.Most }

func (n *Number) add(surely, possibly bool) {
	if surely {
		n.Least++
	}
	if possibly {
		n.Most++
	}
}

// Staffing is how the posts of stations are filled on a day (人员配备). Posts are positions and workers are people: 近950个岗位 is the
// first and 14名社工 the second. A worker counts through an assignment to a post that exists on the day; FullTime are the workers
// whose shares make a whole. Certified are those who hold any level. Of Graduates, Most includes the workers of whom nobody
// recorded whether they were hired as graduates.
type Staffing struct {
	Posts     Number `json:"posts"`
	Filled    Number `json:"filled"`
	Vacant    Number `json:"vacant"`
	Workers   Number `json:"workers"`
	FullTime  Number `json:"full_time"`
	Certified Number `json:"certified"`
	Graduates Number `json:"graduates"`
}

// Staffing returns the staffing of the whole network on a day, posts of unknown stations included.
func (x *Index) Staffing(on cal.Date) Staffing {
	var posts []int
	for i, p := range x.net.Posts {
		if x.posts[p.ID] == i {
			posts = append(posts, i)
		}
	}
	s, _ := x.staffing(on, posts)
	return s
}

// StaffingAt returns the staffing of some stations together on a day (站点人员配备); of none it is zero.
func (x *Index) StaffingAt(on cal.Date, stations ...ID) Staffing {
	s, _ := x.staffing(on, x.postsOf(stations))
	return s
}

func (x *Index) postsOf(stations []ID) (posts []int) {
	for _, id := range set(stations, cmp.Compare[ID]) {
		posts = append(posts, x.postsAt[id]...)
	}
	return posts
}

// staffing also returns how many workers there are if as many as possible of them are certified.
func (x *Index) staffing(on cal.Date, posts []int) (s Staffing, workers int) {
	surely, possibly := make(map[WorkerID]int64), make(map[WorkerID]int64) // shares in thousandths
	for _, i := range posts {
		post := x.net.Posts[i]
		there, maybe := post.Tenure.On(on)
		filled, fillable := false, false // if the post is there
		for _, j := range x.filling[post.ID] {
			a := x.net.Assignments[j]
			sure, may := a.Tenure.On(on)
			if sure && there {
				surely[a.Worker] += bounded(a.Share)
			}
			if may && maybe {
				possibly[a.Worker] += bounded(a.Share)
			}
			filled, fillable = filled || sure, fillable || may
		}
		s.Posts.add(there, maybe)
		s.Filled.add(there && filled, maybe && fillable)
		s.Vacant.add(there && !fillable, maybe && !filled)
	}
	for i, w := range x.net.Workers {
		share, sure := surely[w.ID]
		most, may := possibly[w.ID]
		if x.workers[w.ID] != i || !may {
			continue
		}
		level, best := w.LevelOn(on)
		graduate, recorded := w.GraduateHire.Get()
		s.Workers.add(sure, may)
		s.FullTime.add(share >= wholeTime, most >= wholeTime)
		s.Certified.add(sure && level != "", best != "")
		s.Graduates.add(sure && graduate, graduate || !recorded)
		if sure || best != "" {
			workers++
		}
	}
	return s, workers
}

const wholeTime = 1000 // thousandths

// bounded returns a share in thousandths, cut to what a share can be, so that no sum overflows.
func bounded(share measure.Quantity) int64 { return min(max(share.Thousandths(), 0), wholeTime) }

// Policy is what a place demands of its stations (配备要求). What is not known is not demanded: the zero value demands nothing, and
// fourteen workers over thirteen sites are then in order. Posts and Workers are floors for each station of the named tiers;
// Certified is the least share of certified workers among all workers of those stations.
type Policy struct {
	Name      string                     `json:"name" validate:"required,max=100"`
	Tiers     []Tier                     `json:"tiers" validate:"required,min=1,dive,required"`
	Posts     known.Value[int]           `json:"posts,omitzero" validate:"omitempty,gte=0"`
	Workers   known.Value[int]           `json:"workers,omitzero" validate:"omitempty,gte=0"`
	Certified known.Value[measure.Ratio] `json:"certified,omitzero" validate:"omitempty,gte=0"`
	Sources   []vocab.Source             `json:"sources,omitempty" validate:"dive"`
}

// Validate returns nil or every problem of the policy.
func (p Policy) Validate() error { return validate(p) }

func (p Policy) rules() (l fault.List) {
	for i, t := range p.Tiers {
		l.Add(fault.Index("tiers", i), Tiers().Check(t))
	}
	return append(l, sources(p.Sources)...)
}

// Audit returns nil or, as a fault.List, what the network lacks of a policy on a day (配备检查): [ErrPosts] and [ErrWorkers] at the
// stations that surely operate and surely have too few, and [ErrCertified] at "workers". Rough dates are read in the
// network's favour, and of no workers no share is demanded.
func (x *Index) Audit(on cal.Date, p Policy) error {
	var l fault.List
	var audited []ID
	for i, s := range x.net.Stations {
		surely, _ := s.CountsOn(on, StatusOperating)
		if !surely || !slices.Contains(p.Tiers, s.Tier) || x.stations[s.ID] != i {
			continue
		}
		audited = append(audited, s.ID)
		staff, path := x.StaffingAt(on, s.ID), fault.Index("stations", i)
		if floor, ok := p.Posts.Get(); ok && staff.Posts.Most < floor {
			l.Add(path, catalogue().New(ErrPosts, "floor", strconv.Itoa(floor)))
		}
		if floor, ok := p.Workers.Get(); ok && staff.Workers.Most < floor {
			l.Add(path, catalogue().New(ErrWorkers, "floor", strconv.Itoa(floor)))
		}
	}
	if share, ok := p.Certified.Get(); ok && len(audited) > 0 {
		staff, workers := x.staffing(on, x.postsOf(audited))
		got, err := measure.RatioOf(int64(staff.Certified.Most), int64(workers))
		if err == nil && got.Cmp(share) < 0 {
			l.Add("workers", catalogue().New(ErrCertified, "floor", share.String()))
		}
	}
	return l.Err()
}
