// Reads the two archive formats a registry package may hold, with Node alone, so that fetching the
// runtime needs neither tar nor unzip on the machine.
import { gunzipSync, inflateRawSync } from 'node:zlib';

/** The content of the first file in a .tgz whose path ends with `ending`. Throws when there is none. */
export function fileInTarball(tgz, ending) {
  const tar = gunzipSync(tgz);
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0;
    if (name.endsWith(ending)) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`no ${ending} in the archive`);
}

const END_OF_DIRECTORY = 0x06054b50;

/**
 * The entries of a zip (no zip64, no encryption), read from its central directory:
 * `{ name, mode, read() }`. A folder's name ends with a slash.
 */
export function* entriesOfZip(zip) {
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new Error('not a zip file');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    const local = zip.readUInt32LE(at + 42);
    yield {
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      mode: (zip.readUInt32LE(at + 38) >>> 16) & 0o777,
      read: () => {
        const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
        const data = zip.subarray(from, from + packed);
        return method === 0 ? data : inflateRawSync(data);
      },
    };
    at += 46 + nameLength + extraLength + commentLength;
  }
}
