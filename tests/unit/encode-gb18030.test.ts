import { expect, it } from 'vitest';
import { encodeGb18030 } from '../../electron/services/estate/sample/encode-gb18030.ts';

const read = (bytes: Uint8Array): string => new TextDecoder('gb18030').decode(bytes);

it('reads back as it was written, and writes what has no code of two bytes as a question mark', () => {
  expect(read(encodeGb18030('支付宝 3-2-501，￥'))).toBe('支付宝 3-2-501，￥');
  expect(read(encodeGb18030('电😀费\ufffd\ud800'))).toBe('电?费??');
});
