import type { OutputOf } from '#shared/contract/api.ts';
import { localDay } from '#shared/domain/day.ts';
import { ask, type Command, optional, wholeNumber } from '../command.ts';
import { withCore } from '../with-core.ts';

/** Most firms that one page of the core returns. */
const pageSize = 500;

/** `firms`: the register, searched as on screen. */
export const firmsCommand: Command = {
  name: 'firms',
  usage: '--db 文件 [--search 文字] [--limit 条数]',
  summary: '查询企业台账：名称、曾用名、信用代码、拼音首字母。',
  options: { db: 'value', search: 'value', limit: 'value' },
  run: (args, io) =>
    withCore(args, io, async (core) => {
      const limit = wholeNumber(args, 'limit', 50);
      const filter = { text: optional(args, 'search') ?? '', asOf: localDay(new Date()) };
      const items: OutputOf<'firms.search'>['rows'] = [];
      let total = 0;
      do {
        const page: OutputOf<'firms.search'> = await ask(core, 'firms.search', {
          filter,
          offset: items.length,
          limit: Math.max(1, Math.min(pageSize, limit - items.length)),
        });
        total = page.total;
        items.push(...page.rows);
        if (page.rows.length === 0) break;
      } while (items.length < Math.min(limit, total));
      const shown = items.slice(0, limit);
      return {
        json: { total, items: shown },
        lines: [
          `共 ${total} 家。`,
          ...shown.map((row) => `${row.code ?? '（无代码）'}\t${row.name}\t${row.streetLabel ?? '—'}`),
        ],
      };
    }),
};
