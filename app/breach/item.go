package breach

import "slices"

// Item is one of the 18 of the risk form (spec 2.2, Allegato B).
type Item struct {
	N     int    // 1 to 18, as the form numbers them
	Group string // the heading it stands under
	Short string // under its heading
	Label string // on its own
	Help  string // what it asks, a sentence
	// Scale is what each value means, one line each: four for items 1 to 3, from
	// value 1; two for the others, Sì and No in this order.
	Scale []string
	// Weights are the points of each line of Scale.
	Weights []int
}

// Items is how many items there are; Graded how many of them, the first ones,
// have values 1 to 4 rather than Sì and No.
const (
	Items  = 18
	Graded = 3
)

// The items that the law reads beside the total: where one of them is Sì, art.
// 34 is weighed whatever the class (spec 2.2).
const (
	ItemHealth      = 4  // health data among those breached
	ItemIdentity    = 5  // identity documents
	ItemCards       = 6  // credit cards
	ItemIdentified  = 10 // the data subjects are easily told
	ItemSerious     = 11 // serious consequences
	ItemJudicial    = 12 // health or judicial data
	ItemMinors      = 13 // data of minors
	ItemMassive     = 16 // many people
	ItemEncrypted   = 17 // the data are encrypted: Sì counts 0
	ItemCopied      = 18 // copies exist: Sì counts 0
	groupViolation  = "Violazione di"
	groupNature     = "Natura dei dati violati"
	groupSubjects   = "Interessati e conseguenze"
	groupProtection = "Protezioni: qui il Sì vale 0"
)

// graded, asked and protected make the three kinds of item.
func graded(n int, short, label, help string, scale ...string) Item {
	return Item{n, groupViolation, short, label, help, scale, []int{1, 2, 3, 4}}
}

func asked(n int, group, short, label, help, yes, no string) Item {
	return Item{n, group, short, label, help, []string{yes, no}, []int{1, 0}}
}

func protected(n int, short, label, help, yes, no string) Item {
	return Item{n, groupProtection, short, label, help, []string{yes, no}, []int{0, 1}}
}

var items = [Items]Item{
	graded(1, "riservatezza", "Violazione di riservatezza",
		"Quanto i dati sono stati visti, o possono esserlo, da chi non doveva?",
		"Nessuno li ha visti, e si può dimostrare: il server si è fermato e basta",
		"Li ha visti una persona nota e fidata: una mail a un collega di un altro reparto",
		"Li hanno visti estranei, o possono vederli: il notebook rubato dall’auto",
		"Sono pubblici o in mano a chi vuole usarli: l’archivio messo in vendita in rete"),
	graded(2, "disponibilità", "Violazione di disponibilità",
		"Quanto i dati mancano a chi ne ha bisogno?",
		"Non sono mai mancati: è uscita una copia, l’originale è al suo posto",
		"Sono mancati per qualche ora: un guasto, poi la copia ha funzionato",
		"Mancano da giorni e bloccano un servizio: si rifanno a mano dalle carte",
		"Sono persi per sempre: l’unica copia è bruciata o cifrata da un estraneo"),
	graded(3, "integrità", "Violazione di integrità",
		"Quanto i dati sono stati cambiati senza che si dovesse?",
		"Non sono cambiati: si è controllato",
		"Qualche dato è cambiato, e si sa quale: un indirizzo corretto per errore",
		"Molti dati sono cambiati, e rimetterli a posto richiede lavoro: importi spostati di una riga",
		"Non si sa più quali dati sono giusti: qualcuno ha modificato l’archivio per mesi"),
	asked(4, groupNature, "sanitari", "Natura dei dati violati: sanitari",
		"Fra i dati ce ne sono sulla salute?",
		"Un certificato, una diagnosi, una ricetta, una visita prenotata", "Nessun dato da cui si capisca come sta qualcuno"),
	asked(5, groupNature, "documenti d’identità", "Natura dei dati violati: documenti d’identità",
		"Ci sono documenti d’identità, o le loro copie?",
		"La fotocopia della carta d’identità, il numero del passaporto, la patente", "Solo nomi e recapiti"),
	asked(6, groupNature, "carte di credito", "Natura dei dati violati: numeri di carte di credito",
		"Ci sono numeri di carte di credito o di debito?",
		"Il numero di una carta con la scadenza, scritto su un modulo d’ordine", "Paga la banca: in ufficio il numero non c’è"),
	asked(7, groupNature, "reddito, fatturato", "Natura dei dati violati: reddito, fatturato",
		"Ci sono dati su quanto una persona guadagna o fattura?",
		"Una busta paga, una dichiarazione dei redditi, l’estratto conto di un cliente", "Solo il prezzo di un acquisto"),
	asked(8, groupNature, "brevetti, segreti prof.", "Natura dei dati violati: brevetti, strategie di marketing, segreti professionali",
		"Ci sono segreti del mestiere, del cliente o dell’azienda?",
		"Il parere di un professionista, un progetto non ancora pubblico", "Niente che un concorrente pagherebbe"),
	asked(9, groupNature, "altri (es. biometria)", "Natura dei dati violati: altri (es. biometria)",
		"Ci sono altri dati delicati, come le impronte o le opinioni?",
		"L’impronta per aprire la porta, l’iscrizione al sindacato, la religione", "Nessun altro dato delicato"),
	asked(10, groupSubjects, "Facilità d’identificazione", "Facilità d’identificazione degli interessati",
		"Chi vede i dati capisce di chi sono?",
		"Ci sono nome e cognome, o una foto, o un’e-mail con il nome", "Solo codici interni, e l’elenco dei codici è al sicuro"),
	asked(11, groupSubjects, "Conseguenze gravi", "Gravità delle conseguenze sugli individui (danni fisici, materiali, immateriali)",
		"Le persone possono subire un danno grave?",
		"Furto d’identità, soldi persi, discriminazione, un’umiliazione, una cura sbagliata", "Al più un fastidio: qualche telefonata in più"),
	asked(12, groupSubjects, "Dati sanitari-giudiziari", "Speciali caratteristiche: dati sanitari-giudiziari",
		"Ci sono dati sulla salute, o su condanne e reati?",
		"Un referto, un certificato del casellario, una denuncia", "Né salute né reati"),
	asked(13, groupSubjects, "Dati sui minori", "Speciali caratteristiche: dati sui minori",
		"Ci sono dati di chi ha meno di 18 anni?",
		"Gli iscritti al corso dei ragazzi, i figli a carico dei dipendenti", "Solo adulti"),
	asked(14, groupSubjects, "Dati di localizzazione", "Speciali caratteristiche: dati sulla localizzazione",
		"Ci sono dati su dove una persona è o è stata?",
		"Il GPS dei furgoni, il tragitto di un corriere, gli ingressi con il badge", "Solo l’indirizzo di casa"),
	asked(15, groupSubjects, "Abitudini, preferenze", "Speciali caratteristiche: abitudini / preferenze",
		"Ci sono dati su che cosa una persona fa o preferisce?",
		"Gli acquisti di ogni cliente, i siti visitati, gli orari in palestra", "Nessuna abitudine si ricava dai dati"),
	asked(16, groupSubjects, "Violazione massiccia", "Numero di individui: violazione massiccia",
		"Le persone coinvolte sono molte, anche rispetto a quante ne conoscete?",
		"Centinaia di persone, oppure tutti i clienti anche se sono trenta", "Una o poche persone fra molte"),
	protected(17, "Criptazione dei dati", "Criptazione dei dati",
		"I dati erano cifrati, e la chiave è rimasta al sicuro?",
		"Il disco era cifrato e la password non era scritta sul notebook", "Chi ha il file o il foglio lo legge"),
	protected(18, "Esistenza di copie", "Esistenza di copie dei dati",
		"Ne avete una copia che funziona?",
		"La copia di stanotte è stata provata e contiene tutto", "Non c’è copia, o non si è mai provato a riprenderla"),
}

// List gives the 18 items, in the order of the form.
func List() []Item {
	out := slices.Clone(items[:])
	for i := range out {
		out[i].Scale, out[i].Weights = slices.Clone(out[i].Scale), slices.Clone(out[i].Weights)
	}
	return out
}

// Inverted says that a Sì takes danger away: it counts 0, and No counts 1.
func (it Item) Inverted() bool { return it.N > Graded && it.Weights[0] == 0 }
