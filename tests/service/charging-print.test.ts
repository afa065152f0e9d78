import { writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { PaperSize, PrintPort } from '../../electron/print/port-type.ts';
import { temporaryFile } from '../support/builders.ts';
import { EV_PERIODS, givenChargers, sessionCsv, type SheetSession } from '../support/charging.ts';
import { openOffice, refusal, type TestOffice } from '../support/open-office.ts';

type Printed = { html: string; page: PaperSize; file: string | null };
let office: TestOffice;
let printed: Printed[];
afterEach(() => office.close());

async function open(sessions: readonly SheetSession[], tariff: object = {}): Promise<number> {
  printed = [];
  const print: PrintPort = {
    toPdf: (html, page, file) => Promise.resolve(void printed.push({ html, page, file })).then(() => ({ bytes: 1 })), toBook: () => Promise.reject(new Error('a bill is no book')),
    toPrinter: (html, page) => Promise.resolve(void printed.push({ html, page, file: null })), close: () => undefined,
  };
  office = await openOffice({ ports: { print } });
  await givenChargers(office);
  await office.get('charging.defineTariff', { name: '汽车分时', kind: 'ev', from: '2026-01-01', periods: EV_PERIODS, ...tariff });
  const file = temporaryFile('csv');
  writeFileSync(file, sessionCsv(sessions));
  await office.get('charging.importSessions', { file, platform: '某平台', commit: true });
  return (await office.get('charging.listSessions', {})).items[0]?.sessionId ?? 0;
}

const session: SheetSession = { order: '2026<b>1', start: '2026-10-08 21:50:00', end: '2026-10-08 23:05:00', kwh: '8.0000', total: '6.57', phone: '138****4329' };
const text = (): string => (printed.at(-1)?.html ?? '').replace(/<style[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('charging.printSession', () => {
  it('explains a bill: periods, prices, the way of parting, the platform’s figure, and the sum in capitals', async () => {
    const sessionId = await open([session]);
    expect(await office.get('charging.printSession', { sessionId, to: 'printer' }, { as: 'cashier' })).toEqual({ file: null });
    expect(await office.get('charging.printSession', { sessionId, to: 'pdf', file: 'a.pdf' }, { as: 'office' })).toEqual({ file: 'a.pdf' });
    expect(printed.map(({ page, file }) => [page, file])).toEqual([[{ widthMm: 210, heightMm: 297 }, null], [{ widthMm: 210, heightMm: 297 }, 'a.pdf']]);
    expect(printed[0]?.html).toContain('2026&lt;b&gt;1');
    const page = text();
    for (const words of ['打印日期 2026-11-05', 'EV-01-1（汽车充电桩），地面停车场', '138****4329', '8.0000 度', '汽车分时（第 2 版）', '平 08:00–11:00、13:00–19:00、21:00–22:00 10 分 1.0667 0.9014 0.3000', '谷 00:00–08:00、11:00–13:00、22:00–24:00 1 小时 5 分 6.9333 0.3784 0.3000', '是估算', '只舍入一次：3.59 元；服务费一样：2.40 元', '平台收的是 6.57 元，比这里算的多 0.58 元', '应付大写 人民币伍元玖角玖分 ¥ 5.99']) expect(page).toContain(words);
    expect(page).not.toContain('更正和退款');
    expect(page).not.toContain('起步费');
  });

  it('says what a start fee, a minimum, a cap and parking did', async () => {
    let sessionId = await open([session], { startFee: 30, minimumFen: 1000, parkingFenPerHour: 200, parkingFreeMinutes: 60 });
    await office.get('charging.printSession', { sessionId, to: 'printer' });
    for (const words of ['起步费 0.30 元，算在服务费里', '不足最低消费 10.00 元，服务费补 3.71 元', '过了免费的 60 分钟，每小时 2.00 元，不足一小时按一小时，共 2.00 元', '人民币壹拾贰元整']) expect(text()).toContain(words);
    await office.close();
    sessionId = await open([session], { capFen: 500 });
    await office.get('charging.printSession', { sessionId, to: 'printer' });
    expect(text()).toContain('超过封顶 5.00 元，减 0.99 元，先减服务费');
  });

  it('shows what was corrected and given back, and what is left', async () => {
    const sessionId = await open([session]);
    await office.get('charging.correctSession', { sessionId, start: '2026-10-08T22:05', reason: '桩的时钟慢' });
    await office.get('charging.refundSession', { sessionId, amountFen: 43, reason: '枪线破损' });
    await office.get('charging.printSession', { sessionId, to: 'printer' });
    for (const words of ['开始 2026-10-08 22:05:00', '只有一个价', '2026-10-08 最初的账单 5.99', '2026-11-05 更正 桩的时钟慢 陈经理 −0.56', '退款 枪线破损 陈经理 −0.43', '现在算 5.00', '现在算大写 人民币伍元整', '平台收的是 6.57 元，比这里算的多 1.14 元']) expect(text()).toContain(words);
  });

  it('needs a window, a file for a PDF, and a session that is there', async () => {
    const sessionId = await open([session]);
    expect(await office.call('charging.printSession', { sessionId, to: 'pdf' })).toEqual(refusal('BAD_INPUT', { issues: [{ path: 'file', rule: 'required' }] }));
    expect(await office.call('charging.printSession', { sessionId: 99, to: 'printer' })).toEqual(refusal('NO_SUCH_SESSION', { sessionId: 99 }));
    const other = await openOffice();
    await givenChargers(other);
    const file = temporaryFile('csv');
    writeFileSync(file, sessionCsv([session]));
    await other.get('charging.importSessions', { file, platform: '某平台', commit: true });
    expect(await other.call('charging.printSession', { sessionId: 1, to: 'printer' })).toEqual(refusal('NEEDS_WINDOW', { endpoint: 'charging.printSession' }));
    await other.close();
  });
});
