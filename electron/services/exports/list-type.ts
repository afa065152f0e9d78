import { z } from 'zod';
import type { Endpoint } from '../../../shared/contract/define.ts';
import type { ExportedList } from '../../../shared/contract/exports.ts';
import { contract, type Output } from '../../../shared/contract/index.ts';
import type { Context, Handler } from '../../context.ts';
import type { TableColumn, TableValue } from '../../files/write-table.ts';
import { parseInput } from '../../parse-input.ts';

/** One column: its head, its kind, and what it takes from an item. `sum`: it has a total. */
export type ListColumn<Item> = TableColumn & { of: (item: Item) => TableValue; sum?: boolean };

type ColumnMaker<Item> = (title: string, of: ListColumn<Item>['of'], change?: Partial<Pick<ListColumn<Item>, 'width' | 'sum'>>) => ListColumn<Item>;
const columnOf = <Item>(kind: TableColumn['kind'], width: number, unit = '', sum = false): ColumnMaker<Item> => (title, of, change = {}) => ({ title: `${title}${unit}`, kind, width, of, sum, ...change });

/** Columns by what they hold; those of yuan have a total, a balance after each row has none. */
export type Columns<Item> = Record<'text' | 'day' | 'whole' | 'area' | 'rate' | 'quantity' | 'yuan' | 'balance', ColumnMaker<Item>>;
const columnsFor = <Item>(): Columns<Item> => ({
  text: columnOf('text', 14), day: columnOf('date', 12), whole: columnOf('int', 10), area: columnOf('area', 12), rate: columnOf('rate', 12), quantity: columnOf('quantity', 12),
  yuan: columnOf('fen', 16, ' ¥', true), balance: columnOf('fen', 16, ' ¥'),
});

/** How a list query becomes a sheet. */
export type ListSheet<Name extends ExportedList, Item> = {
  name: string;
  items: (value: Output<Name>) => readonly Item[];
  columns: (c: Columns<Item>) => readonly ListColumn<Item>[];
};

/** A sheet's rows as they come, page by page. */
export type OpenSheet = { name: string; columns: TableColumn[]; sums: boolean[]; rows: TableValue[][] };

/** Reads all pages of a list and lays them out; the item types stay inside. */
export type ListExport = (context: Context, input: Record<string, unknown>) => Promise<OpenSheet[]>;

const PAGE = 1000;

/**
 * The export of a list: its own query, asked page after page with the input that the screen has, so that what is
 * saved cannot differ from what is shown.
 */
export function exportOf<Name extends ExportedList>(name: Name, handler: Handler<Name>, sheets: (add: <Item>(sheet: ListSheet<Name, Item>) => PageReader<Name>) => PageReader<Name>[]): ListExport {
  const endpoint: Endpoint = contract[name];
  const isPaged = endpoint.input instanceof z.ZodObject && 'limit' in endpoint.input.shape;
  return async (context, input) => {
    const readers = sheets(openSheet);
    let after: unknown;
    do {
      context.checkCancelled();
      const page = isPaged ? { ...input, limit: PAGE, ...(after === undefined ? {} : { after }) } : input;
      // The query's own schema made the input; a handler's answer fits the query's output.
      const value = (await (handler as (context: Context, input: unknown) => Promise<unknown>)(context, parseInput(endpoint, page))) as Output<Name> & { next?: unknown };
      for (const { take } of readers) take(value);
      after = value.next;
      context.progress({ done: readers.reduce((sum, { sheet }) => sum + sheet.rows.length, 0), total: 0, label: 'ROWS' });
    } while (after !== undefined);
    return readers.map(({ sheet }) => sheet);
  };
}

export type PageReader<Name extends ExportedList> = { sheet: OpenSheet; take: (value: Output<Name>) => void };

function openSheet<Name extends ExportedList, Item>({ name, items, columns: choose }: ListSheet<Name, Item>): PageReader<Name> {
  const columns = choose(columnsFor());
  const sheet: OpenSheet = { name, columns: columns.map(({ title, width, kind }) => ({ title, width, kind })), sums: columns.map(({ sum }) => sum ?? false), rows: [] };
  return { sheet, take: (value) => { for (const item of items(value)) sheet.rows.push(columns.map(({ of }) => of(item))); } };
}
