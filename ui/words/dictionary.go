package words

import (
	"encoding/json"
	"fmt"
	"sync"

	"tutela/assets"
)

// dictionary is a language other than Italian.
type dictionary struct {
	// Window has the fixed texts of the window, by the Italian one.
	Window map[string]string `json:"window"`
}

var english = sync.OnceValue(func() *dictionary {
	d := new(dictionary)
	if err := json.Unmarshal(assets.English, d); err != nil {
		panic(fmt.Sprintf("assets/i18n/en.json: %v", err)) // embedded: a test reads it
	}
	return d
})
