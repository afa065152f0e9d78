import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { call, useCommand } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { ProgressBar, RefusalNote } from '../../../components/states.tsx';
import type { Refusal } from '../../../../shared/errors.ts';
import { countText } from '../../ledger/book/count-text.ts';

type Result = Output<'parking.importSpaces'>;
type Shown = { file: string; result: Result; done: boolean };

/** Importing a file of spaces: choose, see what it would do, import, result. */
export function SpacesImport({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation(['parking', 'common']);
  const [shown, setShown] = useState<Shown | undefined>();
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const { run, running, progress, cancel } = useCommand('parking.importSpaces');
  const read = async (file: string, commit: boolean) => {
    setRefusal(undefined);
    const reply = await run({ file, commit, acceptErrors: true });
    if (reply.ok) setShown({ file, result: reply.value, done: commit });
    else setRefusal(reply);
  };
  const pick = async () => {
    setRefusal(undefined);
    const reply = await call('files.pickToOpen', { kind: 'roster' });
    if (!reply.ok) return setRefusal(reply);
    if (reply.value.file === null) return;
    setShown(undefined);
    await read(reply.value.file, false);
  };
  return (
    <div className="parking-area">
      <section className="card parking-main spaces-import">
        <div className="sec">
          <h2>{t('spaces.import')}</h2>
          <span className="muted small">{shown?.file.split(/[\\/]/).at(-1)}</span>
          <span className="hint">
            {shown && <Button onClick={() => void pick()}>{t('import.another')}</Button>}
            <Button onClick={onLeave}>{t('import.leave')}</Button>
          </span>
        </div>
        {running && <ProgressBar progress={progress} label={t('import.reading')} onCancel={cancel} />}
        <RefusalNote refusal={refusal} />
        {!shown && !running && <ImportStart onPick={() => void pick()} />}
        {shown && !running && <ImportResult {...shown} onImport={() => void read(shown.file, true)} onAgain={() => void read(shown.file, false)} onLeave={onLeave} />}
      </section>
    </div>
  );
}

function ImportStart({ onPick }: { onPick: () => void }) {
  const { t } = useTranslation('parking');
  return (
    <div className="import-start">
      <p>{t('import.note')}</p>
      <p className="muted">{t('import.columns')}</p>
      <p className="muted">{t('import.rules')}</p>
      <Button look="main" autoFocus onClick={onPick}>
        {t('import.pick')}
      </Button>
    </div>
  );
}

function ImportResult({ result, done, onImport, onAgain, onLeave }: Shown & { onImport: () => void; onAgain: () => void; onLeave: () => void }) {
  const { t } = useTranslation('parking');
  const refused = new Set(result.errors.map(({ row }) => row)).size;
  const facts: [string, number, boolean][] = [[t(done ? 'import.addedDone' : 'import.added'), result.added, false], [t('import.unchanged'), result.unchanged, false], [t('import.refused'), refused, refused > 0]];
  return (
    <>
      <dl className="import-facts">
        {facts.map(([name, count, red]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={red ? 'red' : ''}>{countText(count)}</dd>
          </div>
        ))}
      </dl>
      {result.errors.length > 0 ? <ImportErrors errors={result.errors} /> : <p className="import-clean muted">{t('import.clean')}</p>}
      <div className="import-acts">
        {done && (
          <span className="good" role="status">
            {t('import.done', { count: result.added })}
          </span>
        )}
        {done ? (
          <Button look="main" onClick={onLeave}>
            {t('import.seeSpaces')}
          </Button>
        ) : (
          <>
            <span className="muted small">{result.added === 0 ? t('import.nothing') : t('import.preview')}</span>
            <Button onClick={onAgain}>{t('import.again')}</Button>
            <Button look="main" disabled={result.added === 0} onClick={onImport}>
              {t(refused > 0 ? 'import.commitSound' : 'import.commit', { count: result.added })}
            </Button>
          </>
        )}
      </div>
    </>
  );
}

function ImportErrors({ errors }: { errors: Result['errors'] }) {
  const { t } = useTranslation('parking');
  const shown = errors.slice(0, 500);
  return (
    <div className="import-errors">
      <table className="book">
        <thead>
          <tr>
            <th className="num">{t('import.row')}</th>
            <th>{t('import.column')}</th>
            <th>{t('import.value')}</th>
            <th>{t('import.reason')}</th>
            <th>{t('space.code')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((error, index) => (
            <tr key={index}>
              <td className="num">{error.row}</td>
              <td>{error.header || error.column}</td>
              <td>{error.value}</td>
              <td className="red">{t(`importReason.${error.reason as 'DIFFERS'}`, { defaultValue: error.reason })}</td>
              <td>{error.code}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {errors.length > shown.length && <p className="muted small">{t('import.moreErrors', { count: errors.length - shown.length })}</p>}
    </div>
  );
}
