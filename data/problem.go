package data

import (
	"fmt"
	"strings"

	"rakor/data/internal/jscan"
)

// Severity tells errors from warnings: data with an error are refused, data
// with a warning are used.
type Severity uint8

// The severities.
const (
	Error Severity = iota
	Warning
)

// String gives the name used in JSON.
func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// MarshalText writes the name of the severity.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Rule names what a problem offends. The names are stable: scripts and tests
// lean on them, and the language catalogue words them for people.
type Rule = jscan.Rule

// The rules of files and documents. All of them are errors.
const (
	RuleUnreadable Rule = "unreadable" // the file cannot be read, or is no file
	RuleTooLarge   Rule = "too-large"
	RuleSyntax     Rule = jscan.RuleSyntax // no JSON
	RuleSchema     Rule = jscan.RuleSchema // not of the form that the schema tells
	RuleDuplicate  Rule = jscan.RuleDuplicate
	RuleTooMany    Rule = "too-many-problems" // of one file; the rest is not listed
	RuleRegion     Rule = "unknown-region"
	RuleIndicator  Rule = "unknown-indicator"
	RuleSource     Rule = "unknown-source"
	RuleStrategy   Rule = "unknown-strategy"
	RulePeriod     Rule = "impossible-period" // for the indicator
	RuleRange      Rule = "out-of-range"      // of the indicator
)

// Problem is one thing wrong with a data file.
type Problem struct {
	File     string   `json:"file"`
	Pointer  string   `json:"pointer"`          // JSON pointer into the file; "" is the whole
	Line     int      `json:"line,omitempty"`   // from 1; 0 where it is not known
	Column   int      `json:"column,omitempty"` // from 1, in characters
	Rule     Rule     `json:"rule"`
	Severity Severity `json:"severity"`
	Found    string   `json:"found"`
	Expected string   `json:"expected"`
}

// String says the problem in one sentence, for logs and for those who write
// data files.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", p.Line, p.Column)
	}
	b.WriteString(": ")
	if p.Pointer != "" {
		b.WriteString(p.Pointer + ": ")
	}
	fmt.Fprintf(&b, "found %s, expected %s [%s]", p.Found, p.Expected, p.Rule)
	return b.String()
}

// maxProblems is how many problems of one file are listed.
const maxProblems = 10_000

// collector gathers the problems of one file.
type collector struct {
	file     string
	b        []byte
	lines    *jscan.Lines
	problems []Problem
}

// fault takes what a reader reports.
func (c *collector) fault(f jscan.Fault) {
	p := Problem{Pointer: f.Pointer, Rule: f.Rule, Found: f.Found, Expected: f.Expected}
	if f.Offset >= 0 && len(c.problems) < maxProblems {
		if c.lines == nil {
			c.lines = jscan.NewLines(c.b)
		}
		p.Line, p.Column = c.lines.At(f.Offset)
	}
	c.add(p)
}

// syntax takes an error of syntax and tells whether there was none.
func (c *collector) syntax(e *jscan.SyntaxError) bool {
	if e != nil {
		c.add(Problem{Pointer: e.Pointer, Line: e.Line, Column: e.Column, Rule: e.Rule, Found: e.Found, Expected: e.Expected})
	}
	return e == nil
}

func (c *collector) add(p Problem) {
	p.File = c.file
	switch {
	case len(c.problems) < maxProblems:
		c.problems = append(c.problems, p)
	case len(c.problems) == maxProblems:
		c.problems = append(c.problems, Problem{
			File: c.file, Rule: RuleTooMany,
			Found: fmt.Sprintf("more than %d problems", maxProblems), Expected: "fewer; the rest is not listed",
		})
	}
}

// errors tells how many of the problems are errors.
func (c *collector) errors() int {
	n := 0
	for _, p := range c.problems {
		if p.Severity == Error {
			n++
		}
	}
	return n
}
