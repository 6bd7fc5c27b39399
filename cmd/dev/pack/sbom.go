package pack

import (
	"encoding/json"
	"slices"
	"time"
)

// The parts of a CycloneDX list that are written, in the order of its schema
// (version 1.5).
type (
	bom struct {
		Format      string      `json:"bomFormat"`
		SpecVersion string      `json:"specVersion"`
		Version     int         `json:"version"`
		Metadata    bomMetadata `json:"metadata"`
		Components  []component `json:"components"`
	}
	bomMetadata struct {
		Timestamp string    `json:"timestamp"`
		Component component `json:"component"`
	}
	component struct {
		Type     string          `json:"type"`
		Ref      string          `json:"bom-ref"`
		Name     string          `json:"name"`
		Version  string          `json:"version"`
		Licences []licenceChoice `json:"licenses,omitempty"`
		URL      string          `json:"purl,omitempty"`
	}
	licenceChoice struct {
		Licence licenceID `json:"license"`
	}
	licenceID struct {
		ID string `json:"id"`
	}
)

// SBOM lists the parts of the program as CycloneDX JSON.
func SBOM(m Metadata, modules []Module, at time.Time) ([]byte, error) {
	list := bom{Format: "CycloneDX", SpecVersion: "1.5", Version: 1, Components: []component{}}
	list.Metadata = bomMetadata{at.UTC().Format(time.RFC3339), component{Type: "application", Ref: m.ID, Name: m.Name, Version: m.Version}}
	for _, part := range modules {
		url := "pkg:golang/" + part.Path + "@" + part.Version
		c := component{Type: "library", Ref: url, Name: part.Path, Version: part.Version, URL: url}
		for _, l := range part.Licences {
			if choice := (licenceChoice{licenceID{l.SPDX}}); l.SPDX != "" && !slices.Contains(c.Licences, choice) {
				c.Licences = append(c.Licences, choice)
			}
		}
		list.Components = append(list.Components, c)
	}
	out, err := json.MarshalIndent(list, "", "  ")
	return append(out, '\n'), err
}
