package data

import (
	"context"

	"rakor/data/durable"
)

// CommitFiguresOn is CommitFigures on a file system that may fail.
func CommitFiguresOn(ctx context.Context, fsys durable.Tree, dir string, e Edit) (Step, error) {
	return commitFigures(ctx, fsys, dir, e)
}
