package app

// Addressee is somebody that a letter is printed for, read from a list that the
// office brings: it is kept nowhere.
type Addressee struct{ Name, Address, Email string }
