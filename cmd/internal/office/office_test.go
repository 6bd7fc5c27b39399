package office

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"tutela/assets"
)

// TestMetadataAgrees: a plain build embeds no FyneApp.toml, so the program says
// the same by itself.
func TestMetadataAgrees(t *testing.T) {
	data, err := os.ReadFile("../../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`Version = "` + Version + `"`, fmt.Sprintf("Build = %d\n", Build), `ID = "` + AppID + `"`, `Name = "Tutela"`} {
		if !strings.Contains(string(data), want) {
			t.Errorf("FyneApp.toml lacks %s", want)
		}
	}
}

// TestChangelogHasTheVersion: who installs a version finds first what it brought.
func TestChangelogHasTheVersion(t *testing.T) {
	_, newest, _ := strings.Cut(string(assets.Changelog), "\n## ")
	if !strings.HasPrefix(newest, "Versione "+Version+"\n") {
		t.Errorf("the changelog begins with %.40q, the version is %s", newest, Version)
	}
}
