export function RecoveryPage() {
  return <main className="page" />;
}
