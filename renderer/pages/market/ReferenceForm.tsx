import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useCommand } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { useSession } from '../../session.ts';
import { plainYuan } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { Labelled } from '../ledger/book/Labelled.tsx';
import { NameInput } from './DeliveryForm.tsx';
import { readFen } from './market-values.ts';

type Line = { key: number; product: string; reference: string; shop: string };
type Item = Output<'market.board'>['items'][number];

/** The market's prices from a day on, all products that are on the board at once. */
export function ReferenceForm({ items, onDone, onClose }: { items: readonly Item[]; onDone: (words: string) => void; onClose: () => void }) {
  const { t } = useTranslation('market');
  const { today } = useSession();
  const [from, setFrom] = useState<string | undefined>(today);
  const [source, setSource] = useState(() => items.find((item) => item.source !== '')?.source ?? '');
  const [lines, setLines] = useState<Line[]>(() => (items.length === 0 ? [{ key: 0, product: '', reference: '', shop: '' }] : items.map((item, key) => ({ key, product: item.product, reference: item.referenceFen === null ? '' : plainYuan(item.referenceFen), shop: '' }))));
  const { run, running, refusal } = useCommand('market.setReference');
  const change = (key: number, part: Partial<Line>) => setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const read = lines.flatMap(({ product, reference, shop }) => {
    const [referenceFen, shopFen] = [readFen(reference), readFen(shop)];
    return product.trim() === '' || !referenceFen || shopFen === undefined || shopFen === 0 ? [] : [{ product: product.trim(), referenceFen, ...(shopFen !== null && { shopFen }) }];
  });
  const ready = from !== undefined && source.trim() !== '' && read.length === lines.length;
  const save = async () => {
    if (!ready) return;
    const reply = await run({ from, source, items: read });
    if (reply.ok) onDone(t('board.saved', { count: reply.value.set }));
  };
  const problem = (text: string) => (readFen(text) === undefined || readFen(text) === 0 ? t('badPrice') : undefined);
  return (
    <form className="card market-entry market-reference" aria-label={t('board.setTitle')} onKeyDown={(event) => event.key === 'Escape' && onClose()} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <div className="sec"><h2>{t('board.setTitle')}</h2><span className="hint"><Button onClick={onClose}>{t('close')}</Button></span></div>
      <p className="muted small">{t('board.setNote')}</p>
      <div className="market-form"><Labelled label={t('board.fromDay')}><DayInput label={t('board.fromDay')} clearable={false} value={from} onChange={setFrom} /></Labelled><Field className="wide" label={t('board.sourceLabel')} value={source} maxLength={80} autoFocus onChange={setSource} /></div>
      <div className="market-lines">
        {lines.map((line, index) => (
          <div key={line.key} className="market-form">
            <NameInput label={`${t('product')} ${String(index + 1)}`} value={line.product} known={items.map(({ product }) => product)} onChange={(product) => change(line.key, { product })} />
            <Field className="num-field" label={`${t('board.referenceKg')} ${String(index + 1)}`} value={line.reference} maxLength={10} problem={problem(line.reference)} onChange={(reference) => change(line.key, { reference })} />
            <Field className="short num-right" label={`${t('board.shopKg')} ${String(index + 1)}`} value={line.shop} maxLength={10} problem={problem(line.shop)} onChange={(shop) => change(line.key, { shop })} />
            {lines.length > 1 && <Button look="link" onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}>{t('board.remove')}</Button>}
          </div>
        ))}
      </div>
      <RefusalNote refusal={refusal} />
      <div className="market-acts"><Button look="link" onClick={() => setLines([...lines, { key: Math.max(...lines.map(({ key }) => key)) + 1, product: '', reference: '', shop: '' }])}>{t('board.add')}</Button><Button type="submit" look="main" disabled={!ready || running}>{t('save')}</Button></div>
    </form>
  );
}
