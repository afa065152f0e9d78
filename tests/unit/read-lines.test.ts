import { writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { openLines } from '../../electron/files/read-lines.ts';
import { temporaryFile } from '../support/builders.ts';

async function read(content: string | Buffer): Promise<{ rows: (string | null)[][]; firstRows: number[] }> {
  const file = temporaryFile('csv');
  writeFileSync(file, content);
  const rows: (string | null)[][] = [];
  const firstRows: number[] = [];
  for await (const batch of (await openLines(file)).batches()) {
    firstRows.push(batch.firstRow);
    rows.push(...batch.rows);
  }
  return { rows, firstRows };
}

/** Text in GB18030 of the few characters that the tests need. */
const gb = (text: string): Buffer => Buffer.concat([...text].map((letter) => (letter === '电' ? Buffer.from([0xb5, 0xe7]) : letter === '颐' ? Buffer.from([0xd2, 0xc3]) : Buffer.from(letter))));

describe('lines of a file', () => {
  it.each([['CR LF', '\r\n'], ['LF', '\n'], ['CR', '\r']])('end in %s, with quoted cells at their ends and breaks within them', async (_, end) => {
    expect((await read(`a,b${end}1,"x,${end}y"${end}2,"z"${end}`)).rows.filter((row) => row.length > 1)).toEqual([['a', 'b'], ['1', 'x,\ny'], ['2', 'z']]);
  });

  it('may end in both ways in one file', async () => {
    expect((await read('a,b\r\n1,x\n2,"y"\r\n')).rows.filter((row) => row.length > 1)).toEqual([['a', 'b'], ['1', 'x'], ['2', 'y']]);
  });

  it('come in parts to the same as at once, numbered from the first', async () => {
    const text = ['no,name', ...Array.from({ length: 40_000 }, (_, index) => `${index},"第 ${index} 号, ""引号"""`)].join('\r\n');
    const { rows, firstRows } = await read(text);
    expect(rows).toEqual(Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' }).data);
    expect(firstRows.length).toBeGreaterThan(3);
    expect(firstRows[0]).toBe(1);
  });

  // 0xD2 could begin a letter of UTF-8: only the next part tells that it does not.
  it.each([0, 1, 2, 3])('are GB18030 wherever a letter is cut in two by the parts (%i)', async (shift) => {
    const part = 256 * 1024;
    const ascii = `a,b\n${'1,2\n'.repeat(part)}`.slice(0, part - 1 - shift);
    const { rows } = await read(gb(`${ascii}颐颐颐电,电\n`));
    expect(rows.flat().join('')).toContain('颐颐颐电');
  });
});
