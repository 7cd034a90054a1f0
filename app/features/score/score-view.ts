/** A score of hundredths as it is printed: «73.5»; a dash where there is none. */
export function scoreText(hundredths: number | null): string {
  return hundredths === null ? "–" : (hundredths / 100).toFixed(1);
}
