export function AgeingPart() {
  return null;
}
