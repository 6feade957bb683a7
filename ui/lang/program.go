package lang

// Program is the words of the tab.
type Program struct {
	Title string
}

func program(l Lang) Program {
	return pick(l, Program{Title: common(Indonesian).Tabs[0]}, Program{Title: common(English).Tabs[0]})
}
