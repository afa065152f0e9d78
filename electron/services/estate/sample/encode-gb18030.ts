/** Alipay writes GB18030, which the platform can only read: its two-byte codes, found by reading them all once. */
let codes: Map<string, number> | undefined;

const UNKNOWN = '?'.charCodeAt(0);

/** Encodes text of ASCII and common Chinese characters; a character that has no code of two bytes becomes a question mark, as platforms write it. */
export function encodeGb18030(text: string): Buffer {
  codes ??= readCodes();
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign < '\u0080' ? sign.charCodeAt(0) : (codes.get(sign) ?? UNKNOWN);
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return Buffer.from(bytes);
}

function readCodes(): Map<string, number> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if ([...sign].length === 1 && sign !== '\ufffd' && !found.has(sign)) found.set(sign, (lead << 8) | trail);
    }
  }
  return found;
}
