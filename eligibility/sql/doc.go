// Package sql writes one programme of a law as an SQL expression (资格条件的SQL表达式), for the office whose households are
// rows of a table: a first sieve over a county that says for each row what assess.Engine says for the same facts.
//
// Facts are the columns of one row, and NULL is an unknown fact. SQL's AND, OR and NOT are Kleene's own, so the expression
// is TRUE where the row meets the programme, FALSE where it does not, and NULL where the facts do not settle it. NULL is
// not FALSE: WHERE keeps the rows that are met, and "expression IS NULL" finds those to be asked.
//
// What stands in one row can be expressed: facts of the household and, for a programme of a person, of that person;
// comparisons, sums of one row, sets, ages, terms, judgements, definitions, other programmes, exceptions. What needs other
// rows cannot: quantifiers, members, their sums and what all of them hold, kin, functions of the importer, 一并符合.
// [Express] then says [ErrNotExpressible] and names the node; nothing is left out in silence. Where two exceptions
// contradict each other, which is an error for the engine, the expression is NULL.
//
// Values in force are folded in as whole fen and counts, so an expression is good for the place, the day and the state of
// knowledge of its law, whose fingerprint it carries, and for no other. The dialect is the part of SQL that PostgreSQL
// and SQLite (3.23 or later) share: quoted identifiers, CASE, IN, & on 64-bit integers, TRUE and FALSE.
//
// A table must have every column of [Expression].Columns. SQLite does not say so when one is missing unless [Options].Table is
// given, which every caller with SQLite should do.
//
// Everything here is a pure function of its arguments and safe for concurrent use.
package sql
