import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../build/paths.mjs';
import type { CallInput, EndpointName, Output } from '../../shared/contract/index.ts';
import type { Role } from '../../shared/contract/define.ts';
import type { Reply } from '../../shared/errors.ts';
import { programEnvironment } from './e2e-app.ts';

export const PASSWORD = '样板密码-2026';

/** Runs the built terminal on a data folder that no window has open; its one Reply. */
function terminal(data: string, password: string, args: readonly string[]): Reply<unknown> {
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'out/app/cli.cjs'), ...args, '--data', data], {
    encoding: 'utf8', env: { ...programEnvironment(), MINGBAI_PASSWORD: password },
  });
  // Exactly one line of JSON, and nothing else.
  if (!/^\{[^\n]*\}\n$/.test(stdout)) throw new Error(`the terminal said:\n${stdout}\n${stderr}`);
  return JSON.parse(stdout) as Reply<unknown>;
}

/** Calls an endpoint that must succeed and answers its value. */
export function callTerminal<Name extends EndpointName>(data: string, endpoint: Name, input: CallInput<Name>, user = 'manager'): Output<Name> {
  const reply = terminal(data, PASSWORD, ['call', endpoint, JSON.stringify(input), '--user', user]);
  if (!reply.ok) throw new Error(`${endpoint}: ${reply.code} ${JSON.stringify(reply.details)}`);
  return reply.value as Output<Name>;
}

/** Fills a data folder with a small sample estate; its manager is `manager` with `PASSWORD`. */
export function givenSample(data: string, { homes = 40 } = {}): void {
  const reply = terminal(data, PASSWORD, ['sample', '--homes', String(homes), '--years', '1']);
  if (!reply.ok) throw new Error(`sample: ${reply.code}`);
}

/** Adds a user with `PASSWORD`. */
export function givenUser(data: string, name: string, role: Role): void {
  callTerminal(data, 'users.add', { name, role, password: PASSWORD });
}
