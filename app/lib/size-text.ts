const units = ["B", "KB", "MB", "GB", "TB"];

/**
 * «1.4 GB»: a size in bytes as people write it, the same in every language and on every page. Counted by 1024, as the
 * calls' limits are: on a computer that counts by 1000 a file looks larger than it is here, never smaller.
 */
export function sizeText(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  const value = bytes / 1024 ** power;
  return `${Number(value.toFixed(power > 1 && value < 100 ? 1 : 0))} ${units[power]}`;
}
