import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { ObjectionsCard } from './ObjectionsCard.tsx';
import { PostingsCard } from './PostingsCard.tsx';

/** Where sheets hang, and what people said about them. */
export function WallPart() {
  const { t } = useTranslation('statements');
  const list = useQuery('statements.list', {});
  const published = (list.value?.items ?? []).filter(({ publishedAt }) => publishedAt !== null);
  return (
    <div className="st-scroll">
      <RefusalNote refusal={list.refusal} onRetry={list.reload} />
      {list.value === undefined && !list.refusal && <Skeleton rows={6} height={30} />}
      {list.value && published.length === 0 && <section className="card"><EmptyNote title={t('wall.none')}>{t('wall.noneNote')}</EmptyNote></section>}
      {published.length > 0 && <><PostingsCard published={published} /><ObjectionsCard published={published} /></>}
    </div>
  );
}
