// Package webapi asks the Web API of BPS for one table of one year, with the
// token of the person who asks. It is the only place where data come over the
// network, and nothing calls it unless a person does.
//
// [Fetch] is the whole of it. It takes at most 30 seconds and 16 MB, follows no
// redirect (the token stands in the address, so another host must never see it),
// speaks HTTPS only except to the machine itself, and repeats the token in no
// error.
package webapi

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// Base is the address of the Web API.
const Base = "https://webapi.bps.go.id/v1/api"

const (
	// MaxAnswer is the largest answer in bytes.
	MaxAnswer = 16 << 20
	// Patience is how long one request may take.
	Patience = 30 * time.Second
)

// Errors of a request that was not sent.
var (
	ErrNoToken = errors.New("webapi: no token")
	ErrAddress = errors.New("webapi: the address must be https, or http of this machine")
	ErrRequest = errors.New("webapi: domain and variable are digits, the year is 1990 to 2100")
)

// ErrTooLarge means that the answer has more than [MaxAnswer] bytes.
var ErrTooLarge = errors.New("webapi: the answer is too large")

// StatusError is an answer that is not 200 OK.
type StatusError struct {
	Host   string
	Status int
}

// Error names host and status.
func (e *StatusError) Error() string {
	return fmt.Sprintf("webapi: %s answered with status %d", e.Host, e.Status)
}

// ConnectionError means that no answer came.
type ConnectionError struct {
	Host   string
	Reason string // without the address, which holds the token
}

// Error names host and reason.
func (e *ConnectionError) Error() string { return "webapi: " + e.Host + ": " + e.Reason }

// Request is what to ask for.
type Request struct {
	Base     string // "": [Base]
	Token    string
	Domain   string // 0000
	Variable string // 621
	Year     int
}

// Fetch gives the answer to a request, unread. Errors: [ErrNoToken],
// [ErrAddress], [ErrRequest], [ErrTooLarge], *[StatusError], *[ConnectionError].
func Fetch(ctx context.Context, q Request) ([]byte, error) {
	address, host, err := q.address()
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, Patience)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, ErrAddress // the error of http would repeat the address
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err := client.Do(req)
	if err != nil {
		return nil, &ConnectionError{Host: host, Reason: reason(err, q.Token)}
	}
	b, err := io.ReadAll(io.LimitReader(resp.Body, MaxAnswer+1))
	if err := errors.Join(err, resp.Body.Close()); err != nil {
		return nil, &ConnectionError{Host: host, Reason: reason(err, q.Token)}
	}
	switch {
	case resp.StatusCode != http.StatusOK:
		return nil, &StatusError{Host: host, Status: resp.StatusCode}
	case len(b) > MaxAnswer:
		return nil, ErrTooLarge
	}
	return b, nil
}

// address gives the address of a request and its host. The key of a year is the
// year less 1900.
func (q Request) address() (address, host string, err error) {
	if q.Token == "" {
		return "", "", ErrNoToken
	}
	if !digits(q.Domain) || !digits(q.Variable) || q.Year < 1990 || q.Year > 2100 {
		return "", "", ErrRequest
	}
	base := q.Base
	if base == "" {
		base = Base
	}
	u, err := url.Parse(base)
	if err != nil || u.Host == "" || u.Scheme != "https" && (u.Scheme != "http" || !local(u.Hostname())) {
		return "", "", ErrAddress
	}
	return u.JoinPath(
		"list", "model", "data", "lang", "ind", "domain", q.Domain, "var", q.Variable, "th", strconv.Itoa(q.Year-1900), "key", url.PathEscape(q.Token),
	).String(), u.Host, nil
}

// local tells whether a host is this machine.
func local(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

func digits(s string) bool {
	return s != "" && len(s) <= 8 && strings.Trim(s, "0123456789") == ""
}

// reason gives the cause of an error without the address, and without the
// token wherever else it may stand.
func reason(err error, token string) string {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	return strings.NewReplacer(token, "***", url.PathEscape(token), "***").Replace(err.Error())
}
