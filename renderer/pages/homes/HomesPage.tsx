import { PageHead } from '../../components/PageHead.tsx';

export function HomesPage() {
  return (
    <main className="page">
      <PageHead title="" />
    </main>
  );
}
