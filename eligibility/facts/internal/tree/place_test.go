package tree

import "testing"

func TestPlaces(t *testing.T) {
	var whole *Place
	people := &Place{Name: "people"}
	second := &Place{Up: people, At: 1}
	for _, c := range []struct{ got, want string }{
		{whole.String(), ""},
		{whole.To("ref"), "ref"},
		{people.String(), "people"},
		{second.String(), "people[1]"},
		{second.To("birth"), "people[1].birth"},
		{(&Place{Up: second, Name: "work"}).String(), "people[1].work"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}
