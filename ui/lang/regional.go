package lang

// Regional is the words of the tab.
type Regional struct {
	Title string
}

func regional(l Lang) Regional {
	return pick(l, Regional{Title: common(Indonesian).Tabs[0]}, Regional{Title: common(English).Tabs[0]})
}
