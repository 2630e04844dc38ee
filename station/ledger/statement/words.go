package statement

import (
	"sync"

	"github.com/shegong/shegong/station/vocab"
)

var presentations = sync.OnceValue(func() vocab.List[Presentation] {
	type entry = vocab.Entry[Presentation]
	return vocab.New("列报方式", "presentation of restricted spending",
		entry{Key: ByRelease, ZH: "费用列非限定，另列转出（2004版）", EN: "expenses unrestricted, with a release line (2004)"},
		entry{Key: BySplit, ZH: "费用分列限定与非限定（2024版）", EN: "expenses in the column of their fund (2024)",
			Sources: []vocab.Source{{Document: "《民间非营利组织会计制度》（财会〔2024〕25号）", Provenance: vocab.Reported}}},
	)
})
