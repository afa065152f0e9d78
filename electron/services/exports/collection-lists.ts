import { collectionRatios, percentText, type CollectionFigures, type RateName } from '../../../shared/domain/collection.ts';
import { collectionHomes, collectionReport, collectionTrend } from '../arrears/collection.ts';
import { exportOf, type Columns, type ListColumn } from './list-type.ts';

/** The figures of a line, and the rates that they make. */
function figureColumns<Item extends CollectionFigures>(c: Columns<Item>, { sum }: { sum: boolean }): ListColumn<Item>[] {
  const rate = (title: string, name: RateName) => c.text(title, (item) => percentText(collectionRatios(item)[name]), { width: 12 });
  return [
    c.yuan('出账', ({ current }) => current.billedFen, { sum }), c.yuan('作废', ({ current }) => current.cancelledFen, { sum }), c.yuan('当期已收', ({ current }) => current.collectedFen, { sum }), rate('当期收缴率', 'current'),
    c.yuan('期初欠费', ({ arrears }) => arrears.openingFen, { sum }), c.yuan('清欠已收', ({ arrears }) => arrears.collectedFen, { sum }), rate('清欠率', 'arrears'), rate('综合收缴率', 'combined'),
    c.whole('有账单户数', ({ households }) => households.billed, { width: 12 }), c.whole('结清户数', ({ households }) => households.paid), rate('户数收缴率', 'households'),
  ];
}

export const collectionLists = {
  'collection.report': exportOf('collection.report', collectionReport, (add) => [add({ name: '收缴率', items: ({ items }) => items, columns: (c) => [c.text('楼栋／费用项', ({ name }) => name), ...figureColumns(c, { sum: true })] })]),
  // What one month leaves owed is in the next one's opening, too: months do not add up.
  'collection.trend': exportOf('collection.trend', collectionTrend, (add) => [add({ name: '收缴率走势', items: ({ items }) => items, columns: (c) => [c.text('月份', ({ month }) => month, { width: 10 }), ...figureColumns(c, { sum: false })] })]),
  'collection.homes': exportOf('collection.homes', collectionHomes, (add) => [add({
    name: '收缴明细', items: ({ items }) => items, columns: (c) => [c.text('房号', ({ label }) => label), c.text('业主', ({ ownerName }) => ownerName, { width: 20 }), c.whole('账单', ({ bills }) => bills, { sum: true }), c.yuan('金额', ({ amountFen }) => amountFen)],
  })]),
};
