package data_test

import (
	"testing"

	"rakor/model"
)

func period(t testing.TB, s string) model.Period {
	t.Helper()
	p, err := model.ParsePeriod(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
