package risk

import "fmt"

// Default is the matrix of a new office.
const Default = "5x5"

// Matrix turns a probability and a consequence into a level. Values count from
// 1, lowest first; the words at [0] are those of value 1.
type Matrix struct {
	ID          string // kept with each assessment, so that old ones stand
	Name        string
	Probability []string
	Consequence []string

	words [4]string // the four levels as this matrix calls them
	upto  [4]int    // the highest product of each level
}

var matrices = []Matrix{
	{
		ID:          "5x5",
		Name:        "Matrice 5 × 5",
		Probability: []string{"Improbabile", "Poco probabile", "Probabile", "Molto probabile", "Quasi certo"},
		Consequence: []string{"Trascurabili", "Marginali", "Limitate", "Gravi", "Gravissime"},
		words:       [4]string{"Accettabile", "Medio-basso", "Rilevante", "Alto"},
		upto:        [4]int{3, 6, 12, 25},
	},
	{
		ID:          "4x4",
		Name:        "Matrice 4 × 4 (nomi precedenti)",
		Probability: []string{"Improbabile", "Poco probabile", "Probabile", "Quasi certo"},
		Consequence: []string{"Trascurabili", "Marginali", "Gravi", "Gravissime"},
		words:       [4]string{"Basso", "Medio-basso", "Medio-alto", "Alto"},
		upto:        [4]int{2, 4, 8, 16},
	},
}

// Matrices gives those the office may choose from, the default first.
func Matrices() []Matrix { return append([]Matrix(nil), matrices...) }

// Find gives the matrix of that ID.
func Find(id string) (Matrix, bool) {
	for _, m := range matrices {
		if m.ID == id {
			return m, true
		}
	}
	return Matrix{}, false
}

// Of gives the matrix of that ID, and the default one where there is none.
func Of(id string) Matrix {
	if m, ok := Find(id); ok {
		return m
	}
	return matrices[0]
}

// Product multiplies the two values. The error says which one is out of range,
// in Italian, for the field.
func (m Matrix) Product(probability, consequence int) (int, error) {
	if probability < 1 || probability > len(m.Probability) {
		return 0, sentence("La probabilità va da 1 a %d: %d non è ammesso.", len(m.Probability), probability)
	}
	if consequence < 1 || consequence > len(m.Consequence) {
		return 0, sentence("Le conseguenze vanno da 1 a %d: %d non è ammesso.", len(m.Consequence), consequence)
	}
	return probability * consequence, nil
}

// Level is the level of the two values; errors as for Product.
func (m Matrix) Level(probability, consequence int) (Level, error) {
	product, err := m.Product(probability, consequence)
	if err != nil {
		return 0, err
	}
	for i, top := range m.upto {
		if product <= top {
			return Level(i + 1), nil
		}
	}
	return High, nil
}

// Word is the level in the words of this matrix: the third of the old 4 × 4 is
// «Medio-alto», which elsewhere reads as Relevant.
func (m Matrix) Word(l Level) string {
	if !l.Valid() {
		return ""
	}
	return m.words[l-1]
}

// Short is Word cut to fit a cell of the matrix.
func (m Matrix) Short(l Level) string {
	switch w := m.Word(l); w {
	case "Medio-alto":
		return "Medio-a."
	case "Basso":
		return w
	default:
		return l.Short()
	}
}

// wrong is an error written as a whole sentence, shown beside the field as it is.
type wrong string

func (w wrong) Error() string { return string(w) }

func sentence(format string, args ...any) error { return wrong(fmt.Sprintf(format, args...)) }
