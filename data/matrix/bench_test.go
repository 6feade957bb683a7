package matrix_test

import (
	"bytes"
	"fmt"
	"testing"

	"rakor/data/matrix"
	"rakor/model"
	"rakor/model/intake"
)

// many gives a list of n entries that no two fields but the place share.
func many(n int) []model.Programme {
	out := make([]model.Programme, n)
	for i := range out {
		out[i] = model.Programme{
			ID: model.ProgrammeID(fmt.Sprintf("q%05d", i)), Region: "6271", Year: model.Year(2024 + i%3), Strategy: model.Strategy(1 + i%3),
			Department: fmt.Sprintf("Dinas %d", i%40), Code: fmt.Sprintf("%d.%02d.%02d", 1+i%9, 1+i%20, 1+i%50), Name: fmt.Sprintf("Program %d untuk keluarga miskin", i%300),
			Activity: fmt.Sprintf("Kegiatan nomor %d bantuan bahan pokok dan modal usaha", i), Budget: model.Known(model.Rupiah(i % 977 * 1_000_000)),
			Target: model.Known(model.Count{N: int64(i % 1000), Unit: model.PerFamily}), Places: []model.KemendagriCode{"62.71.01"}, Note: fmt.Sprintf("catatan %d", i),
		}
	}
	return out
}

// BenchmarkImport5000 reads a file of 5,000 rows and previews it against a list
// of 20,000, for which the goal is 2 s.
func BenchmarkImport5000(b *testing.B) {
	w := open(b)
	list := many(20_000)
	for _, l := range []matrix.Layout{matrix.RAT18, matrix.Plain} {
		for f, name := range []string{"xlsx", "csv"} {
			var file bytes.Buffer
			o := w.writing(l, matrix.Format(f))
			if _, err := matrix.Write(&file, pointers(list[:5000]), o); err != nil {
				b.Fatal(err)
			}
			b.Run(l.ID()+"/"+name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					table, err := matrix.Read(bytes.NewReader(file.Bytes()), w.options())
					if err != nil {
						b.Fatal(err)
					}
					p := intake.Compare(table.Rows, list, intake.Options{Region: "6271"})
					if p.Count(intake.Same) != 5000 {
						b.Fatalf("%d the same", p.Count(intake.Same))
					}
				}
			})
		}
	}
}
