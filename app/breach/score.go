package breach

// Answers are those to the 18 items: 0 is no answer, which is not a No; else
// the line of the item's scale, from 1 (spec 2.2).
type Answers [Items]int

// The lines of the items that are answered Sì or No.
const (
	AnswerYes = 1
	AnswerNo  = 2
)

// Class is what the total comes to. The zero value is not known yet.
type Class byte

// The classes, lowest first.
const (
	ClassA Class = 'A'
	ClassB Class = 'B'
	ClassC Class = 'C'
	ClassD Class = 'D'
)

// Lowest and Highest are the limits of the total.
const (
	Lowest  = 3
	Highest = 27
)

// Band is a class with the totals that make it, both included.
type Band struct {
	Class    Class
	From, To int
	Meaning  string    // as the form prints it
	Asks     []Section // the sections that the procedure asks for
	ToWeigh  []Section // those that it asks to weigh
}

var bands = []Band{
	{Class: ClassA, From: 3, To: 3, Meaning: "nessun rischio", ToWeigh: []Section{S8}},
	{Class: ClassB, From: 4, To: 8, Meaning: "rischio", Asks: []Section{S7}, ToWeigh: []Section{S8}},
	{Class: ClassC, From: 9, To: 15, Meaning: "rischio", Asks: []Section{S4, S7}, ToWeigh: []Section{S8}},
	{Class: ClassD, From: 16, To: 27, Meaning: "rischio elevato", Asks: []Section{S4, S5, S7}, ToWeigh: []Section{S8}},
}

// Bands gives the classes, lowest first: the table at the end of Allegato B.
func Bands() []Band { return append([]Band(nil), bands...) }

// Band gives what belongs to the class; the zero Band where it is not known.
func (c Class) Band() Band {
	for _, b := range bands {
		if b.Class == c {
			return b
		}
	}
	return Band{}
}

// String is the letter of the class, "" where it is not known.
func (c Class) String() string {
	if c == 0 {
		return ""
	}
	return string(rune(c))
}

// ClassOf is the class of a total; 0 for a total that cannot be.
func ClassOf(total int) Class {
	for _, b := range bands {
		if b.From <= total && total <= b.To {
			return b.Class
		}
	}
	return 0
}

// Points are those of one answer, and whether it is one of the item's scale.
func (a Answers) Points(n int) (points int, answered bool) {
	line := a[n-1]
	if line < 1 || line > len(items[n-1].Weights) {
		return 0, false
	}
	return items[n-1].Weights[line-1], true
}

// Yes says that an item from the fourth on was answered Sì.
func (a Answers) Yes(n int) bool { return n > Graded && a[n-1] == AnswerYes }

// Missing gives the numbers of the items that have no answer.
func (a Answers) Missing() (out []int) {
	for n := 1; n <= Items; n++ {
		if _, ok := a.Points(n); !ok {
			out = append(out, n)
		}
	}
	return out
}

// Possible are the lowest and the highest total that the answers still allow;
// they are the same where all are given.
func (a Answers) Possible() (low, high int) {
	for n := 1; n <= Items; n++ {
		if p, ok := a.Points(n); ok {
			low, high = low+p, high+p
			continue
		}
		least, most := items[n-1].limits()
		low, high = low+least, high+most
	}
	return low, high
}

func (it Item) limits() (least, most int) {
	least, most = it.Weights[0], it.Weights[0]
	for _, w := range it.Weights {
		least, most = min(least, w), max(most, w)
	}
	return least, most
}

// Open are the classes that the answers still allow, lowest first.
func (a Answers) Open() (out []Class) {
	low, high := a.Possible()
	for _, b := range bands {
		if b.From <= high && low <= b.To {
			out = append(out, b.Class)
		}
	}
	return out
}

// Total is the sum of the points; not known until all 18 are answered.
func (a Answers) Total() (total int, known bool) {
	low, high := a.Possible()
	return low, low == high && len(a.Missing()) == 0
}

// Class is that of the total, 0 until all 18 are answered.
func (a Answers) Class() Class {
	total, known := a.Total()
	if !known {
		return 0
	}
	return ClassOf(total)
}

// Census counts, for each class, the combinations of answers that come to it. It
// sums the weights item by item, so that it need not try them all.
func Census() map[Class]int {
	ways := map[int]int{0: 1} // total -> combinations of the items so far
	for _, it := range items {
		next := map[int]int{}
		for total, n := range ways {
			for _, w := range it.Weights {
				next[total+w] += n
			}
		}
		ways = next
	}
	out := map[Class]int{}
	for total, n := range ways {
		out[ClassOf(total)] += n
	}
	return out
}
