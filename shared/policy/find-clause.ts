import type { Clause } from './clause.ts';
import type { Pack } from './pack.ts';
import { parseChineseNumber } from './quantity.ts';

/**
 * Finds a clause by its id or the way people cite it: `qiantang-4-2`, `四2`, `四.2`, `4-2`, `第四部分第2条`, `二（一）1`.
 * Nothing when no clause is meant.
 */
export function findClause(pack: Pack, text: string): Clause | undefined {
  const wanted = text.trim();
  const byId = pack.clauses.find((clause) => clause.id === wanted.toLowerCase());
  if (byId !== undefined) return byId;
  const cited = citation(wanted);
  return cited === undefined
    ? undefined
    : pack.clauses.find((clause) => citation(`${clause.part}.${clause.item}`) === cited);
}

/** Part and number in figures, such as `4.2`; a sub-part in brackets does not count. */
function citation(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\([一二三四五六七八九十]+\)/g, '.')
    .replace(/第|部分|条|款|\s/g, '.');
  const match = adjoining.exec(plain) ?? separated.exec(plain);
  if (!match) return undefined;
  const [part, item] = [toNumber(match[1] ?? ''), toNumber(match[2] ?? '')];
  return part === undefined || item === undefined ? undefined : `${part}.${item}`;
}

/** 四2: two scripts need no sign between them. */
const adjoining = /^\.*([一二三四五六七八九十]+)(\d+)\.*$/;
/** 4.2, 四、二: the same script does. */
const separated = /^\.*([一二三四五六七八九十]+|\d+)[.、,\-—]+([一二三四五六七八九十]+|\d+)\.*$/;

function toNumber(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : parseChineseNumber(text);
}
