package papers

// optionalSignature are the papers that hold without the signature that they have
// room for (spec 7, «optional»), or of which each reader signs a copy of his own.
var optionalSignature = map[string]bool{
	"treatment-sheet": true, "controller-register": true, "simplified-register": true, "processor-register": true,
	"privacy-notice": true, "consent-form": true,
}

// SignatureOptional says that nobody waits for the signature of a kind of paper.
func SignatureOptional(kind string) bool { return optionalSignature[kind] }
