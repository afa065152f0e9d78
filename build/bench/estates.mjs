// The estates that are measured: made once, kept in out/bench, made again when what makes them changed.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { isFresh, stampOf, writeStamp } from '../stamp.mjs';
import { benchFolder, MANAGER, openOffice } from './backend.mjs';

/** What every estate is made of; those of the sample follow it, too. */
export const SCHEMA = join(root, 'db/migrations');
const SAMPLE = [SCHEMA, join(root, 'electron/services/estate/sample')];

/** The folder of an estate that `make` fills; made again when one of `sources` changed. */
export async function keep(name, make, sources = SAMPLE) {
  const folder = join(benchFolder, 'estates', name);
  const stampFile = join(folder, 'stamp');
  const stamp = stampOf([...sources, import.meta.filename]);
  if (isFresh(stampFile, stamp)) return folder;
  rmSync(folder, { recursive: true, force: true });
  const office = await openOffice(folder);
  try {
    await make(office, folder);
  } finally {
    await office.close();
  }
  writeStamp(stampFile, stamp);
  return folder;
}

/** The folder of the sample estate with this many homes and three years up to October 2026. */
export const sampleEstate = (homes) =>
  keep(`sample-${homes}`, (office) => office.call('estate.createSample', { homes, years: 3, seed: 7, until: '2026-10', password: MANAGER.password }));

/** The folder of an estate of `count` homes imported from a roster, with nothing billed yet. */
export const rosterEstate = (count) =>
  keep(`roster-${count}`, async (office, folder) => {
    const file = join(folder, 'roster.csv');
    writeFileSync(file, rosterRows(count).map((row) => row.join(',')).join('\n'));
    await createEstate(office);
    await office.call('roster.import', { file, commit: true, onError: 'refuse' });
  });

/** Opens the books of an empty folder and signs its manager in. */
export async function createEstate(office, opensOn = '2026-01-01') {
  await office.call('estate.create', { name: '测速小区', opensOn, manager: MANAGER });
  await office.signIn();
}

const HEADERS = ['序号', '楼栋', '单元', '房号', '业主姓名', '联系电话', '建筑面积(㎡)', '交房日期', '房屋状态', '物业费单价', '历史欠费', '备注'];
const SURNAMES = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蒋蔡余'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰晓溪建国文博思远佳琪雨欣子轩'];
// One home in twenty is not sold yet.
const STATUSES = [...Array(14).fill('入住'), ...Array(3).fill('空置'), '出租', '出租', '未售'];

/** A roster of `count` homes as an office writes it: header row first, every cell as text. The same for every run. */
export function rosterRows(count) {
  const pick = (list, index) => list[index % list.length];
  const rows = [HEADERS];
  for (let index = 0; index < count; index += 1) {
    const [floor, door] = [(index >> 1) % 18, index % 2];
    const status = pick(STATUSES, index * 7);
    const name = pick(SURNAMES, index * 31) + pick(GIVEN, index * 17 + (index >> 5)) + (index % 3 ? pick(GIVEN, index * 13 + (index >> 7)) : '');
    const sold = status !== '未售';
    rows.push([
      index + 1, `${Math.floor(index / 72) + 1}栋`, `${(Math.floor(index / 36) % 2) + 1}单元`, `${floor + 1}0${door + 1}`, sold ? name : '',
      sold ? `1${pick('3578', index)}${String((index * 7_919 + 12_345) % 1_000_000_000).padStart(9, '0')}` : '', (60 + (index * 37) % 9000 / 100).toFixed(2),
      `201${index % 10}-0${(index % 9) + 1}-1${index % 10}`, status, index % 4 ? '1.80' : '1.50', index % 9 ? '' : `${100 + (index % 700)}.50`, '',
    ]);
  }
  return rows.map((row) => row.map(String));
}
