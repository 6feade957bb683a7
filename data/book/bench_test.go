package book_test

import (
	"fmt"
	"os"
	"runtime"
	"testing"

	"rakor/data/book"
	"rakor/model"
)

// many is the length of list for which the goals are set: opened in 150 ms,
// a commit in 30 ms with its flush, 120 MB of memory.
const many = 20_000

// longBook makes a directory with a list of its own and gives it.
func longBook(tb testing.TB) string {
	tb.Helper()
	dir := tb.TempDir()
	b, err := book.Open(dir, model.NewProgrammes(nil, nil), book.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	if _, err := b.CommitMany(background(), adds(long(many)), "import", "Rina", noon()); err != nil {
		tb.Fatal(err)
	}
	if err := b.Close(background()); err != nil {
		tb.Fatal(err)
	}
	return dir
}

func openLong(tb testing.TB, dir string) *book.Book {
	tb.Helper()
	b, err := book.Open(dir, model.NewProgrammes(nil, nil), book.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	if n := b.Snapshot().Len(); n < many {
		tb.Fatalf("%d entries", n)
	}
	return b
}

func BenchmarkOpen20000(b *testing.B) {
	dir := longBook(b)
	info, err := os.Stat(openLong(b, dir).Path())
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(info.Size())/1e6, "MB")
	for b.Loop() {
		openLong(b, dir)
	}
}

func BenchmarkCommit20000(b *testing.B) {
	book := openLong(b, longBook(b))
	for i := 0; b.Loop(); i++ {
		setBench(b, book, fmt.Sprint(i))
	}
}

func setBench(b *testing.B, book *book.Book, text string) {
	b.Helper()
	if err := saveNote("q00777", text)(book); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkAdd20000(b *testing.B) {
	book := openLong(b, longBook(b))
	for b.Loop() {
		p := row("", "x")
		if _, err := book.Commit(background(), model.Change{Now: &p}, "Rina", noon()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkUndo20000(b *testing.B) {
	book := openLong(b, longBook(b))
	setBench(b, book, "x")
	for i := 0; b.Loop(); i++ {
		var err error
		if i%2 == 0 {
			_, err = book.Undo(background(), 1, "Rina", noon())
		} else {
			_, err = book.Redo(background(), 1, "Rina", noon())
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkClose20000(b *testing.B) {
	dir := longBook(b)
	for i := 0; b.Loop(); i++ {
		book := openLong(b, dir)
		for k := range 33 { // enough for a version
			setBench(b, book, fmt.Sprint(i, k))
		}
		if err := book.Close(background()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkImport5000(b *testing.B) {
	changes := adds(long(5000))
	for b.Loop() {
		book, err := book.Open(b.TempDir(), model.NewProgrammes(nil, nil), book.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := book.CommitMany(background(), changes, "import", "Rina", noon()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMemory20000 tells what a list takes while it is being edited: the
// heap in use, and all memory that the program took from the system.
func BenchmarkMemory20000(b *testing.B) {
	dir := longBook(b)
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	before := m.HeapAlloc
	for b.Loop() {
		book := openLong(b, dir)
		for i := range 20 {
			setBench(b, book, fmt.Sprint(i))
		}
		runtime.GC()
		runtime.ReadMemStats(&m)
		b.ReportMetric(float64(m.HeapAlloc-before)/1e6, "MB-live")
		runtime.KeepAlive(book)
	}
}
