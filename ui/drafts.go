package ui

import (
	"context"
	"sync"
	"time"

	"tutela/app"
	"tutela/app/form"
)

var rome = form.Rome

// drafts keeps half-written records in the file, away from the thread of the
// window, the newest of each alone.
type drafts struct {
	store Store
	now   func() time.Time
	do    func(func()) // on the window's thread
	fail  func(error)
	known map[string]app.Draft // by key; used on the window's thread alone

	mu      sync.Mutex
	waiting map[string]job
	wake    chan struct{}
	done    sync.WaitGroup
	ended   bool
}

// job is a draft to be kept, or dropped; then runs on the window's thread when
// the file has it.
type job struct {
	draft app.Draft
	drop  bool
	then  func()
}

// newDrafts reads the drafts of an office; background runs what writes them.
func newDrafts(store Store, now func() time.Time, do, background func(func()), fail func(error)) (*drafts, error) {
	list, err := store.Drafts(context.Background())
	if err != nil {
		return nil, err
	}
	d := &drafts{store: store, now: now, do: do, fail: fail, known: map[string]app.Draft{}, waiting: map[string]job{}, wake: make(chan struct{}, 1)}
	for _, x := range list {
		d.known[x.Key] = x
	}
	d.done.Add(1)
	background(d.run)
	return d, nil
}

// keep has a draft written; then runs when it is safe.
func (d *drafts) keep(x app.Draft, then func()) {
	x.At = d.now()
	d.known[x.Key] = x
	d.hand(x.Key, job{draft: x, then: then})
}

// drop forgets a draft: its record was saved, or its changes were given up.
func (d *drafts) drop(key string) {
	if _, ok := d.known[key]; !ok {
		return
	}
	delete(d.known, key)
	d.hand(key, job{drop: true})
}

func (d *drafts) hand(key string, j job) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.ended {
		return
	}
	d.waiting[key] = j
	select {
	case d.wake <- struct{}{}:
	default:
	}
}

// stop writes what waits and ends.
func (d *drafts) stop() {
	d.mu.Lock()
	if d.ended {
		d.mu.Unlock()
		return
	}
	d.ended = true
	close(d.wake)
	d.mu.Unlock()
	d.done.Wait()
}

func (d *drafts) run() {
	defer d.done.Done()
	for range d.wake {
		d.write(true)
	}
	d.write(false)
}

// write empties the queue. While the window closes nothing more is told to it.
func (d *drafts) write(tell bool) {
	d.mu.Lock()
	jobs := d.waiting
	d.waiting = map[string]job{}
	d.mu.Unlock()
	for key, j := range jobs {
		var err error
		if j.drop {
			err = d.store.DropDraft(context.Background(), key)
		} else {
			err = d.store.SaveDraft(context.Background(), j.draft)
		}
		switch {
		case !tell:
		case err != nil:
			d.do(func() { d.fail(err) })
		case j.then != nil:
			d.do(j.then)
		}
	}
}
