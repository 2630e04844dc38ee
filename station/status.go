package station

import (
	"slices"
	"sync"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/vocab"
)

// Status is the state of a station (站点状态). The zero value is "not recorded", and also the state before the first change.
type Status string

// The states. A plaque says nothing of staff: 挂牌 and 运营 are counted apart.
const (
	StatusPlanned   Status = "planned"   // 筹建
	StatusPlaqued   Status = "plaqued"   // 挂牌: formally set up
	StatusOperating Status = "operating" // 运营: staffed and serving
	StatusSuspended Status = "suspended" // 暂停
	StatusClosed    Status = "closed"    // 撤销: for good; a station set up again is a new one
)

// Statuses returns the states of a station.
func Statuses() vocab.List[Status] { return statuses() }

var statuses = sync.OnceValue(func() vocab.List[Status] {
	type entry = vocab.Entry[Status]
	return vocab.New("站点状态", "status",
		entry{Key: StatusPlanned, ZH: "筹建", EN: "planned", Aliases: []string{"筹备", "规划"}},
		entry{Key: StatusPlaqued, ZH: "挂牌", EN: "plaqued", Aliases: []string{"已挂牌", "挂牌成立"}},
		entry{Key: StatusOperating, ZH: "运营", EN: "operating", Aliases: []string{"运营中", "启动运营", "投入运营"}},
		entry{Key: StatusSuspended, ZH: "暂停", EN: "suspended", Aliases: []string{"暂停运营"}},
		entry{Key: StatusClosed, ZH: "撤销", EN: "closed", Aliases: []string{"关闭", "停办"}},
	)
})

// next returns the states that may follow; none after the last or an unknown one.
func (s Status) next() []Status {
	switch s {
	case StatusPlanned:
		return []Status{StatusPlaqued, StatusOperating, StatusClosed}
	case StatusPlaqued:
		return []Status{StatusOperating, StatusSuspended, StatusClosed}
	case StatusOperating:
		return []Status{StatusSuspended, StatusClosed}
	case StatusSuspended:
		return []Status{StatusOperating, StatusClosed}
	}
	return nil
}

// StatusChange is a dated step in the life of a station (状态变更). A history may begin anywhere, where the records begin.
type StatusChange struct {
	Status Status      `json:"status" validate:"required"`
	Since  cal.Partial `json:"since,omitzero" validate:"required"`
	Note   string      `json:"note,omitempty" validate:"max=500"`
}

// StatusOn returns the state of the station on a day and whether it is certain (某日状态). Where rough dates leave it open, the
// state is the one surely reached. Before the first change it is "".
func (s Station) StatusOn(day cal.Date) (status Status, certain bool) {
	may := s.statusesOn(day)
	return may[0], len(may) == 1
}

// CountsOn reports whether the station was in one of the given states on a day: surely, and possibly.
func (s Station) CountsOn(day cal.Date, states ...Status) (surely, possibly bool) {
	surely = true
	for _, status := range s.statusesOn(day) {
		in := slices.Contains(states, status)
		surely, possibly = surely && in, possibly || in
	}
	return surely, possibly
}

// statusesOn returns the states that the station may have had on a day, the surely reached one first; never none.
func (s Station) statusesOn(day cal.Date) []Status {
	surely, possibly := reached(s.dates(), day)
	states := make([]Status, 1, 1+possibly-surely)
	if surely > 0 {
		states[0] = s.History[surely-1].Status
	}
	for _, c := range s.History[surely:possibly] {
		states = append(states, c.Status)
	}
	return states
}

func (s Station) dates() []cal.Partial {
	dates := make([]cal.Partial, len(s.History))
	for i, c := range s.History {
		dates[i] = c.Since
	}
	return dates
}

func (s Station) historyRules() (l fault.List) {
	for i, c := range s.History {
		path := fault.Index("", i)
		l.Add(path+".status", Statuses().Check(c.Status))
		if i > 0 && stepRefused(Statuses(), s.History[i-1].Status, c.Status, Status.next) {
			l.Add(path+".status", catalogue().New(ErrStep))
		}
	}
	for _, i := range disordered(s.dates()) {
		l.Add(fault.Index("", i)+".since", catalogue().New(ErrOrder))
	}
	return l
}

// stepRefused reports whether b may not follow a. Words that the list does not know are reported as such and judged no
// further.
func stepRefused[K ~string](list vocab.List[K], a, b K, next func(K) []K) bool {
	return list.Known(a) && list.Known(b) && !slices.Contains(next(a), b)
}
