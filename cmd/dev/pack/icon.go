package pack

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/png"

	"golang.org/x/image/draw"
)

// Icon is a picture in the size asked for, as PNG.
func Icon(picture image.Image, size int) ([]byte, error) {
	var b bytes.Buffer
	if err := png.Encode(&b, scaled(picture, size)); err != nil {
		return nil, fmt.Errorf("icon of %d: %w", size, err)
	}
	return b.Bytes(), nil
}

func scaled(picture image.Image, size int) *image.NRGBA {
	out := image.NewNRGBA(image.Rect(0, 0, size, size))
	draw.CatmullRom.Scale(out, out.Bounds(), picture, picture.Bounds(), draw.Src, nil)
	return out
}

// WindowsIcon is a picture as Windows takes it (ICO): the small sizes as
// bitmaps, which every tool reads, the large one as PNG.
func WindowsIcon(picture image.Image) ([]byte, error) {
	var pictures [][]byte
	sizes := []int{16, 24, 32, 48, 256}
	for _, size := range sizes {
		if size < 256 {
			pictures = append(pictures, bitmap(scaled(picture, size)))
			continue
		}
		p, err := Icon(picture, size)
		if err != nil {
			return nil, err
		}
		pictures = append(pictures, p)
	}
	const header, entry = 6, 16
	out := binary.LittleEndian.AppendUint16(nil, 0)
	out = binary.LittleEndian.AppendUint16(out, 1) // an icon
	out = binary.LittleEndian.AppendUint16(out, uint16(len(sizes)))
	at := header + entry*len(sizes)
	for i, size := range sizes {
		out = append(out, byte(size), byte(size), 0, 0) // 256 is written as 0
		out = binary.LittleEndian.AppendUint16(out, 1)
		out = binary.LittleEndian.AppendUint16(out, 32)
		out = binary.LittleEndian.AppendUint32(out, uint32(len(pictures[i])))
		out = binary.LittleEndian.AppendUint32(out, uint32(at))
		at += len(pictures[i])
	}
	return append(out, bytes.Join(pictures, nil)...), nil
}

// bitmap is a picture as it stands in an icon: header, rows from below in BGRA,
// and a mask that the transparency makes idle.
func bitmap(p *image.NRGBA) []byte {
	size := p.Bounds().Dx()
	mask := (size + 31) / 32 * 4 * size
	out := binary.LittleEndian.AppendUint32(nil, 40)
	out = binary.LittleEndian.AppendUint32(out, uint32(size))
	out = binary.LittleEndian.AppendUint32(out, uint32(2*size)) // picture and mask
	out = binary.LittleEndian.AppendUint16(out, 1)
	out = binary.LittleEndian.AppendUint16(out, 32)
	out = append(out, make([]byte, 24)...)
	for y := size - 1; y >= 0; y-- {
		for x := range size {
			c := p.NRGBAAt(x, y)
			out = append(out, c.B, c.G, c.R, c.A)
		}
	}
	return append(out, make([]byte, mask)...)
}
