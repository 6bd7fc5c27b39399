package store

import (
	"context"
	"database/sql"
	"slices"
	"sync"
)

// keptStatements are those that the writer's one connection has ready from one
// transaction to the next: preparing them takes longer than running them. Their
// texts follow from the forms, so that there is an end to them.
type keptStatements struct {
	mu     sync.Mutex
	ready  map[string]*sql.Stmt
	wanted []string // missed by a transaction; prepared before the next
}

// mostKept bounds the memory that statements take.
const mostKept = 1000

// prepare makes ready what the transactions before had to prepare themselves. It
// must not be called inside one: the connection is taken.
func (k *keptStatements) prepare(ctx context.Context, db *sql.DB) error {
	k.mu.Lock()
	wanted := k.wanted
	k.wanted = nil
	k.mu.Unlock()
	for i, query := range wanted {
		st, err := db.PrepareContext(ctx, query)
		if err != nil {
			k.want(wanted[i:])
			return err
		}
		k.mu.Lock()
		k.ready[query] = st
		k.mu.Unlock()
	}
	return nil
}

// get gives a statement that is ready, or nil.
func (k *keptStatements) get(query string) *sql.Stmt {
	if k == nil {
		return nil
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.ready[query]
}

// want asks for statements to be ready the next time.
func (k *keptStatements) want(queries []string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.ready == nil {
		k.ready = map[string]*sql.Stmt{}
	}
	for _, q := range queries {
		if len(k.ready)+len(k.wanted) < mostKept && k.ready[q] == nil && !slices.Contains(k.wanted, q) {
			k.wanted = append(k.wanted, q)
		}
	}
}
