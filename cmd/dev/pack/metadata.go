package pack

import (
	"fmt"
	"os"
	"strconv"
	"strings"
)

// Metadata is what FyneApp.toml says of the program: the one place for it.
type Metadata struct {
	Name, ID, Version, Website, Icon string
	Build                            int
}

// ReadMetadata reads FyneApp.toml, of which it knows lines KEY = VALUE alone.
func ReadMetadata(file string) (Metadata, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return Metadata{}, fmt.Errorf("read the metadata: %w", err)
	}
	values := map[string]string{}
	for line := range strings.Lines(string(data)) {
		key, value, found := strings.Cut(line, "=")
		if !found {
			continue
		}
		value = strings.TrimSpace(value)
		if plain, err := strconv.Unquote(value); err == nil {
			value = plain
		}
		values[strings.TrimSpace(key)] = value
	}
	m := Metadata{Name: values["Name"], ID: values["ID"], Version: values["Version"], Website: values["Website"], Icon: values["Icon"]}
	if m.Build, err = strconv.Atoi(values["Build"]); err != nil {
		return Metadata{}, fmt.Errorf("%s: Build: %w", file, err)
	}
	if m.Name == "" || m.ID == "" || m.Icon == "" {
		return Metadata{}, fmt.Errorf("%s lacks a name, an ID or an icon", file)
	}
	if _, err := m.Numbers(); err != nil {
		return Metadata{}, fmt.Errorf("%s: %w", file, err)
	}
	return m, nil
}

// Numbers is the version and the build as Windows wants them: four numbers.
func (m Metadata) Numbers() ([4]int, error) {
	parts := strings.Split(m.Version, ".")
	if len(parts) != 3 {
		return [4]int{}, fmt.Errorf("version %q is not three numbers", m.Version)
	}
	out := [4]int{3: m.Build}
	for i, p := range parts {
		n, err := strconv.Atoi(p)
		if err != nil || n < 0 || n > 65535 {
			return [4]int{}, fmt.Errorf("version %q is not three numbers", m.Version)
		}
		out[i] = n
	}
	return out, nil
}
