// Package matrix reads and writes lists of programmes as the offices exchange
// them: the matrix of the yearly plan (RAT, 18 columns), the matrix of the
// report under Inpres 8/2025 (OPPKPKE, 21 columns) and a plain table, as XLSX
// and CSV, and the JSON document of programmes.
//
//	table, err := matrix.Open("rat.xlsx", matrix.Options{Region: "6271", Vocabulary: v, Strategies: s})
//	preview := intake.Compare(table.Rows, list, intake.Options{Region: "6271", Seen: true})
//	_, err = matrix.Write(w, entries, matrix.WriteOptions{Layout: matrix.RAT18, ...})
//
// Reading writes nothing and keeps nothing of a file that it refuses.
//
// # What is found out
//
// The headings, by their words, in one row or two or three, wherever they stand
// and however often they are repeated; columns that no field stands for are
// listed ([Sheet.Unused]). The year, from the title. The unit of amounts
// ("dalam juta rupiah") and of recipients ("(KK)"). Which rows are no entries:
// [Table.Skipped] tells each, with the reason. Merged cells stand for every row
// that they cover, except amounts, which belong to the first. A blank cell
// under a strategy, department, programme or activity takes what stands above,
// and the row says so. A row whose code goes on in the rows below and whose
// amount is their sum is their group, not an entry.
//
// # Numbers
//
// "Rp 1.450.000.000,-", "1,450,000,000.00", "1,45 M" and "1450jt" are the same
// amount. A number in a cell that is a number is taken as it is. A text with two
// readings ("1.234 jt") is settled by how the sheet writes its other numbers; if
// that tells nothing the row is refused: a guess could be wrong a thousandfold.
// "500 KK" is 500 families; a number without a unit, and words without a number,
// are kept as words. A dash is not known, which is not zero.
//
// # What is refused
//
// Files with identity numbers, names or addresses of persons, hidden sheets
// included, by heading and by content ([PersonalError]). Spreadsheets that
// unpack to more than 64 MB, hold macros, or take figures from other files;
// files that are none ([FileError]). Rows with a cell that cannot be read: each
// names its cell, as Sheet1!H42.
//
// # Layouts
//
// The columns are those of S21b (harya12x/oppkpke_apps, the program of Kabupaten
// Kotabaru, which calls them the official format; a regulation that prescribes
// them was not found).
package matrix
