// Package data holds the published figures and the programmes that rakor opens
// on, and is the only one to touch data files.
//
// The calls to know:
//
//   - [Open] gives the embedded data with a user's documents laid over them as
//     a [model.Dataset] and [model.Programmes], both immutable and safe for
//     concurrent readers; an indicator is decoded on first use;
//   - [Validate] reports everything that is wrong with documents at once, each
//     problem with file, JSON pointer, line, rule, what was found and what was
//     expected, errors and warnings apart;
//   - [CommitFigures] puts figures into a user's documents as one step,
//     [UndoFigures] takes the last one back, [FigureLog] lists them, and
//     [CheckFigures] tells beforehand what [Validate] would say;
//   - [UserDirs] tells where a user's documents lie, [LoadSettings] and
//     [SaveSettings] remember what the user chose.
//
// A broken file never stops the program: the document is left out, whole, and
// [Store.Problems] says why. Reading is bounded: directories, pipes, loops of
// links and files above 32 MB are refused before they are read.
//
// # Documents
//
// The data are three kinds of JSON documents, embedded from seed/ and, in the
// same layout, in a user's directory. seed/schema has a JSON Schema of each.
//
// index.json ("format": "rakor/index/1") names what figures refer to: regions and
// their other names, indicators with unit, decimals, plausible range and the months that a figure
// may have, sources, targets, breaks (changes of method) and strategies. In a
// user's directory every part may be missing; an element replaces the embedded
// one of the same code or id, new ones are added.
//
// <indicator>.json ("rakor/indicator/1") holds the figures of one indicator in
// columns. This is a whole user's file, p0.json; the source "bapperida-2026"
// stands in the index beside it:
//
//	{
//	  "format": "rakor/indicator/1",
//	  "indicator": "p0",
//	  "periods": ["2025-03", "2026-03"],
//	  "origins": [{"sources": ["bapperida-2026"], "note": "hasil rapat"}],
//	  "rows": {
//	    "6271": [null, 3.41],
//	    "6203": [5.02, null]
//	  }
//	}
//
// A period is 2024-03 for a survey round or 2024 for a year; null is a gap,
// which is not zero and, in a user's file, changes nothing. Regions go by the
// code of BPS (kecamatan and kelurahan by the dotted one of Kemendagri). Where
// figures come from several sources, "origins" lists each combination of
// sources that agree, "from" tells the origin of a column by tier (nation,
// province, local, district, village), and "cells" the single figures whose
// origin is another one, or for which other sources give other values:
//
//	"from": {"province": [0, 0], "local": [1, null]},
//	"cells": [{"region": "6271", "period": "2026-03", "origin": 2,
//	           "others": [{"value": 3.4, "origin": 0}]}]
//
// programmes.json ("rakor/programmes/1") lists the departments' programmes. A
// user's entry replaces the embedded one of the same id; "removed" hides
// embedded entries. "places" are codes of Kemendagri, the most exact known one;
// the code of the region itself (62.71) means all of it.
//
// # To add or correct a figure
//
// As a user: write it into the document of its indicator in the directory that
// "rakor data path" tells, name its source in index.json, run "rakor data
// validate". The user's figure is the preferred one; an embedded figure that
// differs stays visible as another source's value, one that agrees becomes a
// further source. To take the correction back, delete the line.
//
// In the project: change data/source (its README says how), run go generate
// ./data, then go test ./data. Where a cell has several values, the preferred
// one is chosen by the kind of source (table, release, government, thesis,
// press, encyclopaedia), then by the order of sources.csv, and the rest follow.
//
// # Checksum
//
// [model.Dataset.Checksum] is a SHA-256 over the data in use: computed when the
// seed was made, and with documents of a user over that and over the bytes of
// each document that is in use. Settings are no data.
//
// # Why the JSON Schemas are not read here
//
// The schemas are for people, editors and other programs. The reader in
// internal/doc enforces all that they say, and more, in one pass; tests hold
// the two against each other with a schema library. Linking that library would
// cost every start of the program 4 to 8 ms.
package data
