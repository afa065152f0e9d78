import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';

/** What list and floors show before a roster was imported: the way to the import. */
export function NoHomesYet() {
  const { t } = useTranslation('homes');
  return (
      <EmptyNote title={t('noHomes')}>
        <a className="text-link" href={linkTo('roster')}>
          {t('noHomesNote')}
        </a>
      </EmptyNote>
  );
}
