import { changeSet } from '#electron/db/change-set.ts';
import { getChangeSet, listChangeSets, listRowChanges, standingUndos } from '#electron/db/history.ts';
import type { ReadDb } from '#electron/db/open.ts';
import { countFirms, deleteSampleData, importedSampleFirms } from '#electron/db/tables/firms.ts';
import { deleteSetting, putSetting } from '#electron/db/tables/settings.ts';
import { undoChangeSet, undoForFirm } from '#electron/db/undo.ts';
import { verifyLedger } from '#electron/db/verify.ts';
import { AppError } from '#shared/contract/errors.ts';
import { loadPack, packIds, wholePack } from '#shared/policy/packs/index.ts';
import { lostAttachments } from '../attachments/read-attachment.ts';
import type { Handlers } from '../context.ts';
import { loadSample } from '../demo/load-sample.ts';
import { describeDistrict, startSettingKey } from '../district.ts';
import { presentChangeSet, presentRowChange } from '../history-view.ts';
import { packTextsKey, packTextsValue } from '../ledger-pack.ts';
import { readPackFiles } from '../read-pack-files.ts';

type LedgerMethod =
  | 'ledger.state'
  | 'ledger.create'
  | 'ledger.verify'
  | 'settings.setPolicyStart'
  | 'demo.load'
  | 'demo.remove'
  | 'changes.list'
  | 'changes.get'
  | 'changes.undo';

/** Opening, settings, sample data, history and undo. */
export const ledgerHandlers: Handlers<LedgerMethod> = {
  'ledger.state': (context) => {
    const open = context.opened();
    if (open === undefined) return { state: 'none', packs: packChoices() };
    return { state: 'open', district: describeDistrict(open), today: context.today() };
  },

  'ledger.create': async (context, input) => {
    if ('packId' in input) {
      const { packId } = input;
      if (!packIds.includes(packId))
        throw new AppError('unknown-pack', { pack: packId, known: packIds.join('、') });
      context.create(packId, {});
    } else {
      const files = await readPackFiles(context, input.tokens);
      const { district } = wholePack('pack', files);
      context.create(`district-${district.code}`, { [packTextsKey]: packTextsValue(files) });
    }
    context.emit('data.changed', { changeSetId: null });
    return {};
  },

  'ledger.verify': async (context) => {
    const report = verifyLedger(context.open().ledger);
    // A broken ledger may not name its attachments; what is broken is said first.
    const lost = report.integrity.length === 0 ? await lostAttachments(context) : [];
    return {
      ok: report.ok && lost.length === 0,
      changeSets: report.audit.changeSets,
      problems: [...report.integrity, ...report.foreignKeys, ...report.audit.problems, ...lost],
    };
  },

  'settings.setPolicyStart': (context, { day, reason }) => {
    const { ledger, pack } = context.open();
    const key = startSettingKey(pack);
    const setting = pack.startSetting;
    if (key === undefined || setting === null) {
      throw new AppError('bad-request', { problem: '本区文件已写明施行日期，无需填写。' });
    }
    if (day !== null && (day < setting.earliest || day > setting.latest)) {
      throw new AppError('bad-request', {
        problem: `${setting.label}应在 ${setting.earliest} 至 ${setting.latest} 之间。`,
      });
    }
    const { id } = changeSet(
      ledger,
      { actor: context.actor, kind: 'setting', reason, at: context.now() },
      (tx) => {
        if (day === null) deleteSetting(tx, key);
        else putSetting(tx, key, day);
      },
    );
    context.emit('data.changed', { changeSetId: id });
    return { changeSetId: id };
  },

  'demo.load': (context) => {
    const { ledger, pack } = context.open();
    if (countFirms(ledger.read).samples > 0) throw new AppError('demo-present');
    const done = loadSample(ledger, pack, context.actor, context.now());
    context.emit('data.changed', { changeSetId: done.changeSetId });
    return done;
  },

  'demo.remove': (context) => {
    const { ledger } = context.open();
    refuseImported(ledger.read);
    const { id, value } = changeSet(
      ledger,
      { actor: context.actor, kind: 'demo-remove', reason: '移除示例数据', at: context.now() },
      (tx) => deleteSampleData(tx),
    );
    context.emit('data.changed', { changeSetId: id });
    return { changeSetId: id, firms: value };
  },

  'changes.list': (context, { offset, limit }) => {
    const page = listChangeSets(context.open().ledger.read, { offset, limit });
    return { total: page.total, rows: page.rows.map(presentChangeSet) };
  },

  'changes.get': (context, { id, offset, limit }) => {
    const open = context.open();
    const set = getChangeSet(open.ledger.read, id);
    if (set === undefined) throw new AppError('not-found');
    const page = listRowChanges(open.ledger.read, { changeSetId: id }, { offset, limit });
    return {
      changeSet: presentChangeSet(set),
      total: page.total,
      rows: page.rows.map((row) => presentRowChange(row, open.pack)),
    };
  },

  'changes.undo': (context, { id, firmId, reason }) => {
    const { ledger } = context.open();
    const meta = { actor: context.actor, reason, at: context.now() };
    const undone =
      firmId === null
        ? undoChangeSet(ledger, id, meta)
        : undoForFirm(ledger, { changeSetId: id, firmId }, meta);
    context.emit('data.changed', { changeSetId: undone.id });
    return { changeSetId: undone.id };
  },
};

/** Edits by hand on sample firms are trials and go with them; what an import that stands brought in must not. */
function refuseImported(db: ReadDb): void {
  const undone = standingUndos(db);
  const standing = importedSampleFirms(db).filter(({ changeSetId }) => !undone.has(changeSetId));
  if (standing.length === 0) return;
  throw new AppError(
    'demo-in-use',
    { count: new Set(standing.map(({ name }) => name)).size },
    standing.map(({ name, changeSetId }) => `${name}：变更集 ${changeSetId}`),
  );
}

function packChoices(): { id: string; label: string }[] {
  return packIds.map((id) => ({ id, label: loadPack(id).district.name }));
}
