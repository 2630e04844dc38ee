package person

import (
	"sync"

	"github.com/shegong/shegong/station/vocab"
)

// Tag is a life situation (人群标签) as policy papers name it: 老, 小, 残, 困 and the three left behind. Tags are for
// grouping figures; they are no legal status. A person may have any number of them.
type Tag string

// The tags.
const (
	TagElderly         Tag = "elderly"           // 老年人
	TagChild           Tag = "child"             // 未成年人
	TagDisabled        Tag = "disabled"          // 残疾人
	TagHardship        Tag = "hardship"          // 困难群众
	TagLeftBehindElder Tag = "left_behind_elder" // 留守老年人: defined locally
	TagLeftBehindWoman Tag = "left_behind_woman" // 留守妇女: defined locally
	TagLeftBehindChild Tag = "left_behind_child" // 农村留守儿童: under 16, after 国发〔2016〕13号
)

// usage is where words are found that no document defines.
func usage() []vocab.Source {
	return []vocab.Source{{Document: "民政系统工作用语", Provenance: vocab.Practice}}
}

// Tags returns the tags.
func Tags() vocab.List[Tag] { return tags() }

var tags = sync.OnceValue(func() vocab.List[Tag] {
	type entry = vocab.Entry[Tag]
	act := func(document, article string) []vocab.Source {
		return []vocab.Source{{Document: document, Article: article, Provenance: vocab.Official}}
	}
	return vocab.New("人群标签", "life situation",
		entry{Key: TagElderly, ZH: "老年人", EN: "elderly", Aliases: []string{"老人"},
			Sources: act("《中华人民共和国老年人权益保障法》", "第二条")},
		entry{Key: TagChild, ZH: "未成年人", EN: "minor", Aliases: []string{"儿童"}, Sources: usage()},
		entry{Key: TagDisabled, ZH: "残疾人", EN: "disabled", Sources: usage()},
		entry{Key: TagHardship, ZH: "困难群众", EN: "in hardship", Aliases: []string{"困难人员"}, Sources: usage()},
		entry{Key: TagLeftBehindElder, ZH: "留守老年人", EN: "left-behind elder", Aliases: []string{"留守老人"}, Sources: usage()},
		entry{Key: TagLeftBehindWoman, ZH: "留守妇女", EN: "left-behind woman", Sources: usage()},
		entry{Key: TagLeftBehindChild, ZH: "农村留守儿童", EN: "left-behind child", Aliases: []string{"留守儿童"},
			Sources: act("《国务院关于加强农村留守儿童关爱保护工作的意见》（国发〔2016〕13号）", "")},
	)
})

// Group is a set of tags with a name of its own (人群组合), as bulletins count them.
type Group string

// The groups.
const (
	LeftBehind         Group = "left_behind"          // 三留守
	ElderlyAndChildren Group = "elderly_and_children" // 一老一小
	DisabledAndPoor    Group = "disabled_and_poor"    // 一残一困
)

// Groups returns the groups.
func Groups() vocab.List[Group] { return groups() }

var groups = sync.OnceValue(func() vocab.List[Group] {
	type entry = vocab.Entry[Group]
	return vocab.New("人群组合", "group of life situations",
		entry{Key: LeftBehind, ZH: "三留守", EN: "the three left behind", Aliases: []string{"三留守人员"}, Sources: usage()},
		entry{Key: ElderlyAndChildren, ZH: "一老一小", EN: "elderly and children", Sources: usage()},
		entry{Key: DisabledAndPoor, ZH: "一残一困", EN: "disabled and in hardship", Sources: usage()},
	)
})

// Tags returns the members of the group in the order of its name (组合所含标签), none of an unknown group. A person belongs
// to the group by any one of them and is counted once.
func (g Group) Tags() []Tag {
	switch g {
	case LeftBehind:
		return []Tag{TagLeftBehindElder, TagLeftBehindWoman, TagLeftBehindChild}
	case ElderlyAndChildren:
		return []Tag{TagElderly, TagChild}
	case DisabledAndPoor:
		return []Tag{TagDisabled, TagHardship}
	}
	return nil
}
