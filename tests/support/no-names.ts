import type { Knex } from 'knex';
import { expect } from 'vitest';
import { rows } from '../../db/sql.ts';

/** Whatever the books hold of a resident, a tenant, a firm or a user of a charger that a public sheet must not show: names, phones, plates, rooms, cards. Names of the office's own people may stand there. */
export async function privateTexts(raw: Knex): Promise<string[]> {
  const found = await rows<{ text: string }>(raw, `select name as text from person union select phone from person union select holder from charging_holder union select phone from charging_holder union select name from company union select contact from company union select phone from company
    union select plate from lease_plate union select plate from charging_session union select plate from vehicle union select label from home union select card_no from charging_card union select customer from charging_session union select payer from payment`);
  const staff = new Set((await rows<{ name: string }>(raw, 'select name from user')).map(({ name }) => name));
  // Several owners stand in one field, and so do several phones.
  return [...new Set(found.flatMap(({ text }) => text.split(/[、/,，]/)).map((text) => text.trim()))].filter((text) => text.length > 1 && !staff.has(text));
}

/** Fails with what was found of anybody in any of the texts. */
export async function expectNoNames(raw: Knex, texts: readonly string[]): Promise<void> {
  const all = texts.join('\n');
  const known = await privateTexts(raw);
  expect(known.length).toBeGreaterThan(0);
  // Short numbers of cards and tails stand in amounts by chance; they must not stand alone.
  expect(known.filter((text) => (/^\d{1,6}$/.test(text) ? new RegExp(`(?<![\\d.,-])${text}(?![\\d.,-])`).test(all) : all.includes(text)))).toEqual([]);
}
