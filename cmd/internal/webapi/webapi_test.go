package webapi_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"rakor/cmd/internal/webapi"
)

const token = "s3cr3t-token"

// TestFetch asks for one table and gets what the server says, at the address
// that the Web API documents.
func TestFetch(t *testing.T) {
	asked := ""
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = r.URL.Path
		if _, err := w.Write([]byte(`{"status":"OK"}`)); err != nil {
			t.Error(err)
		}
	}))
	defer srv.Close()
	b, err := webapi.Fetch(t.Context(), webapi.Request{Base: srv.URL + "/v1/api", Token: token, Domain: "0000", Variable: "621", Year: 2025})
	if err != nil || string(b) != `{"status":"OK"}` {
		t.Errorf("%s %v", b, err)
	}
	if want := "/v1/api/list/model/data/lang/ind/domain/0000/var/621/th/125/key/" + token; asked != want {
		t.Errorf("asked for %s, want %s", asked, want)
	}
}

// TestFetchFails gives every way in which no table comes; the token stands in
// none of the errors.
func TestFetchFails(t *testing.T) {
	leaked := ""
	other := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { leaked = r.URL.String() + r.Referer() }))
	defer other.Close()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case strings.Contains(r.URL.Path, "/var/1/"):
			w.WriteHeader(http.StatusForbidden)
		case strings.Contains(r.URL.Path, "/var/2/"):
			http.Redirect(w, r, other.URL+"/elsewhere", http.StatusFound)
		case strings.Contains(r.URL.Path, "/var/3/"):
			w.Header().Set("Content-Length", "100") // and fewer follow
			_, _ = w.Write([]byte("x"))
		case strings.Contains(r.URL.Path, "/var/4/"):
			chunk := make([]byte, 1<<20)
			for range 18 {
				if _, err := w.Write(chunk); err != nil {
					return
				}
			}
		}
	}))
	defer srv.Close()
	ok := webapi.Request{Base: srv.URL, Token: token, Domain: "0000", Variable: "621", Year: 2025}
	with := func(change func(*webapi.Request)) webapi.Request {
		q := ok
		change(&q)
		return q
	}
	status, connection := (*webapi.StatusError)(nil), (*webapi.ConnectionError)(nil)
	gone := httptest.NewServer(http.NotFoundHandler())
	gone.Close()
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	tests := []struct {
		name  string
		ended bool
		q     webapi.Request
		want  func(error) bool
	}{
		{"forbidden", false, with(func(q *webapi.Request) { q.Variable = "1" }), func(err error) bool { return errors.As(err, &status) && status.Status == 403 }},
		{"redirect", false, with(func(q *webapi.Request) { q.Variable = "2" }), func(err error) bool { return errors.As(err, &status) && status.Status == 302 }},
		{"cut", false, with(func(q *webapi.Request) { q.Variable = "3" }), func(err error) bool { return errors.As(err, &connection) }},
		{"too large", false, with(func(q *webapi.Request) { q.Variable = "4" }), func(err error) bool { return errors.Is(err, webapi.ErrTooLarge) }},
		{"nobody there", false, with(func(q *webapi.Request) { q.Base = gone.URL }), func(err error) bool { return errors.As(err, &connection) }},
		{"ended", true, ok, func(err error) bool { return errors.As(err, &connection) }},
		{"no token", false, with(func(q *webapi.Request) { q.Token = "" }), func(err error) bool { return errors.Is(err, webapi.ErrNoToken) }},
		{"a variable of words", false, with(func(q *webapi.Request) { q.Variable = "../x" }), func(err error) bool { return errors.Is(err, webapi.ErrRequest) }},
		{"a year", false, with(func(q *webapi.Request) { q.Year = 25 }), func(err error) bool { return errors.Is(err, webapi.ErrRequest) }},
		{"in the clear", false, with(func(q *webapi.Request) { q.Base = "http://webapi.example/" }), func(err error) bool { return errors.Is(err, webapi.ErrAddress) }},
		{"no address", false, with(func(q *webapi.Request) { q.Base = "file:///etc" }), func(err error) bool { return errors.Is(err, webapi.ErrAddress) }},
	}
	for _, tt := range tests {
		ctx := t.Context()
		if tt.ended {
			ctx = ended
		}
		b, err := webapi.Fetch(ctx, tt.q)
		if err == nil || b != nil || !tt.want(err) {
			t.Errorf("%s: %d bytes, %v", tt.name, len(b), err)
			continue
		}
		if strings.Contains(err.Error(), token) {
			t.Errorf("%s: the error repeats the token: %v", tt.name, err)
		}
	}
	if leaked != "" {
		t.Errorf("another host was asked: %s", leaked)
	}
}
