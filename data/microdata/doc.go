// Package microdata reads household files (CSV, as extracted from Susenas) into
// plain columns for the survey kernels, and small files of grouped shares.
//
// # Use
//
//	t, err := microdata.Open(ctx, "susenas.csv.gz", microdata.Options{
//		Columns: microdata.Columns{By: []string{"regency"}},
//	})
//	t.Value, t.HHSize, t.Weight        // one entry a household, float64
//	t.Strata.Codes, t.PSU.Codes        // small integers; .Levels has the labels
//	t.Groups[0]                        // the column of By
//
// Read does the same from any io.Reader (standard input). ReadGrouped reads
// population and welfare shares. Generate writes made-up files of any size for
// benchmarks and trials.
//
// # What is found out
//
// Compression (gzip, zstd), byte order mark, UTF-16, separator (comma,
// semicolon, tab, bar), decimal comma with grouping points, quotes, line ends.
// Columns are those named in Options or, where none is named, those with one of
// the usual names, Indonesian or English (upper and lower case and anything but
// letters and digits do not matter; the first name of the list that the file
// has is taken):
//
//	value    kapita, pengeluaran per kapita, perkapita, expenditure, pengeluaran, ... per person
//	hhsize   hhsize, r301, jumlah_art, jml_art, art, household_size, ...
//	weight   weight, wert, fwt, penimbang, bobot, ... of the household
//	         weind, penimbang_individu, person_weight: of the persons, divided by hhsize
//	strata   strata, stratum, kode_strata, strata_id
//	psu      psu, nks, cluster, klaster, blok_sensus, ...
//	groups   regency (kabkota, kode_kab, or r101 and r102 together), province
//	         (prov, r101), district (kecamatan, r103), urban (r105, tipe_daerah)
//
// UsualNames returns the whole table. In Susenas "expend" is the total of a
// household, so it is not among them. A name "a+b" joins two columns, and the
// name None ("-") says that a file has no such column.
//
// # Rows and people
//
// A row that cannot be used is refused with its line, column and reason; the
// first 20 are kept, the others counted. Unless Options.SkipBad is set, a file
// with refused rows gives a *RefusedError and no table. Rows in which every
// field is empty are skipped and counted apart.
//
// A file with family card or identity numbers (NIK), names or addresses in any
// column, used or not, gives a *PersonalDataError that names the columns and
// holds none of the contents; nothing is returned.
//
// # Speed, memory, repeatability
//
// The file streams through a few buffers of half a megabyte; memory is that of
// the columns, some 36 bytes a household. Lines are parsed by hand on all
// cores; a line with escaped quotes goes through encoding/csv, which is also
// the reference in the fuzz test. The table does not depend on the number of
// workers: codes are given in the order of first appearance in the file.
package microdata
