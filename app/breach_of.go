package app

import (
	"slices"

	"tutela/app/breach"
)

// asks says that the score's class asks for a section.
func (b *Breach) asks(s breach.Section) bool {
	return breachAnalysed(b) && slices.Contains(b.Answers().Class().Band().Asks, s)
}

func notificationOwed(b *Breach) bool {
	return b.Notify != "no" && (b.Notify == "yes" || b.asks(breach.S4))
}

func notifyNeedsReason(b *Breach) bool {
	return b.Notify == "no" || breachAnalysed(b) && b.Answers().Class() != 0 && !b.asks(breach.S4)
}

func tellingOwed(b *Breach) bool {
	return b.Communicate != TellNot && (b.Communicate != "" || b.asks(breach.S5))
}

func tellingNeedsReason(b *Breach) bool {
	return b.Communicate == TellNot || b.Communicate == TellVoluntary
}

func treatmentOwed(b *Breach) bool { return b.asks(breach.S7) }

func correctiveOwed(b *Breach) bool {
	return b.Corrective == "yes" || breachDropped(b) && b.DropCorrective == "yes"
}
