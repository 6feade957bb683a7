package main

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// listed is what `go list -json` tells of a package.
type listed struct {
	ImportPath string
	Dir        string
	Doc        string
	Imports    []string
	Deps       []string
	Module     *struct{ Path string }
	GoFiles    []string
}

func listPackages(t *testing.T) []listed {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Dir,Doc,Imports,Deps,Module,GoFiles", "rakor/...")
	cmd.Dir = filepath.Join("..", "..")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var ps []listed
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		var p listed
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		ps = append(ps, p)
	}
	if len(ps) < 10 {
		t.Fatalf("only %d packages listed: the test looks in the wrong place", len(ps))
	}
	return ps
}

// under tells whether path is the package root or lies below it.
func under(path, root string) bool { return path == root || strings.HasPrefix(path, root+"/") }

func anyUnder(path string, roots ...string) bool {
	for _, r := range roots {
		if under(path, r) {
			return true
		}
	}
	return false
}

// TestArrows fails when an arrow of the house turns: model <- data, model <-
// ui, everything <- cmd.
func TestArrows(t *testing.T) {
	t.Parallel()
	pure := map[string]bool{}
	for _, p := range []string{
		"bufio", "bytes", "cmp", "container/heap", "encoding", "encoding/binary", "encoding/json", "errors", "fmt", "hash/fnv", "iter",
		"maps", "math", "math/bits", "math/rand/v2", "regexp", "slices", "sort", "strconv", "strings", "sync", "sync/atomic",
		"unicode", "unicode/utf8", "runtime", "io",
	} {
		pure[p] = true
	}
	for _, p := range listPackages(t) {
		for _, imp := range p.Imports {
			if bad := arrow(p, imp, pure); bad != "" {
				t.Errorf("%s imports %s: %s", p.ImportPath, imp, bad)
			}
		}
		// Modules, unlike the standard library, count transitively: fmt pulls
		// in os, but a module that reaches a terminal or the network must not
		// come in behind a harmless one.
		for _, dep := range p.Deps {
			if under(p.ImportPath, "rakor/model") && strings.Contains(firstElement(dep), ".") && !anyUnder(dep, "gonum.org/v1/gonum") && !strings.HasPrefix(dep, "vendor/") {
				t.Errorf("%s reaches module %s: model is pure", p.ImportPath, dep)
			}
			if under(p.ImportPath, "rakor/ui") && anyUnder(dep, "charm.land/wish", "charm.land/ssh", "rakor/data", "rakor/cmd") {
				t.Errorf("%s reaches %s", p.ImportPath, dep)
			}
			if under(p.ImportPath, "rakor/data") && anyUnder(dep, "charm.land", "rakor/ui", "rakor/cmd") {
				t.Errorf("%s reaches %s", p.ImportPath, dep)
			}
		}
	}
}

func firstElement(path string) string {
	first, _, _ := strings.Cut(path, "/")
	return first
}

// arrow tells what is wrong with an import, "" for nothing.
func arrow(p listed, imp string, pure map[string]bool) string {
	own := p.ImportPath
	switch {
	case under(own, "rakor/model"):
		if !pure[imp] && !anyUnder(imp, "rakor/model", "gonum.org/v1/gonum") {
			return "model imports the pure parts of the standard library and gonum"
		}
	case under(own, "rakor/data"):
		if anyUnder(imp, "rakor/ui", "rakor/cmd") {
			return "data knows nothing of screens"
		}
	case under(own, "rakor/ui"):
		if anyUnder(imp, "rakor/data", "rakor/cmd") {
			return "ui declares what it needs, cmd fills it"
		}
		if anyUnder(imp, "os", "net", "syscall", "io/fs", "embed", "path/filepath") {
			return "ui has no files, sockets or environment"
		}
		if under(own, "rakor/ui/state") && anyUnder(imp, "charm.land", "github.com") {
			return "state knows no terminal"
		}
	}
	if under(imp, "github.com/guptarohit/asciigraph") && own != "rakor/ui/chart" {
		return "only ui/chart draws with asciigraph"
	}
	if anyUnder(imp, "charm.land/wish", "charm.land/ssh") && own != "rakor/cmd/internal/sshd" {
		return "only cmd/internal/sshd speaks SSH"
	}
	return ""
}

// TestPackageComments fails for a package that a newcomer cannot read about.
func TestPackageComments(t *testing.T) {
	t.Parallel()
	for _, p := range listPackages(t) {
		if p.Doc == "" && len(p.GoFiles) > 0 {
			t.Errorf("%s has no package comment", p.ImportPath)
		}
	}
}

// TestNoClockNoState fails when ui or model ask for the time, the environment
// or chance, or hold a package variable that could change: many sessions share
// one process.
func TestNoClockNoState(t *testing.T) {
	t.Parallel()
	for _, p := range listPackages(t) {
		inside := anyUnder(p.ImportPath, "rakor/ui", "rakor/model")
		for _, name := range p.GoFiles {
			file := filepath.Join(p.Dir, name)
			tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments|parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for _, bad := range globals(tree) {
				t.Errorf("%s: package variable %s", file, bad)
			}
			if inside {
				ast.Inspect(tree, func(n ast.Node) bool {
					if sel, ok := n.(*ast.SelectorExpr); ok {
						if x, ok := sel.X.(*ast.Ident); ok && x.Name == "time" && (sel.Sel.Name == "Now" || sel.Sel.Name == "Since" || sel.Sel.Name == "Sleep") {
							t.Errorf("%s: time.%s: the clock is handed in", file, sel.Sel.Name)
						}
					}
					return true
				})
			}
		}
	}
}

// globals lists package variables that are not errors made once, interface
// checks or embedded files.
func globals(f *ast.File) []string {
	var out []string
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.VAR {
			continue
		}
		if g.Doc != nil && strings.Contains(g.Doc.Text(), "go:embed") || g.Doc != nil && embedded(g.Doc) {
			continue
		}
		for _, s := range g.Specs {
			v := s.(*ast.ValueSpec)
			for _, n := range v.Names {
				if n.Name != "_" && !strings.HasPrefix(n.Name, "Err") && !strings.HasPrefix(n.Name, "err") && !(v.Doc != nil && embedded(v.Doc)) {
					out = append(out, n.Name)
				}
			}
		}
	}
	return out
}

func embedded(c *ast.CommentGroup) bool {
	for _, l := range c.List {
		if strings.HasPrefix(l.Text, "//go:embed") {
			return true
		}
	}
	return false
}

// TestTopLevel fails when something new lies at the top of the house.
func TestTopLevel(t *testing.T) {
	t.Parallel()
	allowed := map[string]bool{
		"cmd": true, "ui": true, "model": true, "data": true, "go.mod": true, "go.sum": true,
		"README.md": true, "LICENSE": true, "CHANGELOG.md": true, "rakor": true, "rakor.exe": true,
	}
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == root {
			return err
		}
		if name := d.Name(); !allowed[name] && !strings.HasPrefix(name, ".") {
			t.Errorf("%s lies at the top level", strconv.Quote(name))
		}
		if d.IsDir() {
			return filepath.SkipDir
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
