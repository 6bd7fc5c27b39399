package ui

// openRecord goes to a record wherever its register stands; nil where the
// window has no place for it, or shows it as part of a picture.
func (s *Shell) openRecord(register, uid string) *recordView {
	if p := s.goToPicture(register); p != nil {
		p.showRecord(uid)
		return nil
	}
	p := s.goToRegister(register)
	if p == nil {
		return nil
	}
	if !p.reg.Single {
		p.openRecord(uid)
		p.split.ShowRecord()
	}
	if p.open != nil {
		p.open.focus()
	}
	return p.open
}

// registerPage is the register that the tab shows; nil where it shows none.
func (s *Shell) registerPage() *registerPage {
	switch p := s.current().(type) {
	case *registerPage:
		return p
	case *tabbedPage:
		return p.current().register()
	}
	return nil
}

// picture is the register that the tab shows as a picture; nil where it shows none.
func (s *Shell) picture() *permissionPage {
	if t, ok := s.current().(*tabbedPage); ok {
		p, _ := t.current().page.(*permissionPage)
		return p
	}
	return nil
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
				if r := inner.register(); r != nil && r.reg.Key == register {
					s.goTo(i)
					p.goTo(j)
					return r
				}
			}
		}
	}
	return nil
}

// goToPicture shows the picture of a register, or gives nil.
func (s *Shell) goToPicture(register string) *permissionPage {
	for i, p := range s.pages {
		t, ok := p.(*tabbedPage)
		if !ok {
			continue
		}
		for j, inner := range t.pages {
			if x, ok := inner.page.(*permissionPage); ok && x.reg.Key == register {
				s.goTo(i)
				t.goTo(j)
				return x
			}
		}
	}
	return nil
}
