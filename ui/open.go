package ui

// openRecord goes to a record wherever its register stands; false where the
// window has no place for it.
func (s *Shell) openRecord(register, uid string) bool {
	p := s.goToRegister(register)
	if p == nil {
		return false
	}
	if p.reg.Single {
		return true
	}
	p.openRecord(uid)
	if p.open != nil {
		p.open.focus()
	}
	return true
}

// goToRegister shows the page of a register, or gives nil.
func (s *Shell) goToRegister(register string) *registerPage {
	for i, p := range s.pages {
		switch p := p.(type) {
		case *registerPage:
			if p.reg.Key == register {
				s.goTo(i)
				return p
			}
		case *tabbedPage:
			for j, inner := range p.pages {
				if inner.reg.Key == register {
					s.goTo(i)
					if p.tabs.Selected() != j {
						p.tabs.Select(j)
						p.change(j)
					}
					return inner
				}
			}
		}
	}
	return nil
}
