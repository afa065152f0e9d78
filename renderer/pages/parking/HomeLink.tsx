import { linkTo } from '../../route.ts';

/** A home or a company by name, which leads to its account; both pay at the desk. */
export function HomeLink({ homeId, label, isCompany = false }: { homeId: number; label: string; isCompany?: boolean }) {
  return (
    <a className="figure" href={isCompany ? linkTo('payments', { home: homeId }) : linkTo('homes', { home: homeId })}>
      {label}
    </a>
  );
}
