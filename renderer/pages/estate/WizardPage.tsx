export function WizardPage(_props: { today: string; dataFolder: string }) {
  return <main className="page" />;
}
