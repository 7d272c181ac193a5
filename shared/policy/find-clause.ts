import type { Clause, Entitlement } from './clause.ts';
import type { Pack } from './pack.ts';
import { parseChineseNumber } from './quantity.ts';

/**
 * Finds a clause that can be evaluated by its id or the way people cite it: `qiantang-4-2`, `四2`, `四.2`, `4-2`,
 * `第四部分第2条`, `二（一）1`; with a third number where the clause holds several rules: `二3.2`.
 * Of several rules under one number the only one that pays is meant. Nothing when no clause is meant, or several are.
 */
export function findRule(pack: Pack, text: string): Clause | Entitlement | undefined {
  const wanted = text.trim();
  const rules = [...pack.clauses, ...pack.entitlements];
  const byId = rules.find((rule) => rule.id === wanted.toLowerCase());
  if (byId !== undefined) return byId;
  const cited = citation(wanted);
  if (cited === undefined) return undefined;
  const fits = rules.filter((rule) => {
    const [part, item] = [toNumber(rule.part), toNumber(rule.item)];
    return part === cited.part && item === cited.item && (cited.sub === undefined || cited.sub === rule.sub);
  });
  const paying = fits.filter(isMoneyClause);
  return fits.length === 1 ? fits[0] : paying.length === 1 ? paying[0] : undefined;
}

/** Finds a clause that pays, cited as for `findRule`. */
export function findClause(pack: Pack, text: string): Clause | undefined {
  const found = findRule(pack, text);
  return found !== undefined && isMoneyClause(found) ? found : undefined;
}

/** Whether the rule pays a sum that can be computed. */
export function isMoneyClause(rule: Clause | Entitlement): rule is Clause {
  return 'amount' in rule;
}

/** Part, number and running number in figures; a sub-part in brackets does not count. */
function citation(
  text: string,
): { readonly part: number; readonly item: number; readonly sub?: number | undefined } | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\([一二三四五六七八九十]+\)/g, '.')
    .replace(/第|部分|条|款|\s/g, '.');
  const match = adjoining.exec(plain) ?? separated.exec(plain);
  if (!match) return undefined;
  const [part, item] = [toNumber(match[1] ?? ''), toNumber(match[2] ?? '')];
  if (part === undefined || item === undefined) return undefined;
  return { part, item, sub: match[3] === undefined ? undefined : Number(match[3]) };
}

/** 四2: two scripts need no sign between them. */
const adjoining = /^\.*([一二三四五六七八九十]+)(\d+)(?:[.、\-—]+(\d+))?\.*$/;
/** 4.2, 四、二: the same script does. */
const separated =
  /^\.*([一二三四五六七八九十]+|\d+)[.、,\-—]+([一二三四五六七八九十]+|\d+)(?:[.、\-—]+(\d+))?\.*$/;

function toNumber(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : parseChineseNumber(text);
}
