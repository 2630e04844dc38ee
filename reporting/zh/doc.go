// Package zh writes Chinese figures (中文数字表达) as official texts of the mainland want them, and reads them
// back: grouped decimals, 万 and 亿, percentages, numerals, renminbi in capitals (人民币大写), dates, and figures
// with a hedge (近950个, 超15万人, 1600余个), which it refuses to write where they would be untrue.
//
// # Shapes
//
//	Group, GroupFixed, GroupInt     1,214,000.5    tables and books
//	Plain, Year                     1633, 2022年   running text; a year is never grouped
//	Yuan                            ¥1,214,000.50
//	InWan, InYi, Scaled, Compact    121.4万        exact, or rounded without crossing a border
//	Percent, Points                 12.34%, 3个百分点
//	Numeral, NumeralBefore, Digits  一百二十一万, 两支, 二〇二二
//	Capitals                        壹佰贰拾壹万肆仟元零伍角整
//	DateText, DateInWords, BillDate 2022年6月28日, 二〇二二年六月二十八日, 贰零贰贰年陆月贰拾捌日
//	PeriodText, MonthsText          2022年上半年, 2022年1—6月: a flow
//	AsOfText                        截至2022年6月30日: a stock
//	Say, ParseFigure                超15万人, and back to an interval; see [Wording] for when it is true
//	FindFigures, Lint               the figures of a text, and what is irregular in them
//	Punctuation                     full-width or ASCII , ; : ! ? ( )
//
// # Exactness
//
// No path goes through a binary fraction. Nothing is rounded unless the caller names a mode and a number of
// decimals; a negative figure that rounds to nothing loses its sign, so "-0" is never written. Parsers are
// strict: they accept the forms this package writes and the optional ones that the rules allow, and nothing else.
//
// Functions returning only a string write any decimal. One whose exponent lies beyond ±1000 is no figure of
// this field; it is written in E notation, unrounded, so that output stays bounded by the digits that the decimal
// carries. Who reads decimals from outside bounds those first, with money.ParseDecimal for instance. Parsers and
// readers of text take time in proportion to its length.
//
// # Sources
//
// GB/T 15835-2011《出版物上数字用法》 for digits and numerals; 《正确填写票据和结算凭证的基本规定》(attached to
// 支付结算办法, 银发〔1997〕393号; the number is recalled) and 《会计基础工作规范》第52条 for capitals. They were read in
// reprints, not in the official editions.
//
// All functions are pure and safe for concurrent use.
package zh
