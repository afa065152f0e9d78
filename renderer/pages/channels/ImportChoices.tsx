import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mappedColumns, type ColumnMapping, type MappedColumn } from '../../../shared/domain/channel-types.ts';
import type { CallInput, Output } from '../../../shared/contract/index.ts';
import { useCommand } from '../../api.ts';
import { Button, Segments } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { ProgressBar, RefusalNote } from '../../components/states.tsx';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { Labelled } from '../ledger/book/Labelled.tsx';
import { channels, type Channel } from './channels-route.ts';
import { ImportPreview } from './ImportPreview.tsx';
import { MappingTable } from './MappingTable.tsx';

type Inspected = Output<'channels.inspect'>;
type ImportChoicesProps = { file: string; inspected: Inspected; onImported: (answer: Output<'channels.import'>) => void };

/** Whose file it is and, of a bank, which column is which; then what importing it would do, and the button that does it. */
export function ImportChoices({ file, inspected, onImported }: ImportChoicesProps) {
  const { t } = useTranslation('channels');
  const [channel, setChannel] = useState<Channel | undefined>(inspected.channel ?? undefined);
  const [month, setMonth] = useState<string | undefined>();
  const [mapping, setMapping] = useState<ColumnMapping>(inspected.mapping);
  const [profile, setProfile] = useState(inspected.profile ?? '');
  const [shown, setShown] = useState<Output<'channels.import'> | undefined>();
  const preview = useCommand('channels.import', { reloads: false });
  const importing = useCommand('channels.import');
  const isBank = channel === 'bank';
  const missing = isBank ? missingOf(mapping) : [];
  const change = (apply: () => void) => {
    apply();
    setShown(undefined);
    preview.clear();
    importing.clear();
  };
  const input = (commit: boolean): CallInput<'channels.import'> => ({
    file, channel: channel ?? 'bank', commit, ...(month !== undefined && { month }), ...(isBank && (inspected.profile === null || mapping !== inspected.mapping) && { mapping }), ...(isBank && profile.trim() !== '' && { profile: profile.trim() }),
  });
  const check = async () => {
    const reply = await preview.run(input(false));
    if (reply.ok) setShown(reply.value);
  };
  const commit = async () => {
    const reply = await importing.run(input(true));
    if (reply.ok) onImported(reply.value);
  };
  return (
    <>
      <section className="card import-choices">
        <Labelled label={t('import.whose')} hint={inspected.channel ? t('import.guessed', { channel: t(`channel.${inspected.channel}`) }) : t('import.notGuessed')}>
          <Segments<Channel | ''> label={t('import.whose')} value={channel ?? ''} choices={channels.map((value) => ({ value, label: t(`channel.${value}`) }))} onChange={(value) => change(() => setChannel(value === '' ? undefined : value))} />
        </Labelled>
        <Labelled label={t('import.expectMonth')}>
          <DayInput label={t('import.expectMonth')} placeholder={t('import.anyMonth')} month value={month} onChange={(value) => change(() => setMonth(value))} />
        </Labelled>
        {isBank && <Field label={t('import.profile')} value={profile} onChange={(value) => change(() => setProfile(value))} maxLength={40} hint={inspected.profile ? t('import.known', { name: inspected.profile }) : t('import.profileHint')} />}
        <Button look={shown ? 'plain' : 'main'} disabled={channel === undefined || missing.length > 0 || preview.running} onClick={() => void check()}>
          {t('import.check')}
        </Button>
      </section>
      {isBank && !shown && <MappingTable inspected={inspected} mapping={mapping} missing={missing} onChange={(next) => change(() => setMapping(next))} />}
      {preview.running && <ProgressBar progress={preview.progress} label={t('import.checking')} onCancel={preview.cancel} />}
      <RefusalNote refusal={preview.refusal ?? importing.refusal} />
      {shown && <ImportPreview answer={shown} running={importing.running} onCommit={() => void commit()} />}
    </>
  );
}

/** What a bank's file cannot do without. */
function missingOf(mapping: ColumnMapping): MappedColumn[] {
  const has = (column: MappedColumn) => mapping[column] !== undefined;
  return mappedColumns.filter((column) => (column === 'date' && !has('date')) || (column === 'amount' && !has('amount') && !has('income')));
}
