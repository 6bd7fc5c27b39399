package main

import (
	"context"
	"errors"
	"time"

	"tutela/store"
)

// What a sealed office costs, beside the plain one of the same records, which lie in
// memory.
var sealedSizes = []int{10, 100, 1000, 3000}

var besidePlain = []peer{{name: "lo stesso ufficio in chiaro"}}

var sealedSaveSubject = &subject{
	key: "sealed-save", unit: "trattamenti", sizes: sealedSizes,
	quantities: []quantity{{name: "salvare una scheda in un ufficio **chiuso** con la frase segreta", flat: true, peers: besidePlain}},
	prepare: func(ctx context.Context, b *bench, size int) (*contest, error) {
		plainPath, sealedPath, with, err := b.bothKinds(ctx, size)
		if err != nil {
			return nil, err
		}
		ours, err := store.Open(ctx, sealedPath, with)
		if err != nil {
			return nil, errors.Join(err, with.Lock.Unlock())
		}
		plain, err := store.Open(ctx, plainPath, opts)
		if err != nil {
			return nil, errors.Join(err, ours.Close(), with.Lock.Unlock())
		}
		tidy := func() error { return errors.Join(plain.Close(), ours.Close(), with.Lock.Unlock()) }
		a, err := newSaver(ctx, ours)
		if err != nil {
			return nil, errors.Join(err, tidy())
		}
		p, err := newSaver(ctx, plain)
		if err != nil {
			return nil, errors.Join(err, tidy())
		}
		return &contest{ours: a.save, peers: []op{p.save}, close: tidy}, nil
	},
}

var sealedOpenSubject = &subject{
	key: "sealed-open", unit: "trattamenti", sizes: sealedSizes,
	quantities: []quantity{{name: "aprire un ufficio chiuso, dopo la frase", peers: besidePlain}},
	prepare: func(ctx context.Context, b *bench, size int) (*contest, error) {
		plainPath, sealedPath, with, err := b.bothKinds(ctx, size)
		if err != nil {
			return nil, err
		}
		return &contest{ours: opened(sealedPath, with), peers: []op{opened(plainPath, opts)}, close: with.Lock.Unlock}, nil
	},
}

// opened opens an office; that it is closed again does not count.
func opened(path string, with store.Options) op {
	return func(ctx context.Context) ([]float64, error) {
		began := time.Now()
		db, err := store.Open(ctx, path, with)
		if err != nil {
			return nil, err
		}
		return []float64{time.Since(began).Seconds()}, db.Close()
	}
}
