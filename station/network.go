package station

import (
	"slices"

	"github.com/shegong/shegong/station/collab"
	"github.com/shegong/shegong/station/contract"
	"github.com/shegong/shegong/station/division"
)

// The importer chooses all IDs; they are plain text, no personal data, and stay the same when a thing is renamed.
type (
	// ID names a station (站点编号).
	ID string
	// AuthorityID names an authority (主管部门编号).
	AuthorityID string
	// BrandID names a brand (品牌编号).
	BrandID string
	// RolloutID names a rollout plan (建站计划编号).
	RolloutID string
	// MeetingID names a meeting (会议编号).
	MeetingID string
	// DocumentID names a policy reference (文件编号 in this network, not the number printed on the document).
	DocumentID string
	// RatingID names a rating (评定编号).
	RatingID string
	// SchemeID names a rating scheme (评定办法编号).
	SchemeID string
	// WorkerID names a worker (社工编号). It is no resident number.
	WorkerID string
	// PostID names a post (岗位编号).
	PostID string
	// SupervisionID names a supervision arrangement (督导安排编号).
	SupervisionID string
	// BulletinID names a supervision bulletin (通报编号).
	BulletinID string
)

// Network is everything recorded of a network of stations (站点网络, 一张网). Division, if recorded, is the area that all its
// stations lie in. Entities refer to each other by ID; IDs are unique among entities of one kind. The order of the lists
// means nothing, but paths of problems count in it.
type Network struct {
	Name     string        `json:"name" validate:"required,max=100"`
	Division division.Code `json:"division,omitzero"`
	AsOf     AsOf          `json:"as_of,omitzero"`
	Source   Attribution   `json:"source,omitzero"`

	Authorities []Authority       `json:"authorities,omitempty" validate:"dive"`
	Brands      []Brand           `json:"brands,omitempty" validate:"dive"`
	Documents   []PolicyReference `json:"documents,omitempty" validate:"dive"`

	Stations    []Station    `json:"stations,omitempty" validate:"dive"`
	Posts       []Post       `json:"posts,omitempty" validate:"dive"`
	Workers     []Worker     `json:"workers,omitempty" validate:"dive"`
	Assignments []Assignment `json:"assignments,omitempty" validate:"dive"`

	Schemes      []RatingScheme        `json:"schemes,omitempty" validate:"dive"`
	Ratings      []Rating              `json:"ratings,omitempty" validate:"dive"`
	Supervisions []Supervision         `json:"supervisions,omitempty" validate:"dive"`
	Bulletins    []SupervisionBulletin `json:"bulletins,omitempty" validate:"dive"`
	Rollouts     []Rollout             `json:"rollouts,omitempty" validate:"dive"`
	Meetings     []Meeting             `json:"meetings,omitempty" validate:"dive"`
	Counts       []Count               `json:"counts,omitempty" validate:"dive"`

	Operators []contract.Operator `json:"operators,omitempty" validate:"dive"`
	Contracts []contract.Contract `json:"contracts,omitempty" validate:"dive"`

	Frameworks  []collab.Framework  `json:"frameworks,omitempty" validate:"dive"`
	Partners    []collab.Partner    `json:"partners,omitempty" validate:"dive"`
	Engagements []collab.Engagement `json:"engagements,omitempty" validate:"dive"`
	Teams       []collab.Team       `json:"teams,omitempty" validate:"dive"`
	Volunteers  []collab.Volunteer  `json:"volunteers,omitempty" validate:"dive"`
	Resources   []collab.Resource   `json:"resources,omitempty" validate:"dive"`
	Pairings    []collab.Pairing    `json:"pairings,omitempty" validate:"dive"`
}

// Index finds entities of a network and answers questions about a day (网络查询). Build it with [Network.Index]; do not change the
// network while it is in use. Where an ID was given twice, which Validate reports, the first entity counts. The zero
// value is an index of nothing. It is safe for concurrent use.
type Index struct {
	net         Network
	stations    map[ID]int
	posts       map[PostID]int
	workers     map[WorkerID]int
	authorities map[AuthorityID]int
	brands      map[BrandID]int
	documents   map[DocumentID]int
	schemes     map[SchemeID]int

	postsAt map[ID][]int     // posts by station
	filling map[PostID][]int // assignments by post
}

// Index returns an index of the network as it is now.
func (n *Network) Index() *Index {
	x := &Index{
		net:         *n,
		stations:    places(n.Stations, Station.id),
		posts:       places(n.Posts, Post.id),
		workers:     places(n.Workers, Worker.id),
		authorities: places(n.Authorities, Authority.id),
		brands:      places(n.Brands, Brand.id),
		documents:   places(n.Documents, PolicyReference.id),
		schemes:     places(n.Schemes, RatingScheme.id),
		postsAt:     make(map[ID][]int),
		filling:     make(map[PostID][]int),
	}
	for i, p := range n.Posts {
		if x.posts[p.ID] == i { // a repeated post is one post
			x.postsAt[p.Station] = append(x.postsAt[p.Station], i)
		}
	}
	for i, a := range n.Assignments {
		x.filling[a.Post] = append(x.filling[a.Post], i)
	}
	return x
}

// places maps IDs to the places of their first owners.
func places[K ~string, T any](items []T, id func(T) K) map[K]int {
	m := make(map[K]int, len(items))
	for i, item := range items {
		if _, taken := m[id(item)]; !taken {
			m[id(item)] = i
		}
	}
	return m
}

// The IDs, as functions.
func (s Station) id() ID                 { return s.ID }
func (p Post) id() PostID                { return p.ID }
func (w Worker) id() WorkerID            { return w.ID }
func (a Authority) id() AuthorityID      { return a.ID }
func (b Brand) id() BrandID              { return b.ID }
func (p PolicyReference) id() DocumentID { return p.ID }
func (s RatingScheme) id() SchemeID      { return s.ID }

func pick[K ~string, T any](m map[K]int, items []T, id K) (found T, ok bool) {
	if i, ok := m[id]; ok {
		return items[i], true
	}
	return found, false
}

// Station returns the station with an ID.
func (x *Index) Station(id ID) (Station, bool) { return pick(x.stations, x.net.Stations, id) }

// Post returns the post with an ID.
func (x *Index) Post(id PostID) (Post, bool) { return pick(x.posts, x.net.Posts, id) }

// Worker returns the worker with an ID.
func (x *Index) Worker(id WorkerID) (Worker, bool) { return pick(x.workers, x.net.Workers, id) }

// PostsAt returns the posts of a station, in the order of the network (站点岗位).
func (x *Index) PostsAt(id ID) []Post {
	out := make([]Post, 0, len(x.postsAt[id]))
	for _, i := range x.postsAt[id] {
		out = append(out, x.net.Posts[i])
	}
	return out
}

// Chain returns a document after all those it follows, the highest first (政策链). A chain that leads back to itself, or out of
// the network, is cut there.
func (x *Index) Chain(id DocumentID) []PolicyReference {
	var chain []PolicyReference
	seen := make(map[DocumentID]bool)
	for !seen[id] {
		seen[id] = true
		doc, ok := pick(x.documents, x.net.Documents, id)
		if !ok {
			break
		}
		chain = append(chain, doc)
		id = doc.Follows
	}
	slices.Reverse(chain)
	return chain
}
