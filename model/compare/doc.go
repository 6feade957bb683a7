// Package compare puts regions side by side: which periods they share, how
// they rank, and where figures are not alike. Pure functions over a
// [model.Dataset].
package compare
