import { zlibSync } from 'fflate';

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 255]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let at = 0; at < 4; at++) bytes[4 + at] = type.charCodeAt(at);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crcOf(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/**
 * A PNG of packed colours (at most 256 different ones, as a colour table gives): 8 bits a pixel with a palette
 * of the colours in use. The same pixels give the same bytes. Format: https://www.w3.org/TR/png-3/
 */
export function encodePng(pixels: Uint32Array, width: number, height: number): Uint8Array {
  const palette = new Map<number, number>();
  const raw = new Uint8Array((width + 1) * height);
  for (let row = 0; row < height; row++) {
    for (let col = 0; col < width; col++) {
      const color = pixels[row * width + col]!;
      if (!palette.has(color)) palette.set(color, palette.size);
      raw[row * (width + 1) + 1 + col] = palette.get(color)!;
    }
  }
  const colors = Uint8Array.from(
    [...palette.keys()].flatMap((color) => [color & 255, (color >>> 8) & 255, (color >>> 16) & 255]),
  );
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 3, 0, 0, 0], 8);
  const parts = [
    Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10),
    chunk('IHDR', header),
    chunk('PLTE', colors),
    chunk('IDAT', zlibSync(raw, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
