package papers

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tutela/app/catalogue"
	"tutela/app/doc"
	"tutela/app/wording"
	"tutela/assets"
)

// TestShippedTexts: every text that ships is read, in words fit for print.
func TestShippedTexts(t *testing.T) {
	all, err := shippedTexts()
	if err != nil {
		t.Fatal(err)
	}
	files, _ := assets.Texts.ReadDir("texts")
	if len(all) == 0 || len(all) != len(files) {
		t.Errorf("%d texts of %d files", len(all), len(files))
	}
	for name, text := range all {
		for key, blocks := range text {
			words := doc.Text(doc.Document{Blocks: blocks})
			if strings.ContainsAny(words, "'\"`") {
				t.Errorf("%s, %s: typewriter quotes:\n%s", name, key, words)
			}
		}
	}
}

// TestPassagesNamed: every passage that the code of a paper names is in its text,
// and every passage of a text is named.
func TestPassagesNamed(t *testing.T) {
	named := regexp.MustCompile(`"([a-z]+(?:-[a-z]+)*)"`)
	for name, source := range map[string]string{
		"privacy-notice":        "privacy_notice*.go",
		"consent-form":          "consent_*.go",
		"appointment":           "appointment*.go",
		"credentials":           "credential*.go",
		"leaving":               "leaving*.go",
		"backup":                "backup_*.go",
		"training":              "training_*.go",
		"technician":            "technician_declaration.go",
		"risk-analysis":         "risk_analysis.go",
		"inspection":            "inspection_minutes.go",
		"processor-contract":    "processor_contract.go supplier_paper.go",
		"autonomous-controller": "autonomous_controller.go supplier_paper.go",
		"supplier-declarations": "supplier_declarations.go supplier_paper.go",
		"supplier-inventory":    "supplier_inventory.go",
		"supplier-report":       "supplier_report.go",
		"paper-registers":       "copy_leave.go delivery_list.go document_loans.go room_register.go",
		"erasure":               "erasure_minutes.go",
		"sysadmin":              "sysadmin_check.go annex_h.go",
		"annual-report":         "annual_report_line.go",
		"office-lists":          "office_lists.go site_list.go system_list.go archive_list.go",
		"permissions-list":      "permissions_list.go",
		"authorised-list":       "authorised_list.go",
		"crisis-team":           "crisis_team.go",
		"breach-policy":         "breach_policy.go",
		"breach-forms":          "breach_form*.go",
		"breach-letter":         "breach_letter.go",
		"requests":              "request*.go",
		"house-rules":           "house_rules.go",
		"accountability":        "document.go document_annexes.go document_roles.go",
		"annex-a":               "annex_a.go",
		"annex-g":               "annex_g.go",
		"it-rules":              "it_rules.go regulation.go",
		"internet-rules":        "internet_rules.go regulation.go",
		"unit-sheet":            "unit_sheet.go",
		"duties-sheet":          "duties_sheet.go",
		"print-register":        "print_register.go",
		"recovery":              "recovery_sheet.go",
	} {
		text := textOf(name)
		var files []string
		for _, pattern := range strings.Fields(source) {
			found, _ := filepath.Glob(pattern)
			files = append(files, found...)
		}
		used, code := map[string]bool{}, ""
		for _, f := range files {
			if strings.HasSuffix(f, "_test.go") {
				continue
			}
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			code += string(data)
		}
		for _, m := range named.FindAllStringSubmatch(code, -1) {
			used[m[1]] = true
		}
		calls := regexp.MustCompile(`\.(?:say|runs|line)\("([^"]*)"`).FindAllStringSubmatch(code, -1)
		if len(calls) == 0 {
			t.Errorf("%s: no passage is named", name)
		}
		calls = append(calls, regexp.MustCompile(`\badd\([^\n]*"((?:right|provision)-[^"]*)"`).FindAllStringSubmatch(code, -1)...)
		for _, m := range calls {
			if !text.has(m[1]) && !strings.HasSuffix(m[1], "-") { // a start, to which the role is added
				t.Errorf("%s: the code names passage %q, which is not there", name, m[1])
			}
		}
		for key := range text {
			byEntry := strings.HasPrefix(key, "basis-") || strings.HasPrefix(key, "interest-") ||
				strings.HasPrefix(key, "about-") || strings.HasPrefix(key, "duties-") || strings.HasPrefix(key, "end-") || strings.HasPrefix(key, "sub-") ||
				strings.HasPrefix(key, "granted-") || strings.HasPrefix(key, "outcome-") || strings.HasPrefix(key, "ground-") || strings.HasPrefix(key, "point-")
			if !used[key] && !byEntry {
				t.Errorf("%s: passage %q is never printed", name, key)
			}
		}
	}
}

// TestPassagesOfEntries: each basis has its words, and each purpose that may rest
// on a legitimate interest says which.
func TestPassagesOfEntries(t *testing.T) {
	book, err := catalogue.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	text := textOf("privacy-notice")
	for _, e := range book.Entries("legal-basis-6") {
		if !text.has("basis-" + e.Slug) {
			t.Errorf("basis %s has no words", e.Slug)
		}
	}
	for _, e := range book.Entries("purpose") {
		if e.Has("bases", legitimateInterest) != text.has("interest-"+e.Slug) {
			t.Errorf("purpose %s: its interest is named where there is none, or not where there is", e.Slug)
		}
	}
}

func TestPassages(t *testing.T) {
	got, err := wording.Passages([]byte("<!-- a note -->\n\n# one\n\n## Head\n\nWords, **bold\nand** *slanted* art. 6.\n\n- a\n- **b**\n\n# two\n\n> Mind {x}.\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := "\n## Head\n\nWords, **bold and** *slanted* art.\u00a06.\n\n- a\n- **b**\n"
	if words := doc.Text(doc.Document{Title: "-", Blocks: got["one"]}); words != "# -\n"+want {
		t.Errorf("got %q", words)
	}
	p := prose(got)
	if words := doc.Text(doc.Document{Title: "-", Blocks: p.say("two", "{x}", "*y*")}); words != "# -\n\n> Mind *y*.\n" {
		t.Errorf("got %q", words)
	}
	if words := doc.Text(doc.Document{Title: "-", Blocks: p["two"]}); !strings.Contains(words, "{x}") {
		t.Errorf("a passage was changed by being said: %q", words)
	}
}

func TestPassagesRefused(t *testing.T) {
	for _, bad := range []string{
		"words", "# one\n", "# one\n\na\n\n# one\n\nb\n", "# one\n\n`code`\n", "# one\n\n[a](b)\n",
		"# one\n\n- a\n\n  b\n", "# one\n\n> a\n>\n> b\n", "# one\n\n---\n", "# one\n\n<b>a</b>\n", "# one\n\na\\*b\n", "# \n\na\n",
		"# one\n\na  \nb\n",
	} {
		if got, err := wording.Passages([]byte(bad)); err == nil {
			t.Errorf("%q was read as %v", bad, got)
		}
	}
}
