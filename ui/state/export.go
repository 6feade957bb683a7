package state

// The effects and the answer of what is carried away.
type (
	// CopyText puts a text on the clipboard of the person's own terminal (OSC
	// 52); where that has none, it is saved like an export, under Name.
	CopyText struct{ Name, Text string }
	// SaveExport writes a document beside those written before, under Name or
	// the first name like it that is free.
	SaveExport struct {
		Name string // of the file, without a folder
		Data []byte
	}
	// Exported answers that a document was written.
	Exported struct{ File string }
)

func (CopyText) effect()   {}
func (SaveExport) effect() {}
func (Exported) intent()   {}

// MaxCopy is the longest text that is copied, in bytes: terminals drop what is
// longer without a word.
const MaxCopy = 64 << 10
