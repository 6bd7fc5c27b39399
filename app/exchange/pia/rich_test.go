package pia

import "testing"

func TestPlain(t *testing.T) {
	for _, c := range []struct{ rich, plain string }{
		{"", ""},
		{"solo testo", "solo testo"},
		{"a &lt; b &amp;amp; c", "a < b &amp; c"},
		{"<p>uno</p><p>due<br />tre</p>", "uno\n\ndue\ntre"},
		{"<div>uno</div>\n<div> </div>\n<div>due</div>", "uno\ndue"},
		{"Dati: <br />\n<ul>\n<li><strong>Forniti</strong> :\n<ul>\n<li>nome</li>\n</ul>\n</li>\n<li>altri</li></ul>", "Dati:\n- Forniti :\n  - nome\n- altri"},
		{"<ol><li>a</li><li>b</li></ol><ol start=\"7\"><li>c</li></ol>", "1. a\n2. b\n7. c"},
		{"<p>si veda <a href=\"https://x.example/?a=1&amp;b=2\">qui</a>.</p>", "si veda qui (https://x.example/?a=1&b=2)."},
		{"<a href=\"https://x.example\">https://x.example</a>", "https://x.example"},
		{"<style>p{}</style><script>x()</script>testo<img src=\"data:image/png;base64,AAAA\">", "testo[immagine]"},
		{"uno\u00a0due &nbsp; tre", "uno due tre"},
		{"<b>gras<i>setto</i></b> piano", "grassetto piano"},
		{"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"},
		{"<li>senza elenco</ul></li>", "- senza elenco"},
		{"non chiuso <p", "non chiuso"},
	} {
		if got := plain(c.rich); got != c.plain {
			t.Errorf("%q is %q, want %q", c.rich, got, c.plain)
		}
	}
}

// TestRich: what is written reads back as the same text.
func TestRich(t *testing.T) {
	for _, c := range []struct{ text, rich string }{
		{"uno\ndue\n\ntre", "<p>uno<br />due</p><p>tre</p>"},
		{"<script>alert(1)</script> & «x» l'altro", "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; «x» l&#39;altro</p>"},
		{"Dati:\n- nome\n  - cognome\n- altri\nfine", "<div>Dati:</div><ul><li>nome<ul><li>cognome</li></ul></li><li>altri</li></ul><div>fine</div>"},
		{"Dati:\n\n- nome\n\n- altri\n\nfine", "<p>Dati:</p><ul><li>nome</li></ul><p></p><ul><li>altri</li></ul><p>fine</p>"},
		{"1. a\n2. b\n5. c\n- d", "<ol><li>a</li><li>b</li></ol><ol start=\"5\"><li>c</li></ol><ul><li>d</li></ul>"},
		{"- a\n\nb:\n- c", "<ul><li>a</li></ul><p></p><div>b:</div><ul><li>c</li></ul>"},
		{"31. dicembre\n2026. anno\n01. no", ""},
	} {
		got := rich(c.text)
		if c.rich != "" && got != c.rich {
			t.Errorf("%q is %s, want %s", c.text, got, c.rich)
		}
		if back := plain(got); back != c.text {
			t.Errorf("%q reads back as %q", c.text, back)
		}
	}
}

// FuzzText: a text that was read stays the same, however often it goes out and in.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", "<p>a</p>", "<ul><li>a<ol><li>b</li></ol></li></ul>c", "1. a\n- b\n\n  - c\n3. d", "a &lt;b&gt; &amp;lt;", "<a href='x'>y</a>", "- \n- -\n1. 2. x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, once := range []string{plain(s), plain(rich(s))} {
			if again := plain(rich(once)); again != once {
				t.Fatalf("%q becomes %q by %s", once, again, rich(once))
			}
		}
	})
}
