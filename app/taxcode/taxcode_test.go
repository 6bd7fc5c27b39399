package taxcode

import (
	"slices"
	"strings"
	"testing"
)

// Codes of public test suites and of the marketing case.
var validCodes = []string{
	"CCCFBA85D03L219P", "MRTMRA83T56A269B", "THDSDA95P08Z330H", "BLSLGS84C22Z145O",
	"TKKYKU87B68L219F", "RSSMRA50B17A558W", "QTRDRA71P13G388J", "RSSMRA80H63H501X",
	"RSSMRA72L09H501S",
	"BNZVCN32S10E573Z", "BNZVCN32S10E57PV", "BNZVCNPNSMLERTPX", "CCHGNN67R05H1S3I", "SPSGPP75B18F83VM",
	"FRRLCU79D52D150W", "MRTGLI93M70B157K", "BSSTMS85S03F205V",
}

func TestCheckPersonValid(t *testing.T) {
	for _, code := range validCodes {
		if _, err := CheckPerson(code); err != nil {
			t.Errorf("%s: %v", code, err)
		}
		typed := " " + strings.ToLower(code[:6]) + " \u00a0" + code[6:11] + "\t" + strings.ToLower(code[11:]) + "\n"
		if _, err := CheckPerson(typed); err != nil {
			t.Errorf("%q: %v", typed, err)
		}
		if Normalize(typed) != code {
			t.Errorf("Normalize(%q) = %q", typed, Normalize(typed))
		}
	}
}

func TestCheckPersonParts(t *testing.T) {
	for code, want := range map[string]Parts{
		"FRRLCU79D52D150W": {"FRR", "LCU", 79, 4, 12, true, "D150", false},
		"BSSTMS85S03F205V": {"BSS", "TMS", 85, 11, 3, false, "F205", false},
		"THDSDA95P08Z330H": {"THD", "SDA", 95, 9, 8, false, "Z330", false},
		"BNZVCN32S10E573Z": {"BNZ", "VCN", 32, 11, 10, false, "E573", false},
		"BNZVCN32S10E57PV": {"BNZ", "VCN", 32, 11, 10, false, "E573", false},
		"BNZVCNPNSMLERTPX": {"BNZ", "VCN", 32, 11, 10, false, "E573", false},
		"02362600344":      {Provisional: true},
	} {
		if got, err := CheckPerson(code); err != nil || got != want {
			t.Errorf("%s: %+v, %v", code, got, err)
		}
	}
}

func TestCheckPersonWrong(t *testing.T) {
	const last = "L'ultima lettera non torna: ricontrollate il codice sulla tessera sanitaria."
	for _, tt := range []struct{ code, want string }{
		{"VNDLDL87D07B963G", last},
		{"FRRLCU79D52D150X", last},
		{"BNZVCN32S10E57PZ", last}, // omocodia asks for a letter of its own
		{"", "Il codice fiscale è vuoto: servono 16 caratteri."},
		{"F", "Il codice fiscale ha un solo carattere: ne servono 16."},
		{"FRRLCU79D52D150", "Il codice fiscale ha 15 caratteri: ne servono 16."},
		{"FRRLCU79D52D150WW", "Il codice fiscale ha 17 caratteri: ne servono 16."},
		{"FRRLCU7OD52D150W", "Il carattere 8 del codice fiscale è «O»: lì serve una cifra."},
		{"FRR1CU79D52D150W", "Il carattere 4 del codice fiscale è «1»: lì serve una lettera."},
		{"FRRLCU79F52D150W", "Il carattere 9 del codice fiscale è «F»: lì serve la lettera del mese, una tra A B C D E H L M P R S T."},
		{"FÈRLCU79D52D150W", "Il carattere 2 del codice fiscale è «È»: lì serve una lettera."},
		{"FRR\x00CU79D52D150W", "Il carattere 4 del codice fiscale è «U+0000»: lì serve una lettera."},
		{"FRRLCU79D32D150W", "Il giorno e il mese di nascita nel codice fiscale non esistono: ricontrollate i caratteri da 7 a 11."},
		{"FRRLCU79B70D150W", "Il giorno e il mese di nascita nel codice fiscale non esistono: ricontrollate i caratteri da 7 a 11."},
		{"FRRLCU79D00D150W", "Il giorno e il mese di nascita nel codice fiscale non esistono: ricontrollate i caratteri da 7 a 11."},
		{"02362600345", "L'ultima cifra non torna: ricontrollate le 11 cifre sul certificato di attribuzione o sulla visura."},
	} {
		p, err := CheckPerson(tt.code)
		if err == nil || err.Error() != tt.want || p != (Parts{}) {
			t.Errorf("%q: %+v, %v", tt.code, p, err)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, n := range []string{"02362600344", "00743110157", "07643520567", "12345670017", "12345678903"} {
		for _, typed := range []string{n, "IT" + n, " it " + n[:5] + " " + n[5:]} {
			if err := CheckVAT(typed); err != nil || NormalizeVAT(typed) != n {
				t.Errorf("%q: %v", typed, err)
			}
		}
		if err := CheckCompany(n); err != nil {
			t.Errorf("%s: %v", n, err)
		}
		if err := Check(n); err != nil {
			t.Errorf("%s: %v", n, err)
		}
	}
	for _, tt := range []struct{ number, want string }{
		{"01234567890", "L'ultima cifra non torna: ricontrollate le 11 cifre sul certificato di attribuzione o sulla visura."},
		{"00000000000", "La partita IVA non può essere di soli zeri: servono le 11 cifre vere."},
		{"", "La partita IVA manca: servono 11 cifre."},
		{"IT", "La partita IVA manca: servono 11 cifre."},
		{"1", "La partita IVA ha una sola cifra: ne servono 11."},
		{"1234567001", "La partita IVA ha 10 cifre: ne servono 11."},
		{"1234567O017", "La partita IVA ha solo cifre: ne servono 11, senza lettere né segni."},
		{"FR12345670017", "La partita IVA ha solo cifre: ne servono 11, senza lettere né segni."},
		{"١٢٣٤٥٦٧٠٠١٧", "La partita IVA ha solo cifre: ne servono 11, senza lettere né segni."},
	} {
		if err := CheckVAT(tt.number); err == nil || err.Error() != tt.want {
			t.Errorf("%q: %v", tt.number, err)
		}
	}
	if err := CheckCompany("IT12345670017"); err == nil {
		t.Error("IT is no part of a codice fiscale")
	}
	for code, ok := range map[string]bool{"FRRLCU79D52D150W": true, "1234567001": false, "FRRLCU79D52D150": false} {
		if err := Check(code); (err == nil) != ok {
			t.Errorf("%s: %v", code, err)
		}
	}
}

func TestLetters(t *testing.T) {
	for in, want := range map[string]string{
		"Fò": "FOX", "Hu": "HUX", "D'Angelo": "DNG", "De Luca": "DLC", "Ferri": "FRR", "Aia": "AIA", "": "XXX",
		"Müller": "MLL", "Łukasz": "LKS", "Nuñez": "NNZ", "Aiello": "LLA",
	} {
		if got := SurnameLetters(in); got != want {
			t.Errorf("SurnameLetters(%q) = %s, want %s", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"Giovanni": "GNN", "Alessandro": "LSN", "Michele": "MHL", "Lucia": "LCU", "Giulia": "GLI", "Tommaso": "TMS",
		"Maria Teresa": "MTR", "Jo": "JOX", "Ada": "DAA",
	} {
		if got := NameLetters(in); got != want {
			t.Errorf("NameLetters(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestMatchesNames(t *testing.T) {
	p, err := CheckPerson("FRRLCU79D52D150W")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		surname, name string
		want          bool
	}{
		{"Ferri", "Lucia", true},
		{"FERRI", "lùcia", true},
		{"Ferri Lucia", "", true},
		{"", "Lucia Ferri", true},
		{"Ferri Bianchi", "Lucia Maria", true},
		{"Ferri Bianchi Lucia", "", true},
		{"Ferri", "", true},
		{"", "Lucia", true},
		{"", "", true},
		{"Lucia", "Ferri", false},
		{"Ferri", "Maria", false},
		{"Bassi Tommaso", "", false},
	} {
		if got := p.MatchesNames(tt.surname, tt.name); got != tt.want {
			t.Errorf("%q, %q: %v", tt.surname, tt.name, got)
		}
	}
}

func TestMismatch(t *testing.T) {
	const code = "FRRLCU79D52D150W"
	for _, tt := range []struct {
		code, surname, name, birth string
		want                       []string
	}{
		{code, "Ferri", "Lucia", "1979-04-12", nil},
		{code, "Ferri Lucia", "", "", nil},
		{code, "Ferri", "Lucia", "not a date", nil},
		{"VNDLDL87D07B963G", "Ferri", "Lucia", "1979-04-12", nil},
		{"02362600344", "Ferri", "Lucia", "1979-04-12", nil},
		{code, "Lucia", "Ferri", "", []string{"Cognome e nome sembrano scambiati: secondo il codice fiscale il cognome è «Ferri»."}},
		{code, "Bassi Tommaso", "", "", []string{"Il nome non torna con il codice fiscale, che comincia per FRR LCU: ricontrollate l’uno e l’altro."}},
		{code, "Ferri", "Maria", "1980-04-12", []string{
			"Il nome «Maria» non torna con il codice fiscale: darebbe MRA, il codice ha LCU.",
			"La data di nascita 12/04/1980 non torna con il codice fiscale, che dice 12/04/79: ricontrollate l’una e l’altro.",
		}},
		{code, "Rossi", "Lucia", "", []string{"Il cognome «Rossi» non torna con il codice fiscale: darebbe RSS, il codice ha FRR."}},
	} {
		if got := Mismatch(tt.code, tt.surname, tt.name, tt.birth); !slices.Equal(got, tt.want) {
			t.Errorf("%s %q %q %q: %q", tt.code, tt.surname, tt.name, tt.birth, got)
		}
	}
}

func FuzzCheckPerson(f *testing.F) {
	for _, c := range append(validCodes, "", "VNDLDL87D07B963G", "02362600344", "ÀÀÀÀÀÀ00A00A000A", "\xff") {
		f.Add(c, "Ferri", "Lucia", "1979-04-12")
	}
	f.Fuzz(func(t *testing.T, code, surname, name, birth string) {
		p, err := CheckPerson(code)
		Mismatch(code, surname, name, birth)
		p.MatchesNames(surname, name)
		if len(SurnameLetters(surname)) != 3 || len(NameLetters(name)) != 3 {
			t.Fatal("not three letters")
		}
		if err != nil {
			return
		}
		spaced := strings.Join(strings.Split(strings.ToLower(code), ""), " ")
		if again, err := CheckPerson(spaced); err != nil || again != p {
			t.Fatalf("%q was valid, %q is not: %v", code, spaced, err)
		}
	})
}

func FuzzCheckVAT(f *testing.F) {
	f.Add("02362600344")
	f.Add("IT 12345670017")
	f.Fuzz(func(t *testing.T, number string) {
		if CheckVAT(number) != nil {
			return
		}
		if n := NormalizeVAT(number); len(n) != 11 || CheckVAT("it "+n) != nil {
			t.Fatalf("%q", number)
		}
	})
}
