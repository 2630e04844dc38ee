package main

// Workload A: four programmes, made up for measuring and no statement of the law, over an invented population. dibao
// and marginal look at the household alone, tekun at the household and the person, care at the person alone.

// The verdicts of one person, a bit each.
const (
	isDibao = 1 << iota
	isMarginal
	isTekun
	isCare
)

// A tally is how many people fit each programme; all contestants must agree on it.
type tally struct{ dibao, marginal, tekun, care int }

func (t *tally) add(verdicts uint8) {
	t.dibao += int(verdicts & 1)
	t.marginal += int(verdicts >> 1 & 1)
	t.tekun += int(verdicts >> 2 & 1)
	t.care += int(verdicts >> 3 & 1)
}

// home and resident are how a program without a rule engine would hold the facts. Money is in fen.
type home struct {
	income, standard, assets int64
	first, size              int32
	houses, vehicles         uint8
	exempt                   bool // its vehicle does not count
}

type resident struct {
	home                   int32
	age                    uint8
	kind, grade            uint8 // of a disability; 0 is none
	obligors, withoutMeans uint8
}

type population struct {
	homes     []home
	residents []resident
}

// dice is a small generator of numbers that are the same everywhere.
type dice uint64

func (d *dice) roll(n int64) int64 {
	*d += 0x9e3779b97f4a7c15
	z := uint64(*d)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return int64((z ^ z>>31) % uint64(n))
}

// invent makes n residents in households of one to six, of a hundred counties with two standards each.
func invent(n int) *population {
	d := dice(20221123)
	var standards [100][2]int64
	for i := range standards {
		standards[i] = [2]int64{(450 + d.roll(600)) * 100, (650 + d.roll(750)) * 100}
	}
	sizes := [...]int{1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6}
	p := &population{}
	for len(p.residents) < n {
		size := int64(min(sizes[d.roll(12)], n-len(p.residents)))
		h := home{first: int32(len(p.residents)), size: int32(size), standard: standards[d.roll(100)][d.roll(2)]}
		// What a member has in thousandths of the standard: most households lie about the line.
		level := 200 + 2600*d.roll(1000)/1000*d.roll(1000)/1000
		for range size {
			r := resident{home: int32(len(p.homes)), age: uint8(d.roll(96)), obligors: uint8(d.roll(5))}
			h.income += h.standard * level / 1000 * d.roll(2000) / 1000
			if d.roll(100) < 12 {
				r.kind, r.grade = uint8(1+d.roll(7)), uint8(1+d.roll(4))
			}
			if r.withoutMeans = uint8(d.roll(int64(r.obligors) + 1)); d.roll(3) == 0 {
				r.withoutMeans = r.obligors
			}
			p.residents = append(p.residents, r)
		}
		h.assets = h.standard * size * d.roll(40_000) / 1000
		h.houses = uint8(d.roll(3))
		if d.roll(5) == 0 {
			h.vehicles, h.exempt = 1, d.roll(4) == 0
		}
		p.homes = append(p.homes, h)
	}
	return p
}

// part is the first households with about n residents.
func (p *population) part(n int) *population {
	if n >= len(p.residents) {
		return p
	}
	h := p.residents[n].home
	return &population{p.homes[:h], p.residents[:p.homes[h].first]}
}

// unable has a bit for each kind × 8 + grade that counts as unable to work.
const unable = 1<<9 | 1<<33 | 1<<34 | 7<<41 | 7<<49

// screenRows is what one writes by hand: person by person, in 64-bit fen, products instead of quotients.
func screenRows(p *population) (t tally) {
	for i := range p.residents {
		r := &p.residents[i]
		t.add(judge(&p.homes[r.home], r))
	}
	return t
}

func judge(h *home, r *resident) (verdicts uint8) {
	if r.grade == 1 || r.grade == 2 {
		verdicts = isCare
	}
	line := h.standard * int64(h.size)
	if h.assets > 24*line || h.houses > 1 || h.vehicles > 0 && !h.exempt || 2*h.income >= 3*line {
		return verdicts
	}
	if h.income >= line {
		return verdicts | isMarginal
	}
	if (r.age >= 60 || r.age < 16 || uint64(unable)>>(r.kind*8+r.grade)&1 != 0) && r.withoutMeans == r.obligors {
		verdicts |= isTekun
	}
	return verdicts | isDibao
}

// columns is the population with a slice for each fact, the fastest form for code written by hand.
type columns struct {
	income, standard, assets                []int64
	size, houses, vehicleOK                 []uint8
	age, disability, obligors, withoutMeans []uint8
}

func (p *population) columns() *columns {
	c := &columns{}
	for _, h := range p.homes {
		c.income, c.standard, c.assets = append(c.income, h.income), append(c.standard, h.standard), append(c.assets, h.assets)
		c.size, c.houses = append(c.size, uint8(h.size)), append(c.houses, h.houses)
		c.vehicleOK = append(c.vehicleOK, bit(h.vehicles == 0 || h.exempt))
	}
	for _, r := range p.residents {
		c.age, c.disability = append(c.age, r.age), append(c.disability, r.kind*8+r.grade)
		c.obligors, c.withoutMeans = append(c.obligors, r.obligors), append(c.withoutMeans, r.withoutMeans)
	}
	return c
}

func bit(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}

// screenColumns judges every household once and its members after, without a branch on any fact.
func screenColumns(c *columns) (t tally) {
	const severe = uint64(0x0606060606060606)
	i := 0
	for h, size := range c.size {
		n := int64(size)
		line, income := c.standard[h]*n, c.income[h]
		fits := bit(c.assets[h] <= 24*line) & bit(c.houses[h] <= 1) & c.vehicleOK[h]
		poor := fits & bit(income < line)
		t.dibao += int(poor) * int(n)
		t.marginal += int(fits&bit(income >= line)&bit(2*income < 3*line)) * int(n)
		for end := i + int(n); i < end; i++ {
			old := bit(c.age[i]-16 >= 44) // wraps below 16
			d := c.disability[i] & 63
			t.tekun += int(poor & (old | uint8(uint64(unable)>>d&1)) & bit(c.obligors[i] == c.withoutMeans[i]))
			t.care += int(severe >> d & 1)
		}
	}
	return t
}
