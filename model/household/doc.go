// Package household holds a file of households that questions are asked of while
// the poverty line moves.
//
//	f, err := household.New(household.Columns{Value: perPerson, Size: members, Weight: weight, Strata: strata, PSU: psu})
//	s, own := f.For("6271")
//	at := s.At(641_524)      // P0, P1, P2 and the poor, with design-based errors
//	s.Curve.At(700_000)      // the same without errors, in O(log n)
//	split, err := household.Change(before, line1, after, line2)
//
// [New] puts the households in order once, for everybody and for each region
// that the file tells apart; every later question is answered from that order.
// A region is a domain of the whole design, never a file of its own. A stratum
// with a single PSU adds the square of its distance from nothing ([survey.Adjust]),
// which errs towards larger errors; [File.Lone] counts such strata so that it can
// be said.
//
// A File is immutable and safe for concurrent use. It holds no names and no
// numbers of persons: only expenditure, size, weight and the codes of the design.
//
// Sources: see packages survey and fgt.
package household
