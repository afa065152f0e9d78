import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { useMay } from '../../session.ts';
import { AddUserForm } from './AddUserForm.tsx';
import { UserRow } from './UserRow.tsx';
import './users.css';

/** Who may use the program and as what; the manager changes it. */
export function UsersPart() {
  const { t } = useTranslation('users');
  return useMay('manager', 'auditor') ? <UserTable /> : <EmptyNote title={t('notAllowed')} />;
}

function UserTable() {
  const { t } = useTranslation('users');
  const mayChange = useMay('manager');
  const list = useQuery('users.list', {});
  const items = list.value?.items;
  return (
    <div className="users-area">
      <section className="card users-list">
        <div className="sec">
          <h2>{t('title')}</h2>
          <span className="muted small">{t('note')}</span>
        </div>
        <RefusalNote refusal={list.refusal} onRetry={list.reload} />
        {!items && list.state === 'loading' && <Skeleton rows={4} />}
        {items?.length === 0 && <EmptyNote title={t('none')} />}
        {items && items.length > 0 && (
          <table className="book">
            <thead>
              <tr>
                <th>{t('name')}</th>
                <th>{t('role')}</th>
                <th>{t('state')}</th>
                <th>{t('since')}</th>
                {mayChange && <th>{t('actions')}</th>}
              </tr>
            </thead>
            <tbody>
              {items.map((user) => (
                <UserRow key={user.userId} user={user} mayChange={mayChange} />
              ))}
            </tbody>
          </table>
        )}
      </section>
      {mayChange && <AddUserForm />}
    </div>
  );
}
