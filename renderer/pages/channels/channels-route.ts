import type { CallInput } from '../../../shared/contract/index.ts';

export const channelParts = ['overview', 'work', 'lines', 'settle'] as const;
export type ChannelPart = (typeof channelParts)[number];
export type Channel = NonNullable<CallInput<'channels.list'>['channel']>;
export type ShownState = NonNullable<CallInput<'channels.list'>['state']>;

export const channels: readonly Channel[] = ['wechat', 'alipay', 'bank'];
const states: readonly ShownState[] = ['matched', 'exception', 'held', 'ignored', 'unsettled'];
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** What the address of the reconciliation says, e.g. `#/channels?part=work&channel=wechat&line=12`. */
export type ChannelsRoute = {
  part: ChannelPart; /** The import covers all parts. */ importing: boolean; month?: string | undefined; channel?: Channel | undefined; state?: ShownState | undefined; search?: string | undefined;
  /** The line that is decided on; of an entry that no file has, `e` and its number. */ at?: string | undefined;
};

/** Reads the address; unknown values are dropped. */
export function readChannelsRoute(params: URLSearchParams): ChannelsRoute {
  const text = (name: string) => params.get(name) || undefined;
  return {
    part: channelParts.find((part) => part === params.get('part')) ?? 'overview', importing: params.get('import') === '1', month: MONTH.test(params.get('month') ?? '') ? text('month') : undefined,
    channel: channels.find((channel) => channel === params.get('channel')), state: states.find((state) => state === params.get('state')), search: text('search'), at: text('at'),
  };
}

/** The parameters of an address for `linkTo('channels', …)`. */
export function channelsParams({ part, importing, ...rest }: ChannelsRoute): Record<string, string | number> {
  const wanted = { part: part === 'overview' ? undefined : part, import: importing ? '1' : undefined, ...rest };
  return Object.fromEntries(Object.entries(wanted).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ''));
}
