// Package filter reads the filter language of the programme list and says
// which entries match.
//
//	kec:Pahandut strategi:2 pagu>100jt real<50 tanpa:sasaran opd:dinsos "bantuan modal" -contoh:ya
//
// Every part has to hold. A part is
//
//   - a field and a value: opd:sosial (contains), kode:1.06 (begins with),
//     tahun=2025, pagu>=1,45M, real<50 (per cent of the budget). The names of
//     fields, Indonesian and English, are those of [Fields];
//   - tanpa:FIELD (without:FIELD): the field is not known;
//   - any other word, or words in quotes: contained in department, programme,
//     activity, target text or the name of a place.
//
// The budget is the one that holds: the revised one where it is known.
//
// A place finds everything that lies in it, and entries that are explicitly
// for the whole region: kec:Pahandut asks what reaches Pahandut. kec=Pahandut
// asks for the name alone.
//
// A leading - or ! turns a part round. Case and accents do not matter, and an
// office is found by the way its name is shortened: opd:dinsos finds Dinas
// Sosial.
//
// What is not known matches no comparison, not even one that is turned round:
// an entry without a budget is neither in pagu<1jt nor in -pagu<1jt, since
// unknown is not zero. tanpa:pagu finds it.
//
// Amounts take rb, jt, M or miliar, T (and k, m, bn, tn with the English name
// of a field, where a capital M is refused: it is 10^9 to one reader and 10^6
// to the other). 1.450.000.000 and 1,45 M are read; a number with two readings
// (1.234 jt) is an error, never a guess.
//
// [Parse] gives an [Expr] or an [*Error] that points at the fault;
// [Expr.Within] binds names of places and sources to the codes of a dataset;
// [Expr.Match] answers; [Sort] orders entries. Everything is pure; an Expr is
// immutable and safe for concurrent use.
package filter
