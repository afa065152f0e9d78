import { PageHead } from '../../components/PageHead.tsx';

export function SettingsPage() {
  return (
    <main className="page">
      <PageHead title="" />
    </main>
  );
}
