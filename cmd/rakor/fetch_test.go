package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// webAPI answers as the Web API does: with a recorded answer for variable 624
// and 2025 where the token is right, and in every bad way otherwise.
func webAPI(t *testing.T) string {
	t.Helper()
	answer, err := os.ReadFile(filepath.Join("..", "..", "data", "bps", "testdata", "webapi.json"))
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p := r.URL.Path
		switch {
		case !strings.HasSuffix(p, "/key/kunci-rahasia"):
			w.WriteHeader(http.StatusUnauthorized)
		case strings.HasPrefix(p, "/list/model/data/lang/ind/domain/0000/var/624/th/125/"):
			_, _ = w.Write(answer)
		case strings.Contains(p, "/var/500/"):
			w.WriteHeader(http.StatusInternalServerError)
		case strings.Contains(p, "/var/501/"):
			http.Redirect(w, r, "/elsewhere", http.StatusFound)
		case strings.Contains(p, "/var/502/"):
			_, _ = w.Write([]byte("<html>sebentar lagi</html>"))
		default:
			_, _ = w.Write([]byte(`{"status":"OK","data-availability":"list-not-available"}`))
		}
	}))
	t.Cleanup(srv.Close)
	return srv.URL
}
