// Package collab models who works together with a social work station: partners and what they are engaged in, volunteers
// and their teams, resources that were linked (链接资源), the frameworks of joint action (五社联动, 5+N) and twin stations.
//
// # What is kept apart
//
// Mobilised, cultivated and linked organisations (动员, 培育, 链接) are three counts and never one: a province reports 269
// mobilised and 49 newly cultivated community organisations, and some are both. An [Engagement] is of one kind, and
// [Engaged] counts one kind.
//
// A [Resource] says who agreed to give what, when and for whom. It has no value: what a gift is worth is an entry in a
// ledger, valued once and with a basis, and the resource names the keys of those entries. So no sum of resources can
// disagree with the books.
//
// # Personal data
//
// Names, mobiles and numbers of volunteers and contacts are identity types: they print and encode masked, and a masked
// copy does not decode, so JSON of a [Volunteer] is for showing. No text of a partner, team or resource holds anybody's name.
//
// # Sources
//
// The preset [FiveParty] has the wording of the central Opinion of 11 July 2021, known at second hand. Local lists, such as the
// five of a county's "5+N", are the importer's own [Framework]. Word lists marked practice are usage, not law.
//
// Entities are plain structs without locks; do not change one that another goroutine reads. The lists of words are
// immutable.
package collab
