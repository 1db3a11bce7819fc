const POLYNOMIAL = 0xedb88320;
const BYTE = 0xff;
const BITS = 8;

const TABLE: Uint32Array = Uint32Array.from({ length: BYTE + 1 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < BITS; bit += 1) value = value & 1 ? POLYNOMIAL ^ (value >>> 1) : value >>> 1;
  return value;
});

/** The CRC-32 of the bytes from `start` up to `end`, as PNG chunks carry it (PNG specification, annex D: https://www.w3.org/TR/png-3/#D-CRCAppendix). */
export function crc32(bytes: Uint8Array, start = 0, end = bytes.length): number {
  let crc = 0xffffffff;
  for (let index = start; index < end; index += 1) {
    crc = (TABLE[(crc ^ (bytes[index] ?? 0)) & BYTE] ?? 0) ^ (crc >>> BITS);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
