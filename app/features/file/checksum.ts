/** CRC-32 (IEEE 802.3) in the browser, the same as the server's: 8 hexadecimal digits. */
export function crc32Text(bytes: Uint8Array): string {
  let sum = 0xffffffff;
  for (let index = 0; index < bytes.length; index++)
    sum = (table[(sum ^ (bytes[index] ?? 0)) & 0xff] ?? 0) ^ (sum >>> 8);
  return ((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}

const POLYNOMIAL = 0xedb88320;
const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  return value;
});
