import type { CostFund } from '../../shared/domain/cost-target.ts';
import { firstDay, lastDay } from '../../shared/domain/period.ts';
import { jsonTable, row, rows, run, type Db } from '../sql.ts';
import type { AttachedFile } from './attachments.ts';
import type { By } from './charging-meters.ts';

export type NewContract = { formId: string; code: string; title: string; counterparty: string; direction: 'cost' | 'income'; fund: CostFund; account: string; target: string; from: string; to: string; place: string; standard: string; totalFen: number };

export async function insertContract(db: Db, contract: NewContract, instalments: readonly { dueOn: string; amountFen: number }[], digests: readonly string[], by: By): Promise<number> {
  const found = await row<{ contractId: number }>(db, `insert into cost_contract (form_id, code, title, counterparty, direction, fund, account, target, from_on, to_on, place, standard, total_fen, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning contract_id as contractId`,
    [contract.formId, contract.code, contract.title, contract.counterparty, contract.direction, contract.fund, contract.account, contract.target, contract.from, contract.to, contract.place, contract.standard, contract.totalFen, by.userId, by.userName, by.at]);
  const contractId = found?.contractId ?? 0;
  await run(db, `insert into cost_instalment (contract_id, no, due_on, amount_fen) select ?, no, due_on, fen from ${jsonTable(['no', 'due_on', 'fen'])}`, [contractId, JSON.stringify(instalments.map(({ dueOn, amountFen }, index) => [index + 1, dueOn, amountFen]))]);
  await run(db, `insert into cost_contract_attachment (contract_id, digest, place) select ?, digest, place from ${jsonTable(['digest', 'place'])} where 1 on conflict do nothing`, [contractId, JSON.stringify(digests.map((digest, index) => [digest, index + 1]))]);
  return contractId;
}

export type ContractRow = Omit<NewContract, 'formId' | 'account'> & { contractId: number; formId: string; account: string; by: string };
const COLUMNS = `contract_id as contractId, form_id as formId, code, title, counterparty, direction, fund, account, target, from_on as "from", to_on as "to", place, standard, total_fen as totalFen, user_name as by`;

export function findContract(db: Db, by: { formId: string } | { code: string }): Promise<ContractRow | undefined> {
  return 'formId' in by ? row(db, `select ${COLUMNS} from cost_contract where form_id = ?`, [by.formId]) : row(db, `select ${COLUMNS} from cost_contract where code = ?`, [by.code]);
}

export function listContracts(db: Db): Promise<ContractRow[]> {
  return rows(db, `select ${COLUMNS} from cost_contract order by to_on desc, contract_id`);
}

/** The voucher that stands for an instalment: one that was neither rejected nor reversed. */
const STANDING = `select v.instalment_id, v.cost_id, v.cost_no, exists (select 1 from cost_decision d where d.cost_id = v.cost_id and d.kind = 'approve') as approved from cost_voucher v where v.instalment_id is not null and not exists (select 1 from cost_decision x where x.cost_id = v.cost_id and x.kind in ('reject', 'reverse'))`;

export type InstalmentRow = { instalmentId: number; contractId: number; no: number; dueOn: string; amountFen: number; costId: string | null; costNo: string | null; approved: 0 | 1 | null };

export function listInstalments(db: Db): Promise<InstalmentRow[]> {
  return rows(db, `with standing as (${STANDING}) select i.instalment_id as instalmentId, i.contract_id as contractId, i.no, i.due_on as dueOn, i.amount_fen as amountFen, s.cost_id as costId, s.cost_no as costNo, s.approved from cost_instalment i left join standing s using (instalment_id) order by i.contract_id, i.no`);
}

export type InstalmentFacts = InstalmentRow & { code: string; direction: 'cost' | 'income'; fund: CostFund; account: string };

export function findInstalment(db: Db, instalmentId: number): Promise<InstalmentFacts | undefined> {
  return row(db, `with standing as (${STANDING} and v.instalment_id = ?) select i.instalment_id as instalmentId, i.contract_id as contractId, i.no, i.due_on as dueOn, i.amount_fen as amountFen, s.cost_id as costId, s.cost_no as costNo, s.approved, c.code, c.direction, c.fund, c.account
    from cost_instalment i join cost_contract c using (contract_id) left join standing s using (instalment_id) where i.instalment_id = ?`, [instalmentId, instalmentId]);
}

export function listContractFiles(db: Db): Promise<(AttachedFile & { contractId: number })[]> {
  return rows(db, 'select c.contract_id as contractId, c.digest, a.name, a.media_type as mediaType, length(a.bytes) as bytes from cost_contract_attachment c join attachment a using (digest) order by c.contract_id, c.place');
}

/** What a sheet says of contracts that bring other common income; `source` is advertising, telecom or venue, `parties` whether its firm is counted here (a firm of several contracts counts once for a source), `billedFen` the instalments that fall due in the period. */
export type ContractOfPeriod = { source: string; code: string; title: string; place: string; parties: number; from: string; to: string; standard: string; billedFen: number };

/** Contracts of income whose term meets months, both included; index: cost_contract_term. No counterparty leaves here: sheets count them. */
export function listContractsOfPeriod(db: Db, from: string, to: string): Promise<ContractOfPeriod[]> {
  const [first, last] = [firstDay(from), lastDay(to)];
  return rows(db, `select c.target as source, c.code, c.title, c.place, row_number() over (partition by c.target, c.counterparty order by c.code) = 1 as parties, c.from_on as "from", c.to_on as "to", c.standard,
      (select coalesce(sum(i.amount_fen), 0) from cost_instalment i where i.contract_id = c.contract_id and i.due_on between ? and ?) as billedFen
    from cost_contract c where c.direction = 'income' and c.from_on <= ? and (c.to_on > ? or exists (select 1 from cost_instalment i where i.contract_id = c.contract_id and i.due_on between ? and ?)) order by c.target, c.code`, [first, last, last, first, first, last]);
}
