// Package meeting is the room in which one person presents and others follow:
// the presenter publishes State and Snapshot, never frames and never deltas,
// and every viewer is drawn in their own size, colours and language.
//
// [Room] holds the latest [Post] behind one pointer, together with a channel
// that is closed when the next one arrives. Publishing never waits for anybody;
// who is slow sees the newest late, and no queue grows:
//
//	post, changed := room.Latest()
//	draw(post)
//	<-changed // then ask again: there may have been many in between
//
// [Floor] says who drives: a pure state machine of joining, offering,
// accepting, taking back and claiming, in which there is never more than one
// driver. The room refuses what anybody else publishes.
//
// [Groups] draws each frame once for all who see the same: followers with an
// equal [Key] form a [Group]. A group's [Drawn] frame gives the bytes from the
// frame before it, or the whole frame to whoever is new or behind; both end
// with the pen reset and the cursor at home, so that they can follow each
// other in any order. [Painter] does the same for one person who looks around
// alone, without keeping a screen of cells for them.
//
// Nothing here opens a socket or asks for the time: whoever owns the room hands
// in the clock. Everything but Floor and Key is safe for concurrent use.
package meeting
