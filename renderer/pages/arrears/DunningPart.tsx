export function DunningPart() {
  return null;
}
