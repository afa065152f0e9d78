const format = new Intl.NumberFormat('zh-CN');

/** A count with thousands separators: `13,000`. */
export function countText(count: number): string {
  return format.format(count);
}
