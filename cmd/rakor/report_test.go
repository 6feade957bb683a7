package main

import (
	"bytes"
	"context"
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// say runs the program and gives its standard output.
func say(t *testing.T, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	home := t.TempDir()
	code := run(context.Background(), args, process{
		in: strings.NewReader(""), out: &out, err: &errs, env: []string{"HOME=" + home, "TZ=UTC"}, now: func() time.Time { return time.Date(2026, 2, 18, 7, 2, 0, 0, time.UTC) },
	})
	if code != exitOK {
		t.Fatalf("rakor %q ends with %d: %s", args, code, errs.String())
	}
	return out.Bytes()
}

// resultOf decodes the result of a command.
func resultOf[T any](t *testing.T, b []byte) T {
	t.Helper()
	var o struct{ Result T }
	if err := json.Unmarshal(b, &o); err != nil {
		t.Fatal(err)
	}
	return o.Result
}

type briefFact struct {
	ID, Period, Text string
	Value            *float64
}

// Every figure of the brief is what compare, estimate and program list print.
func TestBriefEqualsTheCommands(t *testing.T) {
	t.Parallel()
	for _, home := range []string{"6271", "6203", "3273", "1101"} {
		prov := home[:2] + "00"
		facts := map[string]briefFact{}
		for _, f := range resultOf[struct{ Facts []briefFact }](t, say(t, "report", "brief", "--home", home, "--format", "json")).Facts {
			facts[f.ID] = f
		}
		value := func(id string) float64 {
			if f, ok := facts[id]; ok && f.Value != nil {
				return *f.Value
			}
			t.Fatalf("%s: the brief has no %s", home, id)
			return 0
		}
		rows := resultOf[struct {
			Rows []struct {
				Region, Period string
				Value          float64
				Rank           *int
			}
		}](t, say(t, "compare", "--region", home+","+prov+",0000", "--indicator", "p0", "--period", facts["p0_home"].Period, "--format", "json")).Rows
		for i, id := range []string{"p0_home", "p0_province", "p0_nation"} {
			if rows[i].Value != value(id) || rows[i].Period != facts[id].Period {
				t.Errorf("%s: %s is %v for %s, compare says %v for %s", home, id, value(id), facts[id].Period, rows[i].Value, rows[i].Period)
			}
		}
		estimate := resultOf[struct {
			Poor   float64
			Target *struct{ Exits float64 }
		}](t, say(t, "estimate", "headcount", "--region", home, "--period", facts["poor"].Period, "--format", "json"))
		if estimate.Poor != value("poor") {
			t.Errorf("%s: %v poor people, estimate says %v", home, value("poor"), estimate.Poor)
		}
		if f, ok := facts["exits"]; ok {
			target := resultOf[struct{ Target *struct{ Exits float64 } }](t, say(t, "estimate", "headcount", "--region", home, "--period", facts["poor"].Period, "--target", "3.30", "--format", "json"))
			if target.Target == nil || target.Target.Exits != *f.Value {
				t.Errorf("%s: %v must leave poverty, estimate says %+v", home, *f.Value, target.Target)
			}
			if math.Abs(value("points")-(3.30-value("p0_home"))) > 1e-9 {
				t.Errorf("%s: %v points to the target", home, value("points"))
			}
		}
		if _, listed := facts["rows"]; !listed {
			continue
		}
		totals := resultOf[struct {
			Totals struct {
				Rows, Samples, No float64
				Budget            *float64
				Computed          *float64 `json:"budget_computed"`
				NoBudget          float64  `json:"no_budget_rows"`
			}
		}](t, say(t, "program", "list", "--home", home, "--format", "json")).Totals
		if totals.Rows-totals.Samples != value("rows") || *totals.Budget != value("budget") || *totals.Computed != value("budget_computed") || totals.NoBudget != value("no_budget") {
			t.Errorf("%s: %+v, program list says %+v", home, facts, totals)
		}
	}
}

// In a browser the brief is one sheet of A4 in both languages, the profile has
// its pages numbered, nothing is asked from anywhere, and nothing is wrong.
// Without Chromium this is skipped, unless RAKOR_NEED_TOOLS says that it must
// not be.
func TestReportsInABrowser(t *testing.T) {
	t.Parallel()
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("RAKOR_NEED_TOOLS") != "" {
			t.Fatal("chromium is not installed")
		}
		t.Skip("chromium is not installed")
	}
	for i, c := range []struct {
		name, home, lang string
		single           bool
	}{
		{"brief", "6271", "id", true},
		{"brief", "6271", "en", true},
		{"brief", "1110", "id", true}, // three others, drawn at random
		{"brief", "6109", "en", true},
		{"brief", "8202", "id", true},
		{"profile", "6271", "id", false},
		{"programs", "6271", "id", false},
	} {
		if i > 1 && os.Getenv("RAKOR_NEED_TOOLS") == "" { // the others are for .ci/run: a browser takes its time
			break
		}
		dir := t.TempDir()
		page, pdf, net := filepath.Join(dir, "a.html"), filepath.Join(dir, "a.pdf"), filepath.Join(dir, "net.json")
		html := say(t, "report", c.name, "--home", c.home, "--lang", c.lang, "--format", "html")
		if err := os.WriteFile(page, html, 0o600); err != nil {
			t.Fatal(err)
		}
		ctx, stop := context.WithTimeout(t.Context(), 2*time.Minute)
		cmd := exec.CommandContext(ctx, chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--disable-background-networking",
			"--user-data-dir="+filepath.Join(dir, "profile"), "--enable-logging=stderr", "--log-net-log="+net, "--print-to-pdf="+pdf, "file://"+page)
		cmd.Env = append(os.Environ(), "HOME="+dir)
		log, err := cmd.CombinedOutput()
		stop()
		if err != nil {
			t.Fatalf("%v: %s", err, log)
		}
		if regexp.MustCompile(`CONSOLE|Refused to|net::ERR`).Match(log) {
			t.Errorf("%s: the console says %s", c.name, log)
		}
		b, err := os.ReadFile(pdf)
		if err != nil {
			t.Fatal(err)
		}
		pages := len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(b, -1))
		if c.single != (pages == 1) || pages == 0 {
			t.Errorf("%s %s %s: %d pages", c.name, c.home, c.lang, pages)
		}
		asked, err := os.ReadFile(net)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`"url":"(https?|wss?|ftp)://[^"]*"`).FindAll(asked, -1) {
			if !ofTheBrowser(string(m)) {
				t.Errorf("%s asks for %s", c.name, m)
			}
		}
	}
}

// ofTheBrowser tells whether an address is one that Chromium asks for on its own
// account, whatever page is open.
func ofTheBrowser(url string) bool {
	return regexp.MustCompile(`"url":"https?://([a-z0-9.-]+\.)?(google\.com|googleapis\.com|gvt1\.com|gstatic\.com)[/"]`).MatchString(url)
}

// BenchmarkBrief is the brief as HTML from exec to exit; BenchmarkProfile the
// profile. The binary is built once.
func BenchmarkReport(b *testing.B) {
	bin := filepath.Join(b.TempDir(), "rakor")
	if out, err := exec.CommandContext(b.Context(), "go", "build", "-trimpath", "-o", bin, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	for _, name := range []string{"brief", "profile"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				cmd := exec.CommandContext(b.Context(), bin, "report", name, "--format", "html")
				cmd.Env = []string{"HOME=" + b.TempDir()}
				if err := cmd.Run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
