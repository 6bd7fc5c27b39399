package app

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"tutela/app/form"
)

// MaxFile is the most bytes that one attachment may have.
const MaxFile = 20 << 20

// FileTooBig refuses an attachment by its size in bytes; nil where it is not
// too big.
func FileTooBig(size int64) error {
	if size <= MaxFile {
		return nil
	}
	return &Refusal{
		What: fmt.Sprintf("L’allegato è troppo grande: pesa %s MB, il massimo è 20.", megabytes(size)),
		Do:   "Allegate un file più piccolo, per esempio una scansione in bianco e nero.",
	}
}

// megabytes is a size with one decimal, rounded up: 20.000.001 bytes are not 20.
func megabytes(n int64) string {
	const mb = 1 << 20
	tenths := (n*10 + mb - 1) / mb
	return form.FormatInt(tenths/10) + "," + fmt.Sprint(tenths%10)
}

// FileKind is what an attachment is, as the ending of its name says.
type FileKind int

// The kinds. FileOther and FileProgram are not opened from the window.
const (
	FileOther FileKind = iota
	FileDocument
	FileSheet
	FilePicture
	FileMail
	FileArchive
	FileMedia
	FileProgram // or what may hold commands, as a page of the web or macros
)

// Opens says that such a file does no more than show something.
func (k FileKind) Opens() bool { return k != FileOther && k != FileProgram }

// fileKinds are the endings of each kind, and what they are called in mail and
// on the web. What is not here is not opened: a list of all that can be run on
// any computer would never be whole.
var fileKinds = map[FileKind]map[string]string{
	FileDocument: {
		"pdf": "application/pdf", "txt": "text/plain", "rtf": "application/rtf", "xml": "application/xml",
		"doc": "application/msword", "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		"odt": "application/vnd.oasis.opendocument.text", "odp": "application/vnd.oasis.opendocument.presentation",
		"ppt": "application/vnd.ms-powerpoint", "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
		"p7m": "application/pkcs7-mime", "p7s": "application/pkcs7-signature", "tsd": "application/timestamped-data",
	},
	FileSheet: {
		"csv": "text/csv", "xls": "application/vnd.ms-excel", "ods": "application/vnd.oasis.opendocument.spreadsheet",
		"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	},
	FilePicture: {
		"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp",
		"tif": "image/tiff", "tiff": "image/tiff", "webp": "image/webp", "heic": "image/heic",
	},
	FileMail:    {"eml": "message/rfc822", "msg": "application/vnd.ms-outlook"},
	FileArchive: {"zip": "application/zip", "7z": "application/x-7z-compressed", "rar": "application/vnd.rar", "gz": "application/gzip", "tar": "application/x-tar"},
	FileMedia: {
		"mp3": "audio/mpeg", "m4a": "audio/mp4", "wav": "audio/wav", "ogg": "audio/ogg", "opus": "audio/ogg",
		"mp4": "video/mp4", "mov": "video/quicktime", "avi": "video/x-msvideo", "mkv": "video/x-matroska", "webm": "video/webm",
	},
}

// programs are endings of what runs, or holds what another program would run.
var programs = strings.Fields(`
	exe com bat cmd msi msp msu mst scr pif cpl dll ocx sys drv msc reg inf lnk url website scf gadget appref-ms application
	js jse mjs vbs vbe vb ws wsf wsh wsc sct hta ps1 psm1 psd1 ps1xml chm hlp jar jnlp class
	desktop sh bash zsh csh ksh run bin out elf so appimage deb rpm flatpakref snap app command workflow pkg dmg
	py pyc pyw pl rb php lua tcl awk iso img vhd vhdx cab
	htm html xhtml mht mhtml svg xsl xslt
	docm dotm xlsm xltm xlsb xlam xll pptm potm ppsm ppam sldm accdb accde mdb ade adp
	settingcontent-ms search-ms library-ms diagcab theme themepack`)

// KindOfFile tells by its name what a file is. What the system would run is told
// by the last ending: «fattura.pdf.exe» is a program.
func KindOfFile(name string) (kind FileKind, mime string) {
	ending := FileEnding(name)
	for kind, endings := range fileKinds {
		if mime, ok := endings[ending]; ok {
			return kind, mime
		}
	}
	const unknown = "application/octet-stream"
	if slices.Contains(programs, ending) {
		return FileProgram, unknown
	}
	return FileOther, unknown
}

// FileEnding is the last ending of a name in small letters, without its dot; ""
// where there is none. Windows passes over dots and spaces at the end.
func FileEnding(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Ext(strings.TrimRight(name, ". ")), "."))
}

// HoldsProgram says that bytes begin as a program does, whatever its name says.
func HoldsProgram(data []byte) bool {
	// What begins a program of Windows could begin a text too: a program goes on
	// with zeros.
	if bytes.HasPrefix(data, []byte("MZ")) && bytes.IndexByte(data[:min(64, len(data))], 0) >= 0 {
		return true
	}
	for _, magic := range []string{"\x7fELF", "\xfe\xed\xfa\xce", "\xfe\xed\xfa\xcf", "\xce\xfa\xed\xfe", "\xcf\xfa\xed\xfe", "\xca\xfe\xba\xbe", "[Desktop Entry]"} {
		if bytes.HasPrefix(data, []byte(magic)) {
			return true
		}
	}
	return false
}
