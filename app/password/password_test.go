package password

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"tutela/app"
)

var (
	lucia = &app.Person{Surname: "Bertolini", Name: "Lùcia Ada", TaxCode: "BRTLCU80C54D150X", Birth: "1980-03-14", BirthPlace: "Soncino",
		Phone: "+39 335 981 7264", Email: "l.zorzetto@esempio.it"}
	office = &app.Office{Name: "Ferramenta D’Alò S.n.c.", City: "Vescovato", VAT: "00743110157", Phone: "0372 968413"}
	whole  = About{UserID: "lbertol7", Person: lucia, People: []*app.Person{lucia, {Surname: "Krajnc", Name: "Žiga"}}, Office: office}
)

// of gives the verdict of a rule.
func of(t *testing.T, list []Verdict, key string) Verdict {
	t.Helper()
	for _, v := range list {
		if v.Key == key {
			return v
		}
	}
	t.Fatalf("no rule %s in %v", key, list)
	return Verdict{}
}

// TestRulesAtTheirEdges: each rule passes on one side of its edge and fails on
// the other.
func TestRulesAtTheirEdges(t *testing.T) {
	short := About{Longest: 6}
	modern := About{Profile: Modern, People: whole.People}
	tests := []struct {
		key, candidate string
		about          About
		want           State
	}{
		{KeyLength, "xq7kv2w", whole, Failed},
		{KeyLength, "xq7kv2wz", whole, Passed},
		{KeyLength, "èq7kv2wz", whole, Passed}, // 9 bytes, 8 characters
		{KeyLength, norm.NFD.String("èq7kv2w"), whole, Failed},
		{KeyLength, "xq7 kv2w", whole, Passed}, // a space is a character
		{KeyLength, "xq7kv2", short, Passed},
		{KeyLength, "xq7kv", short, Failed},
		{KeyLength, "xq7kv2w", short, Failed},
		{KeyLength, "xq7kv2wz", About{Longest: 8}, Passed},
		{KeyLength, strings.Repeat("xq7k", Most/4), whole, Passed},
		{KeyLength, strings.Repeat("xq7k", Most/4) + "v", whole, Failed},
		{KeyLetters, "xq71!!2345", whole, Failed},
		{KeyLetters, "xqé1!!2345", whole, Passed},
		{KeyDigits, "xqkvwzr7", whole, Failed},
		{KeyDigits, "xqkvwz72", whole, Passed},

		{KeyUser, "xLBERTOL7x", whole, Failed},
		{KeyUser, "l.bertol.7", whole, Failed},
		{KeyUser, "lb3rt0l7", whole, Failed},
		{KeyUser, "lbertol", whole, Passed},
		{KeyUser, "mf", About{UserID: "M.F."}, Failed},
		{KeyUser, "mfx", About{UserID: "M.F."}, Passed},
		{KeyUser, "***", About{UserID: "***"}, Failed},
		{KeyUser, "xq7kv2wz", About{UserID: " "}, NotAsked},

		{KeyWords, "xxSOLExx", whole, Failed},
		{KeyWords, "xxs0l3xx", whole, Failed},
		{KeyWords, "xx$01exx", whole, Failed},
		{KeyWords, "xx5013xx", whole, Passed}, // a number
		{KeyWords, "xxso-lexx", whole, Passed},
		{KeyWords, "felicita", whole, Failed},
		{KeyWords, "FELICITÀ", whole, Failed},

		{KeyNames, "xMarta9z", whole, Failed},
		{KeyNames, "xm4r74yz", whole, Failed},
		{KeyNames, "Ugo12345", whole, Failed}, // all its letters
		{KeyNames, "xugozzq1", whole, Passed},
		{KeyNames, "krajnc77", whole, Failed}, // of the office
		{KeyNames, "k.r.a.jnc77", whole, Failed},
		{KeyNames, "krajnc77", About{}, Passed},
		{KeyNames, "xZIGAx77", whole, Failed},

		{KeyPerson, "bertolini", whole, Failed},
		{KeyPerson, "xBerto77", whole, Failed},
		{KeyPerson, "xBert77x", whole, Passed},
		{KeyPerson, "xlvc1479", whole, Passed},
		{KeyPerson, "brtl77zz", whole, Failed},
		{KeyPerson, "brt77zzq", whole, Passed},
		{KeyPerson, "zz-d150x", whole, Failed},
		{KeyPerson, "zq1980wk", whole, Failed},
		{KeyPerson, "zq14/03k", whole, Failed},
		{KeyPerson, "zq14.3.80k", whole, Failed},
		{KeyPerson, "80-03-14zq", whole, Failed},
		{KeyPerson, "14Marzoz", whole, Failed},
		{KeyPerson, "mar80zqk", whole, Failed},
		{KeyPerson, "zq15/04k", whole, Passed},
		{KeyPerson, "zq98172k", whole, Failed},
		{KeyPerson, "zq9817xk", whole, Passed},
		{KeyPerson, "Zorz3770", whole, Failed},
		{KeyPerson, "Soncin077", whole, Failed},
		{KeyPerson, "adalucia", whole, Failed},
		{KeyPerson, "xq7kv2wz", About{}, NotAsked},

		{KeyOffice, "dalo1999", whole, Failed},
		{KeyOffice, "Ferramenta9", whole, Failed},
		{KeyOffice, "v3scovato", whole, Failed},
		{KeyOffice, "zq07431k", whole, Failed},
		{KeyOffice, "zq0743xk", whole, Passed},
		{KeyOffice, "zq68413k", whole, Failed},
		{KeyOffice, "snc12345", whole, Passed},
		{KeyOffice, "xq7kv2wz", About{Office: &app.Office{}}, NotAsked},

		{KeyLength, "xq7kv2wzmp9rt4", modern, Failed},
		{KeyLength, "xq7kv2wzmp9rt4b", modern, Passed},
		{KeyWords, "cavallo batteria graffetta", modern, Passed},
		{KeyWords, "juventusjuventus99", modern, Failed},
		{KeyWords, "!!juventus!!12345678", modern, Failed},
		{KeyNames, "francesca2024!!!!", modern, Failed},
		{KeyNames, "francesca balla sul tetto", modern, Passed},
		{KeyNames, "krajnckrajnckrajnc", modern, Failed},
		{KeyCommon, "password12345678", modern, Failed},
		{KeyCommon, "P@SSW0RD!!!!!!!!", modern, Failed},
		{KeyCommon, "ciaociaociaociao", modern, Failed},
		{KeyCommon, "qwertyuiop123456", modern, Failed},
		{KeyCommon, "aaaaaaaaaaaaaaaa", modern, Failed},
		{KeyCommon, "abcdefghijklmnop!", modern, Failed},
		{KeyCommon, "abcabcabcabcabc", modern, Failed},
		{KeyCommon, "cavallo batteria graffetta", modern, Passed},
		{KeyCommon, "!!!!!!!!", modern, Passed},
	}
	for _, test := range tests {
		if got := of(t, Judge(test.candidate, test.about), test.key); got.State != test.want {
			t.Errorf("%s: %q is %d, want %d (%s)", test.key, test.candidate, got.State, test.want, got.Do)
		}
	}
}

// TestListedWordsAreFound: every word and name of the lists is refused, however
// it is written, and every common password too.
func TestListedWordsAreFound(t *testing.T) {
	leet := strings.NewReplacer("o", "0", "i", "1", "l", "1", "e", "3", "a", "@", "s", "$", "t", "7")
	for key, words := range map[string][][]rune{KeyWords: commonWords(), KeyNames: firstNames()} {
		for _, w := range words {
			for _, s := range []string{string(w) + "42", strings.ToUpper(string(w)) + "42"} {
				if of(t, Judge(s, About{}), key).State != Failed {
					t.Errorf("%s: %q passes", key, s)
				}
			}
			if s := string(w[:1]) + leet.Replace(string(w[1:])); len(w) >= shortest && of(t, Judge("zz"+s, About{}), key).State != Failed {
				t.Errorf("%s: %q passes", key, s)
			}
		}
	}
	for _, w := range commonOnes() {
		if of(t, Judge(string(w), About{Profile: Modern}), KeyCommon).State != Failed {
			t.Errorf("common: %q passes", string(w))
		}
	}
}

func TestWholeProfiles(t *testing.T) {
	for _, test := range []struct {
		candidate, profile string
		want               int
	}{
		{"Ns27cgmv!", ExAnnexB, 0},
		{"Ns27cgmv!", Modern, 1},
		{"tre scimmie bevono kefir", Modern, 0},
		{"password", ExAnnexB, 2}, // digits, word
		{"123456", Modern, 2},
	} {
		about := whole
		about.Profile = test.profile
		list := Judge(test.candidate, about)
		if got := Failures(list); got != test.want {
			t.Errorf("%s: %q fails %d rules, want %d: %v", test.profile, test.candidate, got, test.want, list)
		}
	}
	if p := Find("boh"); p.Slug != ExAnnexB {
		t.Errorf("an unknown profile is %s", p.Slug)
	}
}

// TestNothingTypedNothingJudged: an empty box is no mistake.
func TestNothingTypedNothingJudged(t *testing.T) {
	for _, p := range Profiles() {
		about := whole
		about.Profile = p.Slug
		for _, v := range append(Judge("", about), Advice("", about)...) {
			if v.State != NotAsked {
				t.Errorf("%s: %s is %d", p.Slug, v.Key, v.State)
			}
		}
	}
}

func TestAdvice(t *testing.T) {
	for _, test := range []struct {
		candidate, profile, key string
		want                    State
	}{
		{"xq7kv2wzmp9rt4", ExAnnexB, KeyLength, Failed},
		{"xq7kv2wzmp9rt4b", ExAnnexB, KeyLength, Passed},
		{"ciao1234", ExAnnexB, KeyCommon, Failed},
		{"Ns27cgmv!", ExAnnexB, KeyCommon, Passed},
		{"Ns27 cgmv!", ExAnnexB, KeySpaces, Passed},
		{" Ns27cgmv!", ExAnnexB, KeySpaces, Failed},
		{"Ns27cgmv! ", Modern, KeySpaces, Failed},
		{"Ns27cgmv!", ExAnnexB, KeyChange, NotAsked},
		{"Ns27cgmv!", Modern, KeyBreach, NotAsked},
	} {
		if got := of(t, Advice(test.candidate, About{Profile: test.profile}), test.key); got.State != test.want {
			t.Errorf("%s: %q is %d, want %d", test.key, test.candidate, got.State, test.want)
		}
	}
}

// TestLists: each list says where it is from and when, and holds words that can
// be found: small letters when folded, no spaces, none twice.
func TestLists(t *testing.T) {
	for name, c := range map[string]struct {
		words [][]rune
		least int
	}{"first-names": {firstNames(), 300}, "words": {commonWords(), 400}, "common": {commonOnes(), 300}} {
		if len(c.words) < c.least {
			t.Errorf("%s: only %d", name, len(c.words))
		}
		seen := map[string]bool{}
		for _, w := range c.words {
			if s := string(w); seen[s] || strings.ContainsAny(s, " \t#") || s != strings.ToLower(s) {
				t.Errorf("%s: %q", name, s)
			}
			seen[string(w)] = true
		}
		if name != "common" && !strings.HasPrefix(origin(t, name), "# ") {
			t.Errorf("%s: no origin", name)
		}
		if head := origin(t, name); !strings.Contains(head, "Origine: elenco proprio") || !strings.Contains(head, "Data: 20") {
			t.Errorf("%s begins with %q", name, head)
		}
	}
}

// TestSentences: what is said is whole sentences.
func TestSentences(t *testing.T) {
	for _, v := range append(Judge("a", whole), Advice("a", About{})...) {
		for _, s := range []string{v.Rule, v.Do} {
			if s != "" && (!strings.HasSuffix(s, ".") || strings.Contains(s, "%")) {
				t.Errorf("%s: %q", v.Key, s)
			}
		}
		if v.State == Failed && v.Do == "" {
			t.Errorf("%s: nothing to do", v.Key)
		}
	}
}

func said(candidate string, about About) string {
	return fmt.Sprint(Judge(candidate, about), Advice(candidate, about))
}
