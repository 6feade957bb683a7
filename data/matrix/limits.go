package matrix

// Limits bound what a file may cost. They are far above any real list and far
// below what a laptop has.
const (
	// maxFile is the largest file in bytes, as it lies on the disk.
	maxFile = 64 << 20
	// maxUnzipped is the most that a spreadsheet may unpack to: a bomb of 1 GB
	// is refused by the sizes it declares, before anything is unpacked.
	maxUnzipped = 64 << 20
	// maxTables is the most that the tables beside the sheets (styles, names,
	// relations) may unpack to: they are decoded as a whole.
	maxTables = 4 << 20
	// maxParts is the most files in one spreadsheet.
	maxParts = 4096
	// maxSheets is the most sheets that are looked at.
	maxSheets = 256
	// maxRows is the most rows with something in them, over all sheets.
	maxRows = 100_000
	// maxCells is the most cells with something in them, over all sheets.
	maxCells = 1_000_000
	// maxColumn is the last column that a spreadsheet has: XFD.
	maxColumn = 16_384
	// maxRow is the last row that a spreadsheet has.
	maxRow = 1_048_576
	// maxText is the longest text of a cell in bytes, as spreadsheets have it.
	maxText = 32_767 * 4
)
