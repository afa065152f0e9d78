export function RatesPart() {
  return null;
}
