package main

import (
	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/ext"
	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/vm"
	"github.com/hyperjumptech/grule-rule-engine/ast"
	"github.com/hyperjumptech/grule-rule-engine/builder"
	"github.com/hyperjumptech/grule-rule-engine/engine"
	"github.com/hyperjumptech/grule-rule-engine/logger"
	"github.com/hyperjumptech/grule-rule-engine/pkg"
	"github.com/sirupsen/logrus"
)

// The rules of workload A in the expression language that cel-go and expr share.
const (
	textProperty = `assets <= 24 * standard * size && houses <= 1 && (vehicles == 0 || exempt)`
	textUnable   = `(age >= 60 || age < 16 || (kind == 1 && grade == 1) || (kind == 4 && grade >= 1 && grade <= 2) || ` +
		`((kind == 5 || kind == 6) && grade >= 1 && grade <= 3))`
	textDibao    = `income < standard * size && ` + textProperty
	textMarginal = `income >= standard * size && 2 * income < 3 * standard * size && ` + textProperty
	textTekun    = textUnable + ` && ` + textDibao + ` && (obligors == 0 || without_means == obligors)`
	textCare     = `grade >= 1 && grade <= 2`

	// One expression for all four, with what they share said once.
	sharedCEL = `cel.bind(line, standard * size, cel.bind(fits, assets <= 24 * line && houses <= 1 && (vehicles == 0 || exempt),
		cel.bind(poor, fits && income < line, (poor ? 1 : 0) + (fits && income >= line && 2 * income < 3 * line ? 2 : 0) +
		(poor && ` + textUnable + ` && (obligors == 0 || without_means == obligors) ? 4 : 0) + (` + textCare + ` ? 8 : 0))))`
	sharedExpr = `let line = standard * size; let fits = assets <= 24 * line && houses <= 1 && (vehicles == 0 || exempt);
		let poor = fits && income < line; (poor ? 1 : 0) + (fits && income >= line && 2 * income < 3 * line ? 2 : 0) +
		(poor && ` + textUnable + ` && (obligors == 0 || without_means == obligors) ? 4 : 0) + (` + textCare + ` ? 8 : 0)`
)

var texts = [...]string{textDibao, textMarginal, textTekun, textCare}

// view is one resident as an expression sees him; it answers cel-go by name without a map.
type view struct {
	h *home
	r *resident
}

func (v *view) Parent() cel.Activation { return nil }

func (v *view) ResolveName(name string) (any, bool) {
	switch name {
	case "income":
		return types.Int(v.h.income), true
	case "standard":
		return types.Int(v.h.standard), true
	case "assets":
		return types.Int(v.h.assets), true
	case "size":
		return types.Int(v.h.size), true
	case "houses":
		return types.Int(v.h.houses), true
	case "vehicles":
		return types.Int(v.h.vehicles), true
	case "exempt":
		return types.Bool(v.h.exempt), true
	case "age":
		return types.Int(v.r.age), true
	case "kind":
		return types.Int(v.r.kind), true
	case "grade":
		return types.Int(v.r.grade), true
	case "obligors":
		return types.Int(v.r.obligors), true
	case "without_means":
		return types.Int(v.r.withoutMeans), true
	}
	return nil, false
}

func celProgram(text string) (cel.Program, error) {
	opts := []cel.EnvOption{cel.Variable("exempt", cel.BoolType), ext.Bindings()}
	for _, n := range []string{"income", "standard", "assets", "size", "houses", "vehicles", "age", "kind", "grade", "obligors", "without_means"} {
		opts = append(opts, cel.Variable(n, cel.IntType))
	}
	env, err := cel.NewEnv(opts...)
	if err != nil {
		return nil, err
	}
	checked, iss := env.Compile(text)
	if iss.Err() != nil {
		return nil, iss.Err()
	}
	return env.Program(checked, cel.EvalOptions(cel.OptOptimize))
}

func celPrograms(texts ...string) ([]cel.Program, error) {
	var all []cel.Program
	for _, text := range texts {
		p, err := celProgram(text)
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}

func screenCEL(p *population, programs []cel.Program) (t tally, err error) {
	v := &view{}
	var act cel.Activation = v
	for i := range p.residents {
		v.r, v.h = &p.residents[i], &p.homes[p.residents[i].home]
		var verdicts uint8
		for j, program := range programs {
			out, _, err := program.Eval(act)
			if err != nil {
				return t, err
			}
			switch out := out.(type) {
			case types.Bool:
				verdicts |= bit(bool(out)) << j
			case types.Int:
				verdicts = uint8(out)
			}
		}
		t.add(verdicts)
	}
	return t, nil
}

// facts writes a resident into a map, used again for the next: the faster of the two ways to feed expr.
func (v *view) facts(m map[string]any) {
	m["income"], m["standard"], m["assets"], m["size"] = v.h.income, v.h.standard, v.h.assets, int64(v.h.size)
	m["houses"], m["vehicles"], m["exempt"] = int64(v.h.houses), int64(v.h.vehicles), v.h.exempt
	m["age"], m["kind"], m["grade"] = int64(v.r.age), int64(v.r.kind), int64(v.r.grade)
	m["obligors"], m["without_means"] = int64(v.r.obligors), int64(v.r.withoutMeans)
}

func exprPrograms(texts ...string) ([]*vm.Program, error) {
	m := map[string]any{}
	(&view{&home{}, &resident{}}).facts(m)
	var all []*vm.Program
	for _, text := range texts {
		p, err := expr.Compile(text, expr.Env(m))
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}

func screenExpr(p *population, programs []*vm.Program) (t tally, err error) {
	m := map[string]any{}
	var machine vm.VM
	for i := range p.residents {
		(&view{&p.homes[p.residents[i].home], &p.residents[i]}).facts(m)
		var verdicts uint8
		for j, program := range programs {
			out, err := machine.Run(program, m)
			if err != nil {
				return t, err
			}
			switch out := out.(type) {
			case bool:
				verdicts |= bit(out) << j
			case int:
				verdicts = uint8(out)
			}
		}
		t.add(verdicts)
	}
	return t, nil
}

// GruleFacts is a resident as grule reads and writes him; it must be exported for that.
type GruleFacts struct {
	Income, Standard, Assets, Size, Houses, Vehicles, Age, Kind, Grade, Obligors, WithoutMeans int64
	Exempt, Dibao, Marginal, Tekun, Care                                                       bool
}

const gruleProperty = `R.Assets <= 24 * R.Standard * R.Size && R.Houses <= 1 && (R.Vehicles == 0 || R.Exempt)`

const gruleText = `
rule Dibao "dibao" salience 4 {
	when R.Income < R.Standard * R.Size && ` + gruleProperty + `
	then R.Dibao = true; Retract("Dibao");
}
rule Marginal "marginal" salience 3 {
	when R.Income >= R.Standard * R.Size && 2 * R.Income < 3 * R.Standard * R.Size && ` + gruleProperty + `
	then R.Marginal = true; Retract("Marginal");
}
rule Tekun "tekun" salience 2 {
	when (R.Age >= 60 || R.Age < 16 || (R.Kind == 1 && R.Grade == 1) || (R.Kind == 4 && R.Grade >= 1 && R.Grade <= 2) ||
		((R.Kind == 5 || R.Kind == 6) && R.Grade >= 1 && R.Grade <= 3)) &&
		R.Income < R.Standard * R.Size && ` + gruleProperty + ` && (R.Obligors == 0 || R.WithoutMeans == R.Obligors)
	then R.Tekun = true; Retract("Tekun");
}
rule Care "care" salience 1 {
	when R.Grade >= 1 && R.Grade <= 2
	then R.Care = true; Retract("Care");
}
`

func gruleBase() (*ast.KnowledgeBase, error) {
	quiet := logrus.New()
	quiet.SetLevel(logrus.PanicLevel)
	logger.Log.Level = logger.PanicLevel
	ast.SetLogger(quiet)
	engine.SetLogger(quiet)
	builder.SetLogger(quiet)
	lib := ast.NewKnowledgeLibrary()
	if err := builder.NewRuleBuilder(lib).BuildRuleFromResource("screening", "1", pkg.NewBytesResource([]byte(gruleText))); err != nil {
		return nil, err
	}
	return lib.NewKnowledgeBaseInstance("screening", "1")
}

func screenGrule(p *population, base *ast.KnowledgeBase) (t tally, err error) {
	machine := engine.NewGruleEngine()
	for i := range p.residents {
		r := &p.residents[i]
		h := &p.homes[r.home]
		f := &GruleFacts{Income: h.income, Standard: h.standard, Assets: h.assets, Size: int64(h.size), Houses: int64(h.houses),
			Vehicles: int64(h.vehicles), Exempt: h.exempt, Age: int64(r.age), Kind: int64(r.kind), Grade: int64(r.grade),
			Obligors: int64(r.obligors), WithoutMeans: int64(r.withoutMeans)}
		facts := ast.NewDataContext()
		if err := facts.Add("R", f); err != nil {
			return t, err
		}
		if err := machine.Execute(facts, base); err != nil {
			return t, err
		}
		t.add(bit(f.Dibao) | bit(f.Marginal)<<1 | bit(f.Tekun)<<2 | bit(f.Care)<<3)
	}
	return t, nil
}
