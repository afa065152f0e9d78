import { PageHead } from '../../components/PageHead.tsx';

export function FeesPage() {
  return (
    <main className="page">
      <PageHead title="" />
    </main>
  );
}
