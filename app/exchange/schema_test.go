package exchange_test

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"tutela/app"
	"tutela/app/apptest"
	"tutela/app/exchange"
	"tutela/app/form"
)

var update = flag.Bool("update", false, "write the schema anew")

const schemaFile = "../../assets/schema/office.schema.json"

// TestSchemaIsPublished: what lies in assets is what the forms say.
func TestSchemaIsPublished(t *testing.T) {
	want, err := exchange.Schema(app.Registers())
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(schemaFile, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("the published schema is of other forms: go test ./app/exchange -run TestSchemaIsPublished -update")
	}
}

func validate(t *testing.T, data []byte) error {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	s, err := c.Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(v)
}

// wholeBundle is the sample office with a file, a print and a change of each shape.
func wholeBundle(t *testing.T) app.Bundle {
	t.Helper()
	m := apptest.NewMemory(apptest.Now)
	if err := app.Sample(m.Save); err != nil {
		t.Fatal(err)
	}
	sum := strings.Repeat("0a", 32)
	return app.Bundle{
		Office: "o", Records: m.Records, Files: []app.Blob{{SHA256: sum, MIME: "image/png", Bytes: []byte("x")}},
		Prints: []app.Print{{UID: "u", Kind: "treatment-sheet", At: apptest.Now, SHA256: sum, PDF: []byte("%PDF")}},
		History: []app.Change{
			{Seq: 1, At: apptest.Now, Who: "prova", Action: "save", Register: "site", UID: "u", Payload: []byte(`{"name":"x"}`), Digest: sum, Hash: sum},
			{Seq: 2, At: apptest.Now, Who: "prova", Action: "save", Register: "site", UID: "u", Digest: sum, Prev: sum, Hash: sum},
		},
	}
}

func TestExportsFollowTheSchema(t *testing.T) {
	for name, b := range map[string]app.Bundle{"case": bundle(t), "sample": wholeBundle(t), "empty": {}} {
		if err := validate(t, exchange.WriteJSON(b, app.Registers())); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSchemaRefuses: the schema tells what the program would refuse, too.
func TestSchemaRefuses(t *testing.T) {
	good := string(exchange.WriteJSON(bundle(t), app.Registers()))
	for name, change := range map[string][2]string{
		"unknown key":      {`{"uid":`, `{"colour":"red","uid":`},
		"no uid":           {`"uid":`, `"title":`},
		"value of no list": {`"transfer":"none"`, `"transfer":"some"`},
		"other format":     {`"format":"tutela"`, `"format":"altro"`},
	} {
		bad := strings.Replace(good, change[0], change[1], 1)
		if bad == good {
			bad = strings.Replace(good, `"transfer":"present"`, `"transfer":"some"`, 1)
		}
		if bad == good {
			t.Fatalf("%s: nothing to change", name)
		}
		if validate(t, []byte(bad)) == nil {
			t.Errorf("%s passes", name)
		}
	}
}

// TestSchemaNamesEveryField: a field of a form has its place, computed ones aside.
func TestSchemaNamesEveryField(t *testing.T) {
	data, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range app.Registers() {
		for _, f := range r.Fields() {
			if f.Kind != form.KComputed && !bytes.Contains(data, []byte(`"`+f.Key+`": {`)) {
				t.Errorf("%s.%s is not in the schema", r.Key, f.Key)
			}
		}
	}
}
