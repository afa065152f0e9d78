import { inflateRawSync } from 'node:zlib';

/** One file inside a zip archive, as its directory names it. */
export type ZipPart = { name: string; method: number; packedBytes: number; bytes: number; offset: number; encrypted: boolean };

const END_RECORD = 0x06054b50;
const DIRECTORY_RECORD = 0x02014b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;

/** Lists the parts of a zip archive; undefined when its directory cannot be read. */
export function listZipParts(archive: Buffer): ZipPart[] | undefined {
  const end = findEnd(archive);
  if (end === undefined) return undefined;
  const count = archive.readUInt16LE(end + 10);
  const parts: ZipPart[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== DIRECTORY_RECORD) return undefined;
    const nameBytes = archive.readUInt16LE(at + 28);
    parts.push({
      name: archive.toString('utf8', at + 46, at + 46 + nameBytes),
      method: archive.readUInt16LE(at + 10),
      packedBytes: archive.readUInt32LE(at + 20),
      bytes: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
      encrypted: (archive.readUInt16LE(at + 8) & 1) === 1,
    });
    at += 46 + nameBytes + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return parts;
}

function findEnd(archive: Buffer): number | undefined {
  const first = Math.max(0, archive.length - END_BYTES - LONGEST_COMMENT);
  for (let at = archive.length - END_BYTES; at >= first; at -= 1) {
    if (archive.readUInt32LE(at) === END_RECORD) return at;
  }
  return undefined;
}

/**
 * Unpacks one part, but never more than `limitBytes`, whatever sizes the archive declares.
 * Answers 'too-large' beyond the limit and 'damaged' when it cannot be unpacked.
 */
export function unpackPart(archive: Buffer, part: ZipPart, limitBytes: number): Buffer | 'too-large' | 'damaged' {
  if (part.bytes > limitBytes) return 'too-large';
  if (part.offset + 30 > archive.length) return 'damaged';
  const start = part.offset + 30 + archive.readUInt16LE(part.offset + 26) + archive.readUInt16LE(part.offset + 28);
  const packed = archive.subarray(start, start + part.packedBytes);
  if (part.method === 0) return packed;
  if (part.method !== 8) return 'damaged';
  try {
    return inflateRawSync(packed, { maxOutputLength: limitBytes });
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : 'damaged';
  }
}
