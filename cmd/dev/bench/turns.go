package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"time"
)

// subject is a thing that Tutela does, measured at several sizes, in turns with
// peers that do the least of it.
type subject struct {
	key        string // on the command line
	unit       string // what the sizes count, in Italian
	sizes      []int
	quantities []quantity
	prepare    func(ctx context.Context, b *bench, size int) (*contest, error)
}

// recordSizes are those of whatever counts records: from a small office to more than
// any has.
var recordSizes = []int{100, 1000, 3000, 10_000}

// quantity is what is measured of a subject: one row of the table for each peer.
type quantity struct {
	name  string // in Italian, as it stands in the table
	kind  kind
	flat  bool // at its best it does not grow with the size; else it grows as the size does
	peers []peer
}

// kind tells what a figure counts.
type kind int

const (
	seconds kind = iota
	memory       // bytes
)

// peer is what a quantity is measured against.
type peer struct {
	name string  // in Italian
	most float64 // the goal: ours is to be at most so many times it; 0 where none was set
}

// contest is one size made ready: what is done by turns, and what is to be tidied
// up. A peer is nil where it is not measured at that size.
type contest struct {
	ours  op
	peers []op
	note  string // what was found out on the way
	close func() error
}

// op does the thing once, and gives a figure for each quantity of its subject: the
// first ones alone, where the others mean nothing for it.
type op func(ctx context.Context) ([]float64, error)

// timed is the op of which the time is what counts.
func timed(do func(ctx context.Context) error) op {
	return func(ctx context.Context) ([]float64, error) {
		began := time.Now()
		err := do(ctx)
		return []float64{time.Since(began).Seconds()}, err
	}
}

// figures are what was measured of a quantity at one size: turn by turn, ours and
// beside it each peer's; nil where a peer was not measured.
type figures struct {
	ours  []float64
	peers [][]float64
}

// bench is one run: how long it may take, where its files are.
type bench struct {
	dir           string
	window, empty string // programs
	times         int    // turns of each size
	least         time.Duration
	budget        time.Duration
	made          map[string]string // offices, by name
}

// leastTurns are done however long they take: two would tell nothing of the noise.
const leastTurns = 3

// measure has all take turns at one size: a slow moment of the machine counts for
// all of them.
func (b *bench) measure(ctx context.Context, s *subject, size int) (out []figures, err error) {
	c, err := s.prepare(ctx, b, size)
	if err != nil {
		return nil, fmt.Errorf("%s of %d: %w", s.key, size, err)
	}
	if c.close != nil {
		defer func() { err = errors.Join(err, c.close()) }()
	}
	ops := append([]op{c.ours}, c.peers...)
	if _, err := turn(ctx, ops, 0); err != nil { // what is read for the first time does not count
		return nil, fmt.Errorf("%s of %d: %w", s.key, size, err)
	}
	out = make([]figures, len(s.quantities))
	for q := range out {
		out[q].peers = make([][]float64, len(s.quantities[q].peers))
	}
	began := time.Now()
	for n := 0; n < b.times && (n < leastTurns || time.Since(began) < b.budget); n++ {
		got, err := turn(ctx, ops, b.least)
		if err != nil {
			return nil, fmt.Errorf("%s of %d: %w", s.key, size, err)
		}
		for q := range out {
			out[q].ours = append(out[q].ours, got[0][q])
			for p := range out[q].peers {
				if p+1 < len(got) && q < len(got[p+1]) {
					out[q].peers[p] = append(out[q].peers[p], got[p+1][q])
				}
			}
		}
	}
	if c.note != "" {
		fmt.Fprintf(os.Stderr, "%s, %d %s: %s\n", s.key, size, s.unit, c.note)
	}
	return out, nil
}

// turn does all ops one after the other, again and again while that is too short to
// be told from noise, and gives the mean of each one's figures.
func turn(ctx context.Context, ops []op, least time.Duration) ([][]float64, error) {
	sums, n := make([][]float64, len(ops)), 0
	for began := time.Now(); n == 0 || time.Since(began) < least; n++ {
		for i, do := range ops {
			if do == nil {
				continue
			}
			if n == 0 {
				runtime.GC() // nobody pays for what another left
			}
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			got, err := do(ctx)
			if err != nil {
				return nil, err
			}
			if sums[i] == nil {
				sums[i] = make([]float64, len(got))
			}
			for q, v := range got {
				sums[i][q] += v
			}
		}
	}
	for _, sum := range sums {
		for q := range sum {
			sum[q] /= float64(n)
		}
	}
	return sums, nil
}
