import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFile } from '../support/builders.ts';
import { givenChargers } from '../support/charging.ts';
import { openOffice, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeEach(async () => { office = await openOffice(); await givenChargers(office); });
afterEach(() => office.close());

const HEAD = '订单号,充电桩编号,枪号,开始时间,结束时间,充电电量(度),订单金额(元)';
const line = (order: string, day = 16, start = `2026-09-${day} 20:22:00`, end = `2026-09-${day} 21:04:00`) => `${order},EV-01,1,${start},${end},22.9980,`;
const take = (lines: readonly string[], more: { month?: string } = {}) => {
  const file = temporaryFile('csv');
  writeFileSync(file, lines.join('\r\n'));
  return office.get('charging.importSessions', { file, platform: '某平台', commit: true, ...more });
};

describe('lines that were taken before', () => {
  it('are repeats also when the charger is out of service or weaker by now', async () => {
    await take([HEAD, line('A1')]);
    await office.get('charging.changeDevice', { code: 'EV-01', ratedW: 7000 });
    expect(await take([HEAD, '', line('A1')])).toMatchObject({ accepted: 0, repeats: 1, conflicts: [], needsReview: [] });
    await office.get('charging.changeDevice', { code: 'EV-01', to: '2026-09-01' });
    expect(await take([HEAD, '', '', line('A1')])).toMatchObject({ accepted: 0, repeats: 1, conflicts: [], needsReview: [] });
    expect(await take([HEAD, line('A1').replace('22.9980', '22.9990')])).toMatchObject({ accepted: 0, repeats: 0, conflicts: ['A1'] });
  });

  it('are no file of another month', async () => {
    await take([HEAD, line('A1')]);
    expect(await take([HEAD, '', line('A1')], { month: '2026-09' })).toMatchObject({ accepted: 0, repeats: 1 });
  });

  it('contradict each other when the platform parts the same energy otherwise, in whatever order', async () => {
    const head = '订单号,充电桩编号,枪号,开始时间,结束时间,充电电量(度),峰电量,平电量';
    const parted = (order: string, peak: number) => `${order},EV-01,1,2026-09-16 18:30:00,2026-09-16 19:30:00,10,${peak},${10 - peak}`;
    expect(await take([head, parted('A1', 4), parted('A1', 6), parted('A2', 6), parted('A2', 4), parted('A3', 4), parted('A3', 4)])).toMatchObject({ accepted: 1, repeats: 1, conflicts: ['A1', 'A2'] });
  });

  it('and are contradicted far below keep how the platform parted their energy', async () => {
    const head = '订单号,充电桩编号,枪号,开始时间,结束时间,充电电量(度),峰电量,平电量';
    const parted = (order: string, energy: number) => `${order},EV-01,1,2026-09-16 18:30:00,2026-09-16 19:30:00,${energy},4,${energy - 4}`;
    const between = Array.from({ length: 9000 }, (_, index) => `B${index},EV-01,1,2026-09-16 18:30:00,2026-09-16 19:30:00,10,,`);
    expect(await take([head, parted('A1', 10), ...between, parted('A1', 11)])).toMatchObject({ accepted: 9000, conflicts: ['A1'] });
    const { items } = await office.get('charging.listReview', { limit: 10 });
    expect(items.map(({ cells }) => [cells['energy'], cells['peak'], cells['flat']]).sort()).toEqual([['10.0000', '4.0000', '6.0000'], ['11.0000', '4.0000', '7.0000']]);
  });
});

describe('a file', () => {
  it('loses no line behind a quote that is not closed', async () => {
    for (const [part, broken] of [['A', (order: string, day: number) => `"${line(order, day)}`], ['B', (order: string, day: number) => `${line(order, day)}"`]] as const) {
      const done = await take([HEAD, line(`${part}1`, 16), broken(`${part}2`, 17), line(`${part}3`, 18), line(`${part}4`, 19)]);
      expect(done.accepted + done.needsReview.length, part).toBe(4);
      expect(done.needsReview.map(({ orderNo }) => orderNo)).toEqual(part === 'A' ? [] : ['B2']);
    }
  });

  it('of many lines loses none behind a quote that is not closed', async () => {
    const many = Array.from({ length: 9000 }, (_, index) => line(`C${index}`, 10 + (index % 20)));
    many[3] = `"${many[3] ?? ''}`;
    expect(await take([HEAD, ...many])).toMatchObject({ accepted: 9000, lines: 9000, needsReview: [] });
  });

  it('names one order by the text that a workbook keeps as a formula or with an apostrophe', async () => {
    expect(await take([HEAD, line('="20260016031832230675"'), line('20260016031832230675\t'), line("'20260016031832230675")])).toMatchObject({ accepted: 1, repeats: 2, conflicts: [] });
  });

  it('may spell out which socket it was', async () => {
    const sockets = ['7号插座', '插座07', '7号口', '第7路', '7.0', '7'].map((socket) => `S1,EB-01,${socket},2026-09-16 20:22:00,2026-09-16 21:10:00,0.5000,`);
    expect(await take([HEAD, ...sockets])).toMatchObject({ accepted: 1, repeats: 5, conflicts: [], needsReview: [] });
  });

  it('may have sums and heads between its lines, spaced and without the empty columns', async () => {
    expect(await take([`${HEAD},,`, line('A1'), '合　计,,,,,22.9980,', '总 计：1,,,,,22.9980,', '本页合计,,,,,22.9980,', HEAD, line('A2', 17)])).toMatchObject({ accepted: 2, lines: 2, needsReview: [] });
  });

  it('may write its times with a zone, with slashes and without seconds', async () => {
    expect(await take([HEAD, line('A1', 16, '2026-09-16T12:22Z', '2026-09-16T13:04:00Z'), line('A1', 16, '2026/9/16 20:22+08:00', '2026/09/16 21:04:00 +0800')])).toMatchObject({ accepted: 1, repeats: 1, conflicts: [], needsReview: [] });
  });
});
