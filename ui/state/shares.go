package state

import "rakor/model/lorenz"

// Shares is a file of grouped shares that is open, in place of households.
type Shares struct {
	Name   string // of the file
	Points lorenz.Points
}

// SharesOpened answers that a file of grouped shares was read.
type SharesOpened struct {
	Rev  uint64 `json:"rev"`
	Name string `json:"name"`
}

func (SharesOpened) intent() {}

// use makes a method that was just opened the one in use.
func (st State) use(snap *Snapshot, rev uint64, m Method) State {
	st.Rev = max(st.Rev, rev)
	if snap.Offers(m) {
		method := float64(m)
		st.Tab, st.Estimate.Method, st.Estimate.Selected = TabEstimate, &method, InputRate
	}
	return st
}
