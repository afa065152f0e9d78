import { lazy, type ComponentType } from 'react';
import { FrontDeskPage } from '../pages/payments/FrontDeskPage.tsx';

/** Wraps a page in Ant Design's look; both are fetched only when the page is first opened. */
function withAntd(load: () => Promise<ComponentType>) {
  return lazy(async () => {
    const [Page, { AntdLook }] = await Promise.all([load(), import('../components/antd-look.tsx')]);
    return {
      default: () => (
        <AntdLook>
          <Page />
        </AntdLook>
      ),
    };
  });
}

/** The screens by their name in the address. The desk is there from the start, the others come when asked for. */
export const screens = {
  payments: FrontDeskPage,
  homes: withAntd(async () => (await import('../pages/homes/HomesPage.tsx')).HomesPage),
  fees: withAntd(async () => (await import('../pages/fees/FeesPage.tsx')).FeesPage),
  arrears: withAntd(async () => (await import('../pages/arrears/ArrearsPage.tsx')).ArrearsPage),
  parking: withAntd(async () => (await import('../pages/parking/ParkingPage.tsx')).ParkingPage),
  charging: withAntd(async () => (await import('../pages/charging/ChargingPage.tsx')).ChargingPage),
  market: withAntd(async () => (await import('../pages/market/MarketPage.tsx')).MarketPage),
  shifts: withAntd(async () => (await import('../pages/shifts/ShiftsPage.tsx')).ShiftsPage),
  channels: withAntd(async () => (await import('../pages/channels/ChannelsPage.tsx')).ChannelsPage),
  statements: withAntd(async () => (await import('../pages/statements/StatementsPage.tsx')).StatementsPage),
  periods: withAntd(async () => (await import('../pages/periods/PeriodsPage.tsx')).PeriodsPage),
  costs: withAntd(async () => (await import('../pages/costs/CostsPage.tsx')).CostsPage),
  ledger: withAntd(async () => (await import('../pages/ledger/LedgerPage.tsx')).LedgerPage),
  board: withAntd(async () => (await import('../pages/board/BoardPage.tsx')).BoardPage),
  settings: withAntd(async () => (await import('../pages/settings/SettingsPage.tsx')).SettingsPage),
  roster: withAntd(async () => (await import('../pages/roster/RosterPage.tsx')).RosterPage),
} satisfies Record<string, ComponentType>;

export type ScreenName = keyof typeof screens;

/** The screen of an address; the desk when it names none. */
export function screenOf(page: string): ScreenName {
  return Object.hasOwn(screens, page) ? (page as ScreenName) : 'payments';
}

/** The index tabs in order; a rule is drawn before the books. */
export const tabs: { screen: ScreenName; ruleBefore?: boolean }[] = [
  { screen: 'payments' },
  { screen: 'homes' },
  { screen: 'fees' },
  { screen: 'arrears' },
  { screen: 'parking' },
  { screen: 'charging' },
  { screen: 'market' },
  { screen: 'shifts', ruleBefore: true },
  { screen: 'channels' },
  { screen: 'costs' },
  { screen: 'periods' },
  { screen: 'statements' },
  { screen: 'ledger' },
  { screen: 'board' },
  { screen: 'settings' },
];
