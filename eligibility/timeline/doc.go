// Package timeline assesses one programme over a period (时间线): when a household or person would fit, and on which days
// somebody must look again, and why (再次核对日).
//
// A result holds from one change to the next. [Over] evaluates on the first day and then only where something may change:
// a law or a value begins or ends (法规、标准生效或者失效), somebody reaches an age that the tree asks for (满龄), a term it asks
// for is over (期限届满), a certificate expires or a status begins or ends (证件到期、待遇起止). It finds the same as
// evaluating every single day; a test holds it to that.
//
// What the family's circumstances will be nobody knows: a timeline says what follows from the facts as they are recorded
// today. It assesses; the county or township decides.
//
// Everything here is a pure function of its arguments and safe for concurrent use.
package timeline
