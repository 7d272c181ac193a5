import { AppError } from '#shared/contract/errors.ts';
import { parsePack } from '#shared/policy/packs/index.ts';
import type { Command } from '../command.ts';
import { readPackFolder } from '../pack-folder.ts';

/** `check-pack`: reads a district's pack from a folder and says what is wrong with it, with file, line and fix. */
export const checkPackCommand: Command = {
  name: 'check-pack',
  usage: '文件夹',
  summary:
    '检查一个区县政策包（district、titles、goals、clauses、tasks 等 YAML 文件），指出文件、行号和改法。',
  options: {},
  words: 1,
  run: async ({ words }) => {
    const [given] = words;
    if (given === undefined) throw new AppError('usage', { problem: '没有给出政策包文件夹。' });
    const parsed = parsePack(await readPackFolder(given));
    if (!parsed.ok) {
      const { problems } = parsed;
      return {
        ok: false,
        json: { ok: false, problems },
        lines: [
          `政策包有 ${problems.length} 处问题：`,
          ...problems.map(({ file, line, message, fix }) => `${file}:${line} ${message}。${fix}`),
        ],
      };
    }
    const { pack } = parsed;
    const counts = {
      streets: pack.streets.length,
      titles: pack.titles.length,
      measures: pack.measures.length,
      clauses: pack.clauses.length,
      entitlements: pack.entitlements.length,
      budgets: pack.budgets.length,
      principles: pack.principles.length,
      projectKinds: pack.projectKinds.length,
    };
    return {
      json: { ok: true, pack: pack.id, district: pack.district.name, ruleVersion: pack.ruleVersion, counts },
      lines: [
        `政策包没有问题：${pack.district.name}，${pack.ruleVersion}。`,
        `奖补条款 ${counts.clauses} 条，服务保障 ${counts.entitlements} 条，年度预算 ${counts.budgets} 条，总则附则 ${counts.principles} 条，项目类别 ${counts.projectKinds} 种。`,
      ],
    };
  },
};
