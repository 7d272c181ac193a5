import { firmHeads } from '#electron/db/tables/firms.ts';
import type { Clause } from '#shared/policy/clause.ts';
import { titleGrounds } from '#shared/policy/title-grounds.ts';
import type { PolicyCase } from '#shared/policy/what-if.ts';
import type { OpenLedger } from './context.ts';
import { titleBook } from './title-holdings.ts';

/** A case of the ledger with the name of its firm. */
export type LedgerCase = PolicyCase & { readonly firmName: string };

/** Every case the ledger knows for the money clauses of its pack, whether it earns something or not; writes nothing. */
export function policyCases(
  open: OpenLedger,
  clauses: readonly Clause[] = open.pack.clauses,
): readonly LedgerCase[] {
  const { ledger, pack } = open;
  const { events } = titleBook(ledger.read, pack);
  const byFirm = new Map<number, (typeof events)[number][]>();
  for (const event of events) {
    const list = byFirm.get(event.firmId);
    if (list === undefined) byFirm.set(event.firmId, [event]);
    else list.push(event);
  }
  const heads = firmHeads(ledger.read, [...byFirm.keys()]);
  return [...byFirm].flatMap(([firmId, own]) =>
    clauses.flatMap((clause) =>
      titleGrounds(clause, own).map((ground) => ({
        clause,
        on: ground.on,
        facts: ground.facts,
        label: ground.label,
        subject: { firmId, titleId: ground.titleId, kind: clause.id },
        streetId: heads.get(firmId)?.streetId ?? null,
        firmName: heads.get(firmId)?.name ?? '',
      })),
    ),
  );
}
