import { firmHeads } from '#electron/db/tables/firms.ts';
import type { Clause } from '#shared/policy/clause.ts';
import type { PolicyCase } from '#shared/policy/what-if.ts';
import type { OpenLedger } from './context.ts';
import { ledgerGrounds } from './grounds.ts';

/** A case of the ledger with the name of its firm. */
export type LedgerCase = PolicyCase & { readonly firmName: string };

/** Every case the ledger knows for the money clauses of its pack, whether it earns something or not; writes nothing. */
export function policyCases(
  open: OpenLedger,
  clauses: readonly Clause[] = open.pack.clauses,
): readonly LedgerCase[] {
  const wanted = new Set(clauses.map((clause) => clause.id));
  const grounds = ledgerGrounds(open).filter((ground) => wanted.has(ground.clause.id));
  const heads = firmHeads(open.ledger.read, [...new Set(grounds.map((ground) => ground.firmId))]);
  return grounds.map(({ clause, on, facts, label, subject, firmId }) => ({
    clause,
    on,
    facts,
    label,
    subject,
    streetId: heads.get(firmId)?.streetId ?? null,
    firmName: heads.get(firmId)?.name ?? '',
  }));
}
