import type { z } from 'zod';
import type { Knex } from 'knex';
import type { Contract, EndpointName, Input } from '../shared/contract/index.ts';
import type { Role } from '../shared/contract/define.ts';
import type { Database } from '../db/connection.ts';
import type { PrintPort } from './print/port-type.ts';

export type SignedInUser = { userId: number; name: string; role: Role };

/** Who is at a window or a terminal; only the dispatcher's host handlers change it. */
export type Session = { user: SignedInUser | null; locked: boolean };

export type Progress = { done: number; total: number; label: string };

/** What lies outside the books; the terminal has no dialogs and no printer. */
export type Ports = {
  pickToOpen?: (kind: 'roster' | 'backup' | 'barrier' | 'photo' | 'evidence') => Promise<string | null>;
  pickToSave?: (name: string, extension: string) => Promise<string | null>;
  print?: PrintPort;
};

export type Log = { info(message: string): void; error(message: string): void };

/** The open books and what surrounds them: what a host handler works with. */
export type Office = {
  database: Database;
  dataFolder: string;
  ports: Ports;
  log: Log;
  clock: () => Date;
  version: string;
  /** Closes the database, calls, opens it again: only a restore needs it. */
  whileClosed(work: () => Promise<void>): Promise<void>;
};

type Common = {
  /** The one instant of this call; rules take time from here, never from a clock. */
  now: Date;
  /** The local day of `now`. */
  today: string;
  progress: (progress: Progress) => void;
  /** Throws CANCELLED when the caller gave up; long work calls it between steps. */
  checkCancelled: () => void;
};

/** What a query or command gets: `db` is already the transaction. */
export type Context = Common & { db: Knex.Transaction; user: SignedInUser; dataFolder: string; version: string; locked: boolean };
export type HostContext = Common & { office: Office; session: Session; user: SignedInUser | null };

type ContextOf<Name extends EndpointName> = Contract[Name]['kind'] extends 'host' ? HostContext : Context;
export type Handler<Name extends EndpointName> = (context: ContextOf<Name>, input: Input<Name>) => Promise<z.input<Contract[Name]['output']>>;
export type Handlers = { [Name in EndpointName]: Handler<Name> };
