package app

// permissions fills what each of the example may do with the archives, in the
// order in which those were made. Who only makes the copies opens none.
func (s *sampler) permissions() {
	customers, personnel, subscribers, footage := s.stores[0], s.stores[1], s.stores[2], s.stores[3]
	all := func(a *Archive) *Grant {
		return &Grant{Archive: a.UID(), Insert: true, View: true, Change: true, Delete: true}
	}
	work := func(a *Archive) *Grant { return &Grant{Archive: a.UID(), Insert: true, View: true, Change: true} }
	for _, x := range []struct {
		of     *Person
		grants []*Grant
	}{
		{s.marta, []*Grant{all(customers), all(personnel), all(subscribers), {Archive: footage.UID(), View: true, Delete: true}}},
		{s.luca, []*Grant{work(customers)}},
		{s.elena, []*Grant{all(customers), work(personnel)}},
		{s.niccolo, []*Grant{{Archive: customers.UID(), Insert: true, View: true}, work(subscribers)}},
	} {
		s.add(PermissionForm.Type(), &Permission{Person: x.of.UID(), Grants: x.grants, Reviewed: "2026-03-20"})
	}
}
