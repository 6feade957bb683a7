package lang

// Estimate is the words of the tab.
type Estimate struct {
	Title string
}

func estimate(l Lang) Estimate {
	return pick(l, Estimate{Title: common(Indonesian).Tabs[0]}, Estimate{Title: common(English).Tabs[0]})
}
