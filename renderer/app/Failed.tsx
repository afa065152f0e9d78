import { useTranslation } from 'react-i18next';
import { Button } from '../components/controls.tsx';
import { EmptyNote } from '../components/states.tsx';

/** Takes the place of everything when drawing failed: a bug, so all that helps is to open again. */
export function Failed() {
  const { t } = useTranslation('app');
  return (
    <div className="bare" role="alert">
      <EmptyNote title={t('broken')}>
        {t('brokenNote')}
        <br />
        <br />
        <Button look="main" autoFocus onClick={() => window.location.reload()}>
          {t('reopen')}
        </Button>
      </EmptyNote>
    </div>
  );
}
