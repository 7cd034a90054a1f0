/** How object keys are spelled: a month and a random id. Never a name, a person or a programme. Never used twice. */
export function objectKey({ id, now }: { id: string; now: string }): string {
  return `${now.slice(0, 4)}/${now.slice(5, 7)}/${id}`;
}

const MIB = 1024 * 1024;

/** Bytes of one part: 8 MiB up to 1 GiB, 16 MiB up to 8 GiB, then 64 MiB. */
export function partBytesFor(bytes: number): number {
  if (bytes <= 1024 * MIB) return 8 * MIB;
  return bytes <= 8 * 1024 * MIB ? 16 * MIB : 64 * MIB;
}

/** How many parts a file has. An empty file has none. */
export function partCount(bytes: number, partBytes: number): number {
  return Math.ceil(bytes / partBytes);
}

/** The bytes of part `number` (from 1): all parts are full but the last. Zero for a part that does not exist. */
export function bytesOfPart(number: number, { bytes, partBytes }: { bytes: number; partBytes: number }): number {
  if (!Number.isInteger(number) || number < 1 || number > partCount(bytes, partBytes)) return 0;
  return Math.min(partBytes, bytes - (number - 1) * partBytes);
}
