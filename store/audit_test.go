package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"tutela/app/form"
)

// The bytes that a hash is taken over are the format of the file: this test
// changes only together with hashFormat.
func TestHashFormat(t *testing.T) {
	c := Change{
		Seq: 12, At: time.Date(2026, 11, 22, 10, 30, 0, 999, time.FixedZone("CET", 3600)), Who: "Anna", HostUser: "pc\\è",
		Action: "create", Register: "person", UID: "u", Digest: "d", Prev: "",
	}
	bytes := "14:tutela-audit-1,2:12,20:2026-11-22T09:30:00Z,4:Anna,5:pc\\è,6:create,6:person,1:u,1:d,0:,"
	if HashOf(c) != digestOf([]byte(bytes)) {
		t.Error("the hash is taken over other bytes")
	}
	// Every column is in it, and none can flow into the next.
	seen := map[string]bool{HashOf(c): true}
	for _, change := range []func(*Change){
		func(c *Change) { c.Seq++ }, func(c *Change) { c.At = c.At.Add(time.Second) }, func(c *Change) { c.Who = "Ann"; c.HostUser = "apc\\è" },
		func(c *Change) { c.HostUser += "x" }, func(c *Change) { c.Action = "update" }, func(c *Change) { c.Register = "x" },
		func(c *Change) { c.UID = "v" }, func(c *Change) { c.Digest = "e" }, func(c *Change) { c.Prev = "p" },
	} {
		other := c
		change(&other)
		if seen[HashOf(other)] {
			t.Errorf("another row has the same hash: %+v", other)
		}
		seen[HashOf(other)] = true
	}
}

// story makes an office in which something happened; the trail has 8 rows.
func story(t *testing.T) (*DB, *clock, *keeper) {
	t.Helper()
	c := newClock()
	opts := options(t)
	opts.Now = c.now
	db := made(t, opts)
	k := newKeeper(t, db, "Anna")
	for i := range 3 {
		c.step(24 * time.Hour)
		k.Name = fmt.Sprintf("Anna %d", i)
		save(t, db, keepers, k)
	}
	newKeeper(t, db, "Bruno")
	c.step(24 * time.Hour)
	if err := db.Delete(ctx, By{Who: "Carla"}, keepers, k.UID()); err != nil {
		t.Fatal(err)
	}
	c.step(24 * time.Hour)
	save(t, db, things, &thing{Name: "Scala"})
	newKeeper(t, db, "Dario")
	return db, c, k
}

func TestHistory(t *testing.T) {
	db, c, k := story(t)
	list, err := db.History(ctx, "keeper", k.UID())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range list {
		got = append(got, fmt.Sprintf("%d %s %s %s %s %s", c.Seq, formatTime(c.At), c.Who, c.HostUser, c.Action, c.Payload))
	}
	want := []string{
		`1 2026-11-22T09:00:00Z Anna Verdi pc\anna create {"name":"Anna"}`,
		`2 2026-11-23T09:00:00Z Anna Verdi pc\anna update {"name":"Anna 0"}`,
		`3 2026-11-24T09:00:00Z Anna Verdi pc\anna update {"name":"Anna 1"}`,
		`4 2026-11-25T09:00:00Z Anna Verdi pc\anna update {"name":"Anna 2"}`,
		`6 2026-11-26T09:00:00Z Carla pc\anna delete null`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("history\n%s", strings.Join(got, "\n"))
	}
	v, err := db.VersionAt(ctx, keepers, 3)
	if err != nil {
		t.Fatal(err)
	}
	if h := headOf(v); v.(*keeper).Name != "Anna 1" || h.UID != k.UID() || h.Revision != 3 || h.Created != list[0].At || h.Updated != list[2].At {
		t.Errorf("version 3: %+v", v)
	}
	for _, seq := range []int64{0, 6, 7, 99} {
		if _, err := db.VersionAt(ctx, keepers, seq); !errors.Is(err, ErrNotFound) {
			t.Errorf("version %d: %v", seq, err)
		}
	}
	latest, err := db.Latest(ctx, 0, 2)
	if err != nil || len(latest) != 2 || latest[0].Seq != 8 || latest[1].Seq != 7 {
		t.Error(latest, err)
	}
	latest, err = db.Latest(ctx, 7, 100)
	if err != nil || len(latest) != 6 || latest[0].Seq != 6 {
		t.Error(latest, err)
	}
	_ = c
}

func TestAsOf(t *testing.T) {
	db, _, _ := story(t)
	for at, want := range map[string]string{
		"2026-11-22T08:59:59Z": "",
		"2026-11-22T09:00:00Z": "Anna",
		"2026-11-24T23:00:00Z": "Anna 1",
		"2026-11-25T09:00:00Z": "Anna 2, Bruno",
		"2026-11-26T09:00:00Z": "Bruno",
		"2030-01-01T00:00:00Z": "Bruno, Dario",
	} {
		moment, _ := parseTime(at)
		recs, err := db.AllAsOf(ctx, keepers, moment)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, rec := range recs {
			names = append(names, rec.(*keeper).Name)
		}
		if got := strings.Join(names, ", "); got != want {
			t.Errorf("as of %s: %s, wanted %s", at, got, want)
		}
	}
	// What stands now is what stood last.
	now, _ := db.All(ctx, keepers)
	last, _ := db.AllAsOf(ctx, keepers, db.now())
	for i := range now {
		if string(keepers.EncodeWhole(now[i])) != string(keepers.EncodeWhole(last[i])) {
			t.Errorf("%s is not %s", keepers.EncodeWhole(last[i]), keepers.EncodeWhole(now[i]))
		}
	}
}

// A day of the office is one of Rome: it ends at 23:00 UTC in winter.
func TestDossierAsOf(t *testing.T) {
	c := newClock()
	opts := options(t)
	opts.Now = c.now
	db := made(t, opts)
	c.at = time.Date(2026, 11, 22, 22, 59, 59, 0, time.UTC)
	newKeeper(t, db, "di ieri")
	c.step(time.Second)
	newKeeper(t, db, "di oggi")
	for date, want := range map[form.Date]int{"2026-11-22": 1, "2026-11-23": 2} {
		d, err := db.DossierAsOf(ctx, c.at, date)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(d.Records("keeper")); got != want || d.AsOf != date || d.Now != c.at {
			t.Errorf("as of %s: %d records", date, got)
		}
	}
	_, err := db.DossierAsOf(ctx, c.at, "2026-11-21")
	refused(t, err, "Il 21/11/2026 in questo file non c’era ancora niente: la prima scheda è del 22/11/2026. Scrivete una data dal 22/11/2026 in poi.")
	_, err = db.DossierAsOf(ctx, c.at, "2026-11-24")
	refused(t, err, "Il 24/11/2026 non è ancora arrivato: com’è il registro quel giorno non si sa. Scrivete una data passata.")
	d, err := db.Dossier(ctx, c.at)
	if err != nil || len(d.Records("keeper")) != 2 || d.AsOf != "" {
		t.Error(d, err)
	}
}

func TestRestore(t *testing.T) {
	db, c, k := story(t)
	c.step(time.Hour)
	var back form.Record
	err := db.Write(ctx, anna, func(tx *Tx) (err error) {
		back, err = tx.Restore(keepers, 4)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	got, err := db.Get(ctx, keepers, k.UID())
	if err != nil {
		t.Fatal(err)
	}
	if h := headOf(got); got.(*keeper).Name != "Anna 2" || h.Revision != 6 || h.Created != k.Head().Created || h.Updated != c.at || *h != *back.Head() {
		t.Errorf("restored %+v", got)
	}
	// A record that is there goes back to an older version.
	err = db.Write(ctx, anna, func(tx *Tx) (err error) {
		_, err = tx.Restore(keepers, 1)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	list, _ := db.History(ctx, "keeper", k.UID())
	if last := list[len(list)-1]; last.Action != ActionRestore || string(last.Payload) != `{"name":"Anna"}` {
		t.Errorf("last row %+v", last)
	}
	err = db.Write(ctx, anna, func(tx *Tx) error { _, err := tx.Restore(keepers, 6); return err })
	refused(t, err, "Di questa modifica non resta una versione da riprendere.")
	if hits, _ := db.Search(ctx, "anna", 10); len(hits) != 1 {
		t.Error("a restored record is not found")
	}
}

// Whatever another program does to the trail, the check finds it and says where.
func TestVerifyChainFindsTampering(t *testing.T) {
	const unlock = "DROP TRIGGER audit_append; DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete; DROP TRIGGER audit_payload_append; DROP TRIGGER audit_payload_erase_only; DROP TRIGGER audit_payload_no_delete; PRAGMA foreign_keys = OFF;"
	edit := func(column, value string) string {
		return "UPDATE audit SET " + column + " = " + value + " WHERE seq = 3"
	}
	changed := []string{"La riga 3 è stata cambiata."}
	for sql, want := range map[string][]string{
		"SELECT 1":                              nil,
		edit("who", "'Nessuno'"):                changed,
		edit("host_user", "'x'"):                changed,
		edit("action", "'delete'"):              changed,
		edit("register", "'thing'"):             changed,
		edit("uid", "'x'"):                      changed,
		edit("at", "'2020-01-01T00:00:00Z'"):    changed,
		edit("digest", "'x'"):                   {"La riga 3 è stata cambiata.", "Il contenuto della riga 3 è stato cambiato."},
		edit("prev", "'x'"):                     {"La riga 3 non segue dalla 2: una delle due è stata cambiata.", "La riga 3 è stata cambiata."},
		edit("hash", "'x'"):                     {"La riga 3 è stata cambiata.", "La riga 4 non segue dalla 3: una delle due è stata cambiata."},
		"DELETE FROM audit WHERE seq = 3":       {"Manca la riga 3."},
		"DELETE FROM audit WHERE seq IN (1, 2)": {"Mancano le righe da 1 a 2."},
		"DELETE FROM audit WHERE seq = 8":       {"Mancano le ultime righe: la storia finisce alla 7, dovrebbe arrivare alla 8."},
		"DELETE FROM audit":                     {"Mancano le ultime righe: la storia finisce alla 0, dovrebbe arrivare alla 8."},
		"UPDATE audit_payload SET body = '{\"name\":\"X\"}' WHERE seq = 3": {"Il contenuto della riga 3 è stato cambiato."},
		"DELETE FROM audit_payload WHERE seq = 3":                          {"Manca il contenuto della riga 3."},
		"UPDATE audit_head SET seq = 7":                                    {"Ci sono righe in più dopo la 7."},
		"UPDATE audit_head SET hash = 'x'":                                 {"L’ultima riga, la 8, è stata cambiata."},
		"INSERT INTO audit SELECT 9, at, who, host_user, action, register, uid, digest, hash, 'x' FROM audit WHERE seq = 8": {
			"La riga 9 è stata cambiata.", "Manca il contenuto della riga 9.", "Ci sono righe in più dopo la 8."},
	} {
		t.Run(sql, func(t *testing.T) {
			db, _, _ := story(t)
			raw(t, db.path, unlock+sql)
			report, err := db.VerifyChain(ctx)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range report.Faults {
				got = append(got, f.Text)
			}
			if !slices.Equal(got, want) {
				t.Errorf("found %q", got)
			}
			if want == nil {
				if head, _ := db.Head(ctx); !report.OK() || report.Rows != 8 || report.Head != head || head == "" {
					t.Errorf("report %+v", report)
				}
			}
		})
	}
}

func TestAuditIsAppendOnly(t *testing.T) {
	db, _, _ := story(t)
	plainOnly(t)
	other, err := openHandle(ctx, db.path, readWrite, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	for _, sql := range []string{
		"UPDATE audit SET who = 'x' WHERE seq = 3",
		"DELETE FROM audit WHERE seq = 8",
		"INSERT OR REPLACE INTO audit SELECT seq, at, 'x', host_user, action, register, uid, digest, prev, hash FROM audit WHERE seq = 3",
		"INSERT INTO audit SELECT 10, at, who, host_user, action, register, uid, digest, prev, hash FROM audit WHERE seq = 3",
		"UPDATE audit_payload SET body = '{}' WHERE seq = 3",
		"UPDATE audit_payload SET seq = 99 WHERE seq = 3",
		"DELETE FROM audit_payload WHERE seq = 3",
		"INSERT OR REPLACE INTO audit_payload VALUES (3, '{}')",
	} {
		if _, err := other.Exec(sql); codeOf(err) != codeRaised {
			t.Errorf("%s: %v", sql, err)
		}
	}
}

func TestVerifyRecordsFindsWhatWentRoundTheProgram(t *testing.T) {
	db, _, _ := story(t)
	raw(t, db.path, "UPDATE keeper SET name = 'Altro' WHERE name = 'Bruno'", "DELETE FROM thing",
		"INSERT INTO keeper (uid, created, updated, revision, name) VALUES ('00000000-0000-7000-8000-000000000001', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 1, 'Intruso')")
	faults, err := db.VerifyRecords(ctx)
	if err != nil {
		t.Fatal(err)
	}
	text := fmt.Sprint(faults)
	for _, want := range []string{"«Altro» (custode) è stata cambiata", "«Intruso» (custode) è stata cambiata", "tolta senza il programma: cosa"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %s", want, text)
		}
	}
	if len(faults) != 3 {
		t.Error(text)
	}
}

func TestLongTrailRunsThrough(t *testing.T) {
	db := made(t, options(t))
	const rows = 1203
	err := db.Write(ctx, anna, func(tx *Tx) error {
		for i := range rows {
			if err := tx.append("test", "keeper", fmt.Sprint(i), []byte("{}"), nil); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	n := int64(0)
	for c, err := range db.Changes(ctx) {
		if n++; err != nil || c.Seq != n {
			t.Fatal(c.Seq, err)
		}
	}
	if n != rows {
		t.Errorf("%d rows", n)
	}
	for range db.Changes(ctx) {
		break // an early end leaves no transaction open
	}
	if report, err := db.VerifyChain(ctx); err != nil || !report.OK() || report.Rows != rows {
		t.Error(report, err)
	}
}
