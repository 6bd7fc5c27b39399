package exchange

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"tutela/app"
	"tutela/app/form"
)

// SchemaID names the schema of exported files.
const SchemaID = "https://tutela.example/schema/office-1.json"

// Schema is the JSON Schema (draft 2020-12) of what WriteJSON writes, made from the
// same forms: a program that reads exported files can be held to it. It lies in
// assets/schema.
func Schema(registers []app.Register) ([]byte, error) {
	lists := map[string]any{}
	for _, r := range registers {
		lists[r.Key] = map[string]any{"type": "array", "title": r.Many, "items": recordSchema(r.Type)}
	}
	data, err := json.MarshalIndent(map[string]any{
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"$id":     SchemaID,
		"title":   "Ufficio esportato da Tutela",
		"type":    "object",
		"properties": map[string]any{
			"format":    map[string]any{"const": Format},
			"version":   map[string]any{"type": "integer", "minimum": 1, "maximum": Version},
			"office":    map[string]any{"type": "string", "description": "Identificativo dell’ufficio; vuoto finché non ne ha uno."},
			"registers": object(lists, nil),
			"files":     listOf(file{}),
			"prints":    listOf(printed{}),
			"history":   listOf(change{}),
		},
		"required":             []string{"format", "version", "office", "registers"},
		"additionalProperties": false,
	}, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("failed to write the schema: %w", err)
	}
	return append(data, '\n'), nil
}

func object(properties map[string]any, required []string) map[string]any {
	o := map[string]any{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		o["required"] = required
	}
	return o
}

var moment = map[string]any{"type": "string", "format": "date-time"}

// recordSchema describes a record with its head.
func recordSchema(t *form.Type) map[string]any {
	o := rowSchema(t)
	p := o["properties"].(map[string]any)
	p["uid"] = map[string]any{"type": "string", "pattern": form.UIDPattern}
	p["created"], p["updated"] = moment, moment
	p["revision"] = map[string]any{"type": "integer", "minimum": 0}
	o["required"] = []string{"uid"}
	return o
}

// rowSchema describes the fields of a form: unset ones are left out of a file, so
// none is required.
func rowSchema(t *form.Type) map[string]any {
	p := map[string]any{}
	for _, f := range t.Fields() {
		if f.Kind == form.KComputed {
			continue
		}
		s := fieldSchema(f)
		s["title"] = f.Label
		p[f.Key] = s
	}
	return object(p, nil)
}

func fieldSchema(f *form.Field) map[string]any {
	text := map[string]any{"type": "string", "minLength": 1}
	switch f.Kind {
	case form.KDate:
		return map[string]any{"type": "string", "format": "date"}
	case form.KMoment:
		return map[string]any{"type": "string", "format": "date-time"}
	case form.KBool:
		return map[string]any{"const": true} // false is unset
	case form.KInt:
		s := map[string]any{"type": "integer"}
		if f.Min != 0 || f.Max != 0 {
			s["minimum"], s["maximum"] = f.Min, f.Max
		}
		return s
	case form.KMoney:
		return map[string]any{"type": "integer", "description": "In centesimi di euro."}
	case form.KTri:
		return map[string]any{"enum": []form.Tri{form.Yes, form.No, form.NotNeeded}}
	case form.KChoice:
		var values []string
		for _, o := range f.Options {
			values = append(values, o.Value)
		}
		return map[string]any{"enum": values}
	case form.KCatalogue:
		text["description"] = "Voce dell’elenco " + f.Catalogue + "."
	case form.KRef:
		text["description"] = "uid di una scheda di " + f.Register + "."
	case form.KCatalogues, form.KRefs:
		of := "Voci dell’elenco " + f.Catalogue + "."
		if f.Kind == form.KRefs {
			of = "uid di schede di " + f.Register + "."
		}
		return map[string]any{"type": "array", "items": text, "minItems": 1, "description": of}
	case form.KFiles:
		return map[string]any{"type": "array", "minItems": 1, "items": object(map[string]any{
			"name": text, "mime": text, "sha256": digestSchema, "size": map[string]any{"type": "integer", "minimum": 0},
		}, []string{"name", "mime", "sha256", "size"})}
	case form.KList:
		return map[string]any{"type": "array", "minItems": 1, "items": rowSchema(f.Child)}
	}
	return text
}

var digestSchema = map[string]any{"type": "string", "pattern": "^[0-9a-f]{64}$"}

// listOf describes a list of plain structs by their JSON names.
func listOf(example any) map[string]any { return listOfType(reflect.TypeOf(example)) }

func listOfType(t reflect.Type) map[string]any {
	p, required := map[string]any{}, []string{}
	for _, f := range reflect.VisibleFields(t) {
		name, rest, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Type == reflect.TypeFor[json.RawMessage]():
			p[name] = map[string]any{"type": "object", "description": "La scheda dopo la modifica; manca se è stata cancellata per legge."}
		case f.Type.Kind() == reflect.Slice:
			p[name] = listOfType(f.Type.Elem())
		case f.Type.Kind() == reflect.Int64:
			p[name] = map[string]any{"type": "integer", "minimum": 0}
		case name == "at":
			p[name] = moment
		case name == "sha256":
			p[name] = digestSchema
		default:
			p[name] = map[string]any{"type": "string"}
		}
		if rest != "omitempty" {
			required = append(required, name)
		}
	}
	return map[string]any{"type": "array", "items": object(p, required)}
}
