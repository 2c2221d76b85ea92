/**
 * Remainders of every byte, with 0 to 3 bytes of zeros behind it: four bytes are then taken at once ("slicing by 4",
 * M. E. Kounavis and F. L. Berry, "Novel table lookup-based algorithms for high-performance CRC generation", 2008).
 */
const tables = remainders();

function remainders(): readonly Uint32Array[] {
  const first = Uint32Array.from({ length: 256 }, (_, index) => {
    let remainder = index;
    for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
    return remainder;
  });
  const all = [first];
  while (all.length < 4) all.push(all[all.length - 1].map((remainder) => (remainder >>> 8) ^ first[remainder & 255]));
  return all;
}

/** Checksum of zip entries (CRC-32, ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  const [zero, one, two, three] = tables;
  const whole = bytes.length & ~3;
  let crc = -1;
  let index = 0;
  while (index < whole) {
    crc ^= bytes[index] | (bytes[index + 1] << 8) | (bytes[index + 2] << 16) | (bytes[index + 3] << 24);
    crc = three[crc & 255] ^ two[(crc >>> 8) & 255] ^ one[(crc >>> 16) & 255] ^ zero[crc >>> 24];
    index += 4;
  }
  while (index < bytes.length) crc = (crc >>> 8) ^ zero[(crc ^ bytes[index++]) & 255];
  return (crc ^ -1) >>> 0;
}
