package app

// houseRules are what the shop chose of the house rules: the winter is calm, so
// the training is planned before spring.
func (s *sampler) houseRules() {
	s.add(HouseRuleForm.Type(), &HouseChoice{
		Profile: ProfileExAnnexB, Since: "2026-01-12", By: s.marta.UID(),
		Changes: []*HouseChange{{Rule: "15", Day: "28/02", Since: "2026-01-12", By: s.marta.UID(), Why: "In febbraio il negozio è tranquillo e i corsi si seguono meglio"}},
	})
}
