package eligibility

// Statutes is a body of acts, joined and checked (规则库). It is immutable and safe for concurrent use.
type Statutes struct {
	dict      *Dictionary
	functions map[FunctionRef]Function

	programmeAt  map[ProgrammeID]int // slots, in the order of first declaration
	definitionAt map[DefinitionID]int
	paramAt      map[ParamKey]int
	clauseAt     map[ClauseKey]int
	params       []Parameter // by slot
	clauses      []Clause
}
