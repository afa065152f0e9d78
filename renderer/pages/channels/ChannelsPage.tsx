import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Segments } from '../../components/controls.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { goTo, useRoute } from '../../route.ts';
import { useMay, useSession } from '../../session.ts';
import { monthOf } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { ImportPart } from './ImportPart.tsx';
import { LinesPart } from './LinesPart.tsx';
import { Overview } from './Overview.tsx';
import { SettlePart } from './SettlePart.tsx';
import { WorkPart } from './WorkPart.tsx';
import { channelParts, channelsParams, readChannelsRoute, type ChannelsRoute } from './channels-route.ts';
import './channels.css';

export type ChannelsPartProps = { route: ChannelsRoute; month: string; onChange: (changes: Partial<ChannelsRoute>) => void };

/** Reconciliation: what receipts and channels say of a month, the exceptions, every line, the settlements, and the import of files. */
export function ChannelsPage() {
  const { t } = useTranslation('channels');
  const { params } = useRoute();
  const { today } = useSession();
  const mayImport = useMay('manager', 'office');
  const route = readChannelsRoute(params);
  const change = useCallback((changes: Partial<ChannelsRoute>) => {
    // Read from the address itself: a filter may settle after another one was changed.
    const present = readChannelsRoute(new URLSearchParams(window.location.hash.split('?')[1] ?? ''));
    goTo('channels', channelsParams({ ...present, ...changes }));
  }, []);
  const month = route.month ?? monthOf(today);
  if (route.importing) return <ImportPart onClose={(changes) => change({ importing: false, ...changes })} />;
  return (
    <main className="page">
      <PageHead title={t('title')} note={t(`note.${route.part}`)}>
        {route.part !== 'work' && <DayInput label={t('month')} month clearable={false} value={month} onChange={(picked) => change({ month: picked })} />}
        <Segments label={t('title')} value={route.part} choices={channelParts.map((part) => ({ value: part, label: t(`part.${part}`) }))} onChange={(part) => change({ part, at: undefined })} />
        {mayImport && (
          <Button look={route.part === 'overview' ? 'main' : 'plain'} onClick={() => change({ importing: true })}>
            {t('importFile')}
          </Button>
        )}
      </PageHead>
      {route.part === 'overview' && <Overview route={route} month={month} onChange={change} />}
      {route.part === 'work' && <WorkPart route={route} month={month} onChange={change} />}
      {route.part === 'lines' && <LinesPart route={route} month={month} onChange={change} />}
      {route.part === 'settle' && <SettlePart route={route} month={month} onChange={change} />}
    </main>
  );
}
