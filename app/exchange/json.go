// Package exchange turns an office into files of other shapes and back. It
// reads and plans; applying is the store's, in one transaction.
package exchange

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"tutela/app"
)

// Format and Version head every exported file.
const (
	Format  = "tutela"
	Version = 1
)

// WriteJSON gives a whole office as JSON: registers in their order, records in
// the order of their creation, fields in the order of the form, no date of
// export. The same office gives the same bytes.
func WriteJSON(b app.Bundle, registers []app.Register) []byte {
	var out bytes.Buffer
	fmt.Fprintf(&out, "{\n\"format\":%s,\n\"version\":%d,\n\"office\":%s,\n\"registers\":{", text(Format), Version, text(b.Office))
	for i, r := range registers {
		comma(&out, i)
		fmt.Fprintf(&out, "\n%s:[", text(r.Key))
		for j, rec := range b.Records[r.Key] {
			comma(&out, j)
			out.WriteByte('\n')
			out.Write(r.EncodeWhole(rec))
		}
		out.WriteByte(']')
	}
	out.WriteString("},\n\"files\":[")
	for i, f := range b.Files {
		comma(&out, i)
		line(&out, file{f.SHA256, f.MIME, base64.StdEncoding.EncodeToString(f.Bytes)})
	}
	out.WriteString("],\n\"prints\":[")
	for i, p := range b.Prints {
		comma(&out, i)
		line(&out, printOf(p))
	}
	out.WriteString("],\n\"history\":[")
	for i, c := range b.History {
		comma(&out, i)
		line(&out, changeOf(c))
	}
	out.WriteString("]\n}\n")
	return out.Bytes()
}

func comma(out *bytes.Buffer, i int) {
	if i > 0 {
		out.WriteByte(',')
	}
}

func text(s string) []byte { return marshal(s) }

func line(out *bytes.Buffer, v any) {
	out.WriteByte('\n')
	out.Write(marshal(v))
}

func marshal(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic("exchange: " + err.Error()) // plain structs of texts always encode
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

type file struct {
	SHA256 string `json:"sha256"`
	MIME   string `json:"mime"`
	Data   string `json:"data"`
}

type printed struct {
	UID      string `json:"uid"`
	Kind     string `json:"kind"`
	Title    string `json:"title"`
	Register string `json:"register,omitempty"`
	Subject  string `json:"subject,omitempty"`
	Revision int64  `json:"revision"`
	At       string `json:"at"`
	Who      string `json:"who"`
	State    string `json:"state"`
	SHA256   string `json:"sha256"`
	Facts    string `json:"facts,omitempty"`
	Data     string `json:"data"`
	Layout   string `json:"layout,omitempty"`

	Description string `json:"description,omitempty"`

	// Who signs it, and the forms in which it was signed.
	Signers []signer `json:"signers,omitempty"`
	Signed  []signed `json:"signed,omitempty"`
}

type signer struct {
	Role   string `json:"role"`
	Name   string `json:"name,omitempty"`
	Signed string `json:"signed,omitempty"` // uid of a form
}

type signed struct {
	UID    string `json:"uid"`
	How    string `json:"how"`
	Name   string `json:"name"`
	MIME   string `json:"mime"`
	Day    string `json:"day"`
	Signer string `json:"signer,omitempty"`
	At     string `json:"at"`
	Who    string `json:"who"`
	SHA256 string `json:"sha256"`
	Data   string `json:"data"`
}

func printOf(p app.Print) printed {
	out := printed{
		p.UID, p.Kind, p.Title, p.Register, p.Subject, p.Revision, p.At.UTC().Format(time.RFC3339), p.Who, p.State,
		p.SHA256, p.Facts, base64.StdEncoding.EncodeToString(p.PDF), base64.StdEncoding.EncodeToString(p.Layout), p.Description, nil, nil,
	}
	for _, s := range p.Signers {
		out.Signers = append(out.Signers, signer(s))
	}
	for _, g := range p.Signed {
		out.Signed = append(out.Signed, signed{
			g.UID, g.How, g.Name, g.MIME, string(g.Day), g.Signer, g.At.UTC().Format(time.RFC3339), g.Who,
			g.SHA256, base64.StdEncoding.EncodeToString(g.Data),
		})
	}
	return out
}

type change struct {
	Seq      int64           `json:"seq"`
	At       string          `json:"at"`
	Who      string          `json:"who"`
	HostUser string          `json:"host_user"`
	Action   string          `json:"action"`
	Register string          `json:"register"`
	UID      string          `json:"uid"`
	Payload  json.RawMessage `json:"payload,omitempty"`
	Digest   string          `json:"digest"`
	Prev     string          `json:"prev"`
	Hash     string          `json:"hash"`
}

func changeOf(c app.Change) change {
	return change{c.Seq, c.At.UTC().Format(time.RFC3339Nano), c.Who, c.HostUser, c.Action, c.Register, c.UID, json.RawMessage(c.Payload), c.Digest, c.Prev, c.Hash}
}

// ReadJSON reads what WriteJSON writes. It refuses as a whole, naming every
// place that is wrong: an unknown field, a value of the wrong kind, a reference
// to nothing, an entry that no catalogue has.
func ReadJSON(data []byte, registers []app.Register, known app.Known) (app.Bundle, error) {
	var top struct {
		Format    string                     `json:"format"`
		Version   int                        `json:"version"`
		Office    string                     `json:"office"`
		Registers map[string]json.RawMessage `json:"registers"`
		Files     []file                     `json:"files"`
		Prints    []printed                  `json:"prints"`
		History   []change                   `json:"history"`
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&top); err != nil {
		return app.Bundle{}, noExport(err)
	}
	switch {
	case top.Format != Format:
		return app.Bundle{}, noExport(errors.New("format"))
	case top.Version > Version:
		return app.Bundle{}, &app.Refusal{What: "Il file viene da una versione più recente del programma.", Do: "Aggiornate Tutela e riprovate."}
	}
	b := app.Bundle{Office: top.Office, Records: map[string][]any{}}
	r := reader{types: app.Registered(registers), bundle: &b}
	r.records(top.Registers)
	r.files(top.Files)
	r.prints(top.Prints)
	r.history(top.History)
	r.references(registers, known)
	if len(r.wrong) > 0 {
		return app.Bundle{}, r.refusal()
	}
	return b, nil
}

// noExport says what a file is that was not exported: cut short, no JSON, or another's.
func noExport(err error) error {
	if cutShort(err) {
		return &app.Refusal{What: "Il file è interrotto: finisce prima del dovuto.", Do: "Esportatelo o copiatelo di nuovo.", Err: err}
	}
	what := "Il file non è un’esportazione di Tutela, né una PIA dello strumento della CNIL."
	if _, bad := errors.AsType[*json.SyntaxError](err); bad {
		what = "Il file non è un’esportazione di Tutela, né una PIA dello strumento della CNIL: non è JSON."
	}
	return &app.Refusal{What: what, Do: "Scegliete un file esportato da uno dei due, con estensione .json.", Err: err}
}

// cutShort says that a text is JSON as far as it goes.
func cutShort(err error) bool {
	syntax, bad := errors.AsType[*json.SyntaxError](err)
	return errors.Is(err, io.ErrUnexpectedEOF) || bad && strings.Contains(syntax.Error(), "unexpected end")
}
