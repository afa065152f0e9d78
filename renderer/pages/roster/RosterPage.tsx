import { PageHead } from '../../components/PageHead.tsx';

export function RosterPage() {
  return (
    <main className="page">
      <PageHead title="" />
    </main>
  );
}
