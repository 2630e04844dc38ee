package station_test

import (
	"fmt"
	"testing"

	"github.com/shegong/shegong/station"
	"github.com/shegong/shegong/station/division"
)

// province is 612 stations with 948 posts.
func province() (*station.Network, station.Scope) {
	n := &station.Network{Name: "虚构省"}
	s := station.Scope{Name: "乡镇", Tiers: []station.Tier{station.TierTownship}, Statuses: []station.Status{station.StatusOperating}}
	for i := range 612 {
		area := division.MustParse(fmt.Sprintf("14%02d%02d%d", 1+i/180, 1+i/9%20, 100+i%9))
		s.Areas = append(s.Areas, area)
		n.Stations = append(n.Stations, station.Station{ID: station.ID(fmt.Sprint("s", i)), Name: "站", Tier: station.TierTownship, Division: area,
			History: []station.StatusChange{{Status: station.StatusPlaqued, Since: about("2021年年底")}, {Status: station.StatusOperating, Since: about("2022-03-01")}}})
	}
	for i := range 948 {
		n.Posts = append(n.Posts, station.Post{ID: station.PostID(fmt.Sprint(i)), Station: n.Stations[i%612].ID, Kind: station.ResidentWorker, Share: whole(),
			Tenure: since("2021年年底")})
	}
	return n, s
}

func BenchmarkNetworkValidate(b *testing.B) {
	n, _ := province()
	b.ReportAllocs()
	for b.Loop() {
		if err := n.Validate(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCoverage(b *testing.B) {
	n, scope := province()
	x, on := n.Index(), day("2022-06-30")
	b.ReportAllocs()
	for b.Loop() {
		if c, err := x.Coverage(scope, on); err != nil || len(c.Covered) != 612 {
			b.Fatal(len(c.Covered), err)
		}
	}
}

func BenchmarkStaffing(b *testing.B) {
	n, _ := province()
	x, on := n.Index(), day("2022-06-30")
	b.ReportAllocs()
	for b.Loop() {
		if s := x.Staffing(on); s.Posts.Least != 948 {
			b.Fatal(s)
		}
	}
}
