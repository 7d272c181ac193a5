import { changeSet } from '#electron/db/change-set.ts';
import { deleteSetting, putSetting } from '#electron/db/tables/settings.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { packMethods } from '#shared/contract/methods/packs.ts';
import { comparePacks } from '#shared/policy/compare-packs.ts';
import type { Pack } from '#shared/policy/pack.ts';
import { loadPack, parsePack } from '#shared/policy/packs/index.ts';
import type { Context, Handlers } from '../context.ts';
import { packSource, packTextsKey, packTextsValue } from '../ledger-pack.ts';
import { packObstacles } from '../pack-fit.ts';
import { readPackFiles } from '../read-pack-files.ts';

type PackMethod = Exclude<keyof typeof packMethods, 'packs.choose' | 'packs.save'>;

/** The pack (政策包) of the ledger: looking at another, putting it to use, going back. */
export const packHandlers: Handlers<PackMethod> = {
  'packs.current': (context) => {
    const { ledger, pack } = context.open();
    return { id: pack.id, ...factsOf(pack), ...packSource(ledger) };
  },

  'packs.preview': async (context, { tokens }) => {
    const open = context.open();
    const parsed = parsePack(await readPackFiles(context, tokens), open.pack.id);
    if (!parsed.ok) return { problems: [...parsed.problems], pack: null, changes: [], obstacles: [] };
    return {
      problems: [],
      pack: factsOf(parsed.pack),
      changes: [...comparePacks(open.pack, parsed.pack)],
      obstacles: [...packObstacles(open, parsed.pack)],
    };
  },

  'packs.use': async (context, { tokens, reason }) => {
    const open = context.open();
    const files = await readPackFiles(context, tokens);
    const parsed = parsePack(files, open.pack.id);
    if (!parsed.ok) {
      const details = parsed.problems.map(
        ({ file, line, message, fix }) => `${file}:${line} ${message}。${fix}`,
      );
      throw new AppError('pack-invalid', { pack: open.pack.id, count: details.length }, details);
    }
    const obstacles = packObstacles(open, parsed.pack);
    if (obstacles.length > 0) throw new AppError('pack-refused', { count: obstacles.length }, obstacles);
    return setTexts(context, reason, files);
  },

  'packs.reset': (context, { reason }) => {
    const open = context.open();
    const { imported, programHasOne } = packSource(open.ledger);
    if (!imported) return { changeSetId: null };
    if (!programHasOne) throw new AppError('pack-refused', { count: 1 }, ['程序没有自带这个区县的政策包。']);
    const obstacles = packObstacles(open, loadPack(open.pack.id));
    if (obstacles.length > 0) throw new AppError('pack-refused', { count: obstacles.length }, obstacles);
    return setTexts(context, reason, null);
  },
};

function setTexts(context: Context, reason: string, files: Parameters<typeof packTextsValue>[0] | null) {
  const { id } = changeSet(
    context.open().ledger,
    { actor: context.actor, kind: 'setting', reason, at: context.now() },
    (tx) => {
      if (files === null) deleteSetting(tx, packTextsKey);
      else putSetting(tx, packTextsKey, packTextsValue(files));
    },
  );
  context.emit('data.changed', { changeSetId: id });
  return { changeSetId: id };
}

function factsOf(pack: Pack) {
  return {
    district: pack.district.name,
    documentTitle: pack.document.title,
    ruleVersion: pack.ruleVersion,
  };
}
