//go:build unix

package store

import (
	"bufio"
	"fmt"
	"os"
	"testing"

	"tutela/app"
)

// childNumber saves breaches and says each number, until it is killed.
func childNumber(path string) {
	db, err := Open(ctx, path, unlocked(path, shipped()))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for {
		b := &app.Breach{}
		b.Date = "2026-05-01"
		if err := db.Save(ctx, anna, breaches, b); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(b.Number)
	}
}

// TestNumbersSurviveAKill: killed in between, the program neither loses a number
// it gave nor gives one twice.
func TestNumbersSurviveAKill(t *testing.T) {
	db := shippedOffice(t)
	path := db.path
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	said := 0
	for _, after := range []int{1, 7, 4} {
		cmd := child(t, os.Args[0], "number", path)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		last := ""
		for lines := bufio.NewScanner(out); after > 0 && lines.Scan(); after-- {
			last = lines.Text()
		}
		_ = cmd.Process.Kill()
		if err := cmd.Wait(); err == nil || last == "" {
			t.Fatalf("the child was not killed while saving: %v", err)
		}
		if _, err := fmt.Sscanf(last, "%d/2026", &said); err != nil {
			t.Fatal(err)
		}
		again, err := Open(ctx, path, unlocked(path, shipped()))
		if err != nil {
			t.Fatal(err)
		}
		recs, err := again.All(ctx, breaches)
		if err != nil || len(recs) < said {
			t.Fatalf("%d there, %d said, %v", len(recs), said, err)
		}
		newBreach(t, again, "2026-05-02")
		countingFrom1(t, again, len(recs)+1)
		shut(t, again)
	}
}
