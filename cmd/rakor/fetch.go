package main

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rakor/cmd/internal/webapi"
	"rakor/data/bps"
	"rakor/data/durable"
)

const (
	// tokenVariable holds the person's own token of the Web API; without it
	// nothing is fetched.
	tokenVariable = "RAKOR_BPS_TOKEN" //nolint:gosec // the name of a variable, no token
	// addressVariable holds another address of the Web API, for a mirror or a
	// test.
	addressVariable = "RAKOR_BPS_URL"
	// mostYears is how many years one call fetches.
	mostYears = 30
)

// fetchFlags are the flags of data fetch as typed.
type fetchFlags struct {
	importFlags
	variable, domain, years, save string
}

func (a *app) dataFetch() *cobra.Command {
	w := a.words.Data
	var f fetchFlags
	c := &cobra.Command{
		Use: "fetch", Short: w.FetchShort, Long: w.FetchLong, Args: a.noArgs,
		Example: "  rakor data fetch --variable 621 --years 2024,2025\n  rakor data fetch --variable 624 --years 2025 --apply new,revised",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.fetch(cmd.Context(), f, example(cmd))
		},
	}
	fl := c.Flags()
	fl.StringVar(&f.variable, "variable", "", w.FlagVariable)
	fl.StringVar(&f.domain, "domain", "0000", w.FlagDomain)
	fl.StringVar(&f.years, "years", "", w.FlagYears)
	fl.StringVar(&f.save, "save", "", w.FlagSave)
	a.importFlags(c, &f.importFlags)
	return c
}

func (a *app) fetch(ctx context.Context, f fetchFlags, ex string) error {
	years, err := a.readFetch(f, ex)
	if err != nil {
		return err
	}
	ask, err := a.readImport(f.importFlags)
	if err != nil {
		return err
	}
	q := webapi.Request{Base: a.getenv(addressVariable), Token: a.getenv(tokenVariable), Domain: f.domain, Variable: f.variable}
	var tables []*bps.Table
	for _, year := range years {
		q.Year = year
		b, err := webapi.Fetch(ctx, q)
		if err != nil {
			return a.fetchError(err)
		}
		if f.save != "" {
			if err := durable.WriteFile(durable.OS(), f.save, b); err != nil {
				return err
			}
			a.say(a.words.Data.Saved(f.save))
		}
		t, err := a.readTables("webapi-"+f.domain+"-"+f.variable+"-"+strconv.Itoa(year)+".json", b)
		if err != nil {
			return err
		}
		tables = append(tables, t...)
	}
	call := "rakor data fetch --variable " + f.variable + " --domain " + f.domain + " --years " + f.years
	if f.indicator != "" {
		call += " --indicator " + f.indicator
	}
	return a.imported(ctx, importCall{"data fetch", call, tables, ask})
}

// readFetch checks what is to be fetched, before anything is asked for.
func (a *app) readFetch(f fetchFlags, ex string) ([]int, error) {
	w := a.words.CLI
	if a.getenv(tokenVariable) == "" {
		return nil, failf(exitForbidden, "%s", a.words.Data.FetchOff)
	}
	for _, need := range [][2]string{{f.variable, "--variable"}, {f.years, "--years"}} {
		if need[0] == "" {
			return nil, failf(exitUsage, "%s", w.Needs(need[1], ex))
		}
	}
	for _, d := range [][2]string{{f.variable, "--variable"}, {f.domain, "--domain"}} {
		if strings.Trim(d[0], "0123456789") != "" || len(d[0]) > 8 {
			return nil, failf(exitUsage, "%s", w.BadValue(d[1], d[0], "621, 0000"))
		}
	}
	if f.save != "" && a.flags.readonly {
		return nil, failf(exitForbidden, "%s", a.words.Data.ReadOnly)
	}
	var years []int
	for s := range strings.SplitSeq(f.years, ",") {
		y, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil || y < 1990 || y > 2100 || len(years) == mostYears || f.save != "" && len(years) == 1 {
			return nil, failf(exitUsage, "%s", w.BadValue("--years", f.years, "2024,2025"))
		}
		years = append(years, y)
	}
	return years, nil
}

// fetchError words an error of the network; none of them has the token.
func (a *app) fetchError(err error) error {
	w := a.words.Data
	var status *webapi.StatusError
	var connection *webapi.ConnectionError
	switch {
	case errors.As(err, &status) && (status.Status == 401 || status.Status == 403):
		return failf(exitForbidden, "%s", w.FetchRefused(status.Host, status.Status))
	case errors.As(err, &status):
		return failf(exitConnection, "%s", w.FetchFailed(status.Host, "HTTP "+strconv.Itoa(status.Status)))
	case errors.As(err, &connection):
		return failf(exitConnection, "%s", w.FetchFailed(connection.Host, connection.Reason))
	case errors.Is(err, webapi.ErrTooLarge):
		return failf(exitInvalid, "%s", w.BadFile("webapi", w.Fault(string(bps.TooLarge)), ""))
	case errors.Is(err, webapi.ErrAddress):
		return failf(exitUsage, "%s", a.words.CLI.BadValue(addressVariable, "", "https://..."))
	}
	return err
}
