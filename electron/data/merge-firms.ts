import { mergeRows, rowsOfFirm } from '#electron/db/merge-rows.ts';
import type { ReadDb, WriteTx } from '#electron/db/open.ts';
import { listClaims } from '#electron/db/tables/claims.ts';
import type { FirmRecord } from '#electron/db/tables/firm-row.ts';
import { listFirmYears, putFirmYear } from '#electron/db/tables/firm-years.ts';
import { getFirm, refreshSearch, updateFirm } from '#electron/db/tables/firms.ts';
import { getAccount } from '#electron/db/tables/payments.ts';
import { listFirmPlans, updatePlan } from '#electron/db/tables/plans.ts';
import { listPoolEvents } from '#electron/db/tables/pool-events.ts';
import { listProjects } from '#electron/db/tables/projects.ts';
import { endServiceOfficer, listServiceOfficers } from '#electron/db/tables/service-officers.ts';
import { listTitleEvents } from '#electron/db/tables/title-events.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Day } from '#shared/domain/day.ts';
import { type FirmFields, firmFieldLabels, firmFields } from '#shared/domain/firm.ts';
import { type FirmYear, type YearFigures, yearFigures } from '#shared/domain/firm-year.ts';
import type { Pack } from '#shared/policy/pack.ts';
import { firmFieldText, statusText } from '#shared/text/firm-text.ts';
import { maskPhone } from '#shared/text/mask.ts';
import { figureLabel, figureText } from '#shared/text/year-figure-text.ts';
import type { OpenLedger } from './context.ts';
import { placeLabels, titleLabel } from './labels.ts';

type Comparison = OutputOf<'duplicates.compare'>;
/** The record that stays and the one that goes. */
type Both = { readonly keep: FirmRecord; readonly gone: FirmRecord };

/** Both records. Throws `not-found`, `bad-request` when they are one. */
export function bothFirms({ ledger }: OpenLedger, keepId: number, goneId: number): Both {
  if (keepId === goneId) throw new AppError('bad-request', { problem: '请选两家不同的企业。' });
  const [keep, gone] = [getFirm(ledger.read, keepId), getFirm(ledger.read, goneId)];
  if (keep === undefined || gone === undefined) throw new AppError('not-found');
  return { keep, gone };
}

/** One record as the list of duplicates shows it. */
export function mergeSide(open: OpenLedger, { id, fields, status }: FirmRecord): Comparison['keep'] {
  const { name, code, streetId } = fields;
  const { streets } = placeLabels(open.pack);
  return {
    id,
    name,
    code,
    streetLabel: streetId === null ? null : (streets.get(streetId) ?? streetId),
    statusLabel: statusText[status],
    rows: [...rowsOfFirm(open.ledger.read, id)],
  };
}

/** Two records side by side. Throws `not-found`. */
export function compareFirms(open: OpenLedger, keepId: number, goneId: number): Comparison {
  const both = bothFirms(open, keepId, goneId);
  const { keep, gone } = both;
  const { read } = open.ledger;
  return {
    keep: mergeSide(open, keep),
    gone: mergeSide(open, gone),
    fields: differingFields(open.pack, both),
    filled: firmFields
      .filter((field) => keep.fields[field] === null && gone.fields[field] !== null)
      .map((field) => firmFieldLabels[field]),
    years: yearsOfBoth(read, both).flatMap(({ year, mine, theirs }) => {
      const figures = yearFigures
        .filter((figure) => differ(mine[figure], theirs[figure]))
        .map((figure) => ({
          label: figureLabel(figure),
          keep: figureText(figure, mine[figure]),
          gone: figureText(figure, theirs[figure]),
        }));
      return figures.length === 0 ? [] : [{ year, figures }];
    }),
    accounts: getAccount(read, keep.id) !== undefined && getAccount(read, gone.id) !== undefined,
    obstacles: [...mergeObstacles(open, both)],
    notes: [...mergeNotes(open, both)],
  };
}

function differ(mine: unknown, theirs: unknown): boolean {
  return mine !== null && theirs !== null && mine !== theirs;
}

function differingFields(pack: Pack, { keep, gone }: Both): Comparison['fields'] {
  const labels = placeLabels(pack);
  const textOf = ({ fields }: FirmRecord, field: keyof FirmFields) =>
    field === 'contactPhone' ? maskPhone(fields.contactPhone) : firmFieldText(field, fields[field], labels);
  const facts: Comparison['fields'] = firmFields
    .filter((field) => differ(keep.fields[field], gone.fields[field]))
    .map((field) => ({
      field,
      label: firmFieldLabels[field],
      keep: textOf(keep, field),
      gone: textOf(gone, field),
    }));
  if (keep.status === gone.status) return facts;
  const status = { keep: statusText[keep.status], gone: statusText[gone.status] };
  return [...facts, { field: 'status', label: '状态', ...status }];
}

function yearsOfBoth(db: ReadDb, { keep, gone }: Both) {
  const mine = new Map(listFirmYears(db, keep.id).map((each) => [each.year, each]));
  return listFirmYears(db, gone.id).flatMap((theirs) => {
    const own = mine.get(theirs.year);
    return own === undefined ? [] : [{ year: theirs.year, mine: own, theirs }];
  });
}

/** What must be settled first: money for the same thing twice, a project twice, sample data mixed with real. */
function mergeObstacles({ ledger, pack }: OpenLedger, { keep, gone }: Both): readonly string[] {
  const live = (firmId: number) =>
    listClaims(ledger.read, { firmId }).filter((claim) => claim.state !== 'withdrawn');
  const groundOf = ({ clauseId, groundKey }: { clauseId: string; groundKey: string }) =>
    `${clauseId}/${groundKey}`;
  const mine = new Set(live(keep.id).map(groundOf));
  const projects = new Set(
    listProjects(ledger.read, { firmId: keep.id }).map(({ kindId, name }) => `${kindId}/${name}`),
  );
  return [
    ...(keep.sample === gone.sample ? [] : ['一家是示例企业、一家是真实企业，不能合并']),
    ...live(gone.id)
      .filter((claim) => mine.has(groundOf(claim)))
      .map((claim) => {
        const clause = pack.clauses.find((each) => each.id === claim.clauseId)?.title ?? claim.clauseId;
        return `同一事由两家都已立项：${clause}，${claim.groundLabel}。请先撤回其中一项；两项都已拨付的，先追回多付的一笔并撤销其拨付登记`;
      }),
    ...listProjects(ledger.read, { firmId: gone.id })
      .filter(({ kindId, name }) => projects.has(`${kindId}/${name}`))
      .map(({ name }) => `项目“${name}”两家都有登记，请先删除其中一份`),
  ];
}

/** What a person should look at after the merge. */
function mergeNotes({ ledger, pack }: OpenLedger, { keep, gone }: Both): readonly string[] {
  const { read } = ledger;
  const titlesOf = (firmId: number) =>
    new Set(listTitleEvents(read, { firmId }).map((event) => event.titleId));
  const mine = titlesOf(keep.id);
  const shared = [...titlesOf(gone.id)].filter((titleId) => mine.has(titleId));
  const claimed = listClaims(read).some(
    (claim) =>
      (claim.firmId === keep.id || claim.firmId === gone.id) &&
      claim.titleId !== null &&
      shared.includes(claim.titleId),
  );
  const poolsOf = (firmId: number) =>
    new Set(listPoolEvents(read).flatMap((event) => (event.firmId === firmId ? [event.poolId] : [])));
  const mineInPools = poolsOf(keep.id);
  const pools = [...poolsOf(gone.id)].filter((poolId) => mineInPools.has(poolId));
  const running = (firmId: number) => listFirmPlans(read, firmId).some((plan) => plan.closedOn === null);
  return [
    ...shared.map(
      (titleId) => `两家都有${titleLabel(pack, titleId)}的称号事件，合并后按同一称号推算，同一批次只算一次`,
    ),
    ...(claimed ? ['合并后首次认定的日期可能提前，已立项的请核对，必要时重新测算'] : []),
    ...pools.map(
      (poolId) =>
        `两家都有${pack.pools.find((pool) => pool.id === poolId)?.label ?? poolId}的登记，合并后请核对入库、出库日期`,
    ),
    ...(running(keep.id) && running(gone.id) ? ['两家都有进行中的一企一策，并入的一份自动结案'] : []),
  ];
}

/**
 * 合并 within an open change set.
 * @throws AppError `merge-refused` while something stands in the way
 */
export function mergeFirms(
  open: OpenLedger,
  tx: WriteTx,
  input: ParsedInputOf<'duplicates.merge'>,
  today: Day,
): void {
  const both = bothFirms(open, input.keepId, input.goneId);
  const { keep, gone } = both;
  const obstacles = mergeObstacles(open, both);
  if (obstacles.length > 0) {
    throw new AppError('merge-refused', { problem: `有 ${obstacles.length} 件事要先办` }, [...obstacles]);
  }
  mergeYears(tx, both, new Set(input.takeYears));
  if (getAccount(tx, keep.id) !== undefined && getAccount(tx, gone.id) !== undefined) {
    tx.write('DELETE FROM bank_account WHERE firm_id = ?').run(input.takeAccount ? keep.id : gone.id);
  }
  closeSecondPlan(tx, both, today);
  endSecondOfficer(tx, both, today);
  mergeRows(tx, keep.id, gone, today);
  const taken = new Set<string>(input.takeFields);
  const fields = Object.fromEntries(
    firmFields
      .filter((field) => gone.fields[field] !== null && (keep.fields[field] === null || taken.has(field)))
      .map((field) => [field, gone.fields[field]]),
    // The keys are firm fields with the values of a firm.
  ) as Partial<FirmFields>;
  updateFirm(tx, keep.id, {
    fields,
    ...('code' in fields ? { codeState: gone.codeState } : {}),
    ...(taken.has('status') ? { status: gone.status } : {}),
    today,
  });
  refreshSearch(tx, keep.id);
}

/** Years both have: what only one knows is kept, where they differ the chosen one counts. */
function mergeYears(tx: WriteTx, both: Both, taken: ReadonlySet<number>): void {
  for (const { year, mine, theirs } of yearsOfBoth(tx, both)) {
    const [first, second] = taken.has(year) ? [theirs, mine] : [mine, theirs];
    tx.write('DELETE FROM firm_year WHERE firm_id = ? AND year = ?').run(both.gone.id, year);
    putFirmYear(tx, both.keep.id, year, {
      figures: figuresOfBoth(first, second),
      source: first.source ?? second.source,
      remark: first.remark ?? second.remark,
    });
  }
}

function figuresOfBoth(first: FirmYear, second: FirmYear): Partial<YearFigures> {
  // Every key is a figure with a value of that figure.
  return Object.fromEntries(
    yearFigures.map((figure) => [figure, first[figure] ?? second[figure]]),
  ) as Partial<YearFigures>;
}

function closeSecondPlan(tx: WriteTx, { keep, gone }: Both, today: Day): void {
  const running = (firmId: number) => listFirmPlans(tx, firmId).find((plan) => plan.closedOn === null);
  const second = running(gone.id);
  if (second === undefined || running(keep.id) === undefined) return;
  const closedOn = today < second.openedOn ? second.openedOn : today;
  updatePlan(tx, { ...second, closedOn, result: `企业记录合并，并入${keep.fields.name}` });
}

/** The firm that stays keeps its 服务专员; that of the other ends, since a firm has one at a time. */
function endSecondOfficer(tx: WriteTx, { keep, gone }: Both, today: Day): void {
  const running = listServiceOfficers(tx).filter(({ until }) => until === null);
  const second = running.find(({ firmId }) => firmId === gone.id);
  if (second === undefined || !running.some(({ firmId }) => firmId === keep.id)) return;
  endServiceOfficer(tx, second.id, today < second.from ? second.from : today);
}
