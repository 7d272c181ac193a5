import { writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { z } from 'zod';
import type { Core } from '#electron/data/core.ts';
import { AppError } from '#shared/contract/errors.ts';
import { ReportSpecSchema, reportKinds } from '#shared/contract/methods/reports.ts';
import { localDay, yearOf } from '#shared/domain/day.ts';
import {
  ask,
  type CliArguments,
  CliFailure,
  type Command,
  dayOption,
  firmWithCode,
  optional,
  required,
  valuesOf,
  yearOption,
} from '../command.ts';
import { withCore } from '../with-core.ts';
import { whatIfQuestion } from './what-if.ts';

/** `report`: writes a paper as PDF, workbook or document. */
export const reportCommand: Command = {
  name: 'report',
  usage:
    'progress|streets|awards|claims|notice|payments|reviews|services|parks|tasks|supervision|evaluation|what-if|plan --db 文件 --out 文件.pdf|文件.xlsx|文件.docx [--as-of YYYY-MM-DD] [--year 年度] [--batch 批次编号] [--code 代码] [--unit 责任单位] [--set 条款.参数=数值]',
  summary:
    '生成梯度培育进度报告、街道平台汇总表、奖补测算表、兑现汇总表、公示表、拨付清单、到期复核名单、服务覆盖与诉求办结表、平台载体情况表、任务分工进度表、任务督办单、年度评价结果与出库名单、政策测算对比表或一企一策档案（--code 可重复，每家一份；--set、--overlap 同 what-if）。',
  words: 1,
  options: {
    db: 'value',
    out: 'value',
    'as-of': 'value',
    year: 'value',
    batch: 'value',
    unit: 'value',
    code: 'values',
    set: 'values',
    overlap: 'values',
  },
  run: (args, io) => {
    const out = resolve(required(args, 'out'));
    const ending = extname(out).toLowerCase();
    if (!['.pdf', '.xlsx', '.docx'].includes(ending)) {
      throw new AppError('usage', { problem: '--out 应以 .pdf、.xlsx 或 .docx 结尾。' });
    }
    const asked = readSpec(args);
    return withCore(args, io, async (core, databasePath) => {
      const spec = { ...asked, firmIds: await firmsOf(core, args, asked.asOf) };
      if (ending === '.pdf') {
        if (io.renderPdf === undefined)
          throw new AppError('print-failed', { problem: '此处没有可用的打印窗口。' });
        await save(out, await io.renderPdf({ databasePath, spec }));
      } else {
        const result = await core.call(ending === '.docx' ? '@word' : '@excel', { spec, path: out });
        if (!result.ok) throw new CliFailure(result.error);
      }
      const { fileName: name } = await ask(core, 'reports.get', spec);
      const logged = await core.call('@paper-log', { name, how: ending.slice(1) });
      if (!logged.ok) throw new CliFailure(logged.error);
      return {
        json: { file: out, kind: spec.kind, asOf: spec.asOf, year: spec.year },
        lines: [`已生成：${out}`],
      };
    });
  },
};

function readSpec(args: CliArguments): z.output<typeof ReportSpecSchema> {
  const kind = reportKinds.find((each) => each === args.words[0]);
  if (kind === undefined) {
    throw new AppError('usage', { problem: `报表应为 ${reportKinds.join('、')} 之一。` });
  }
  const asOf = dayOption(args, 'as-of', localDay(new Date()));
  return ReportSpecSchema.parse({
    kind,
    asOf,
    year: yearOption(args, 'year', yearOf(asOf)),
    batchId: batchOption(args),
    unit: optional(args, 'unit') ?? null,
    whatIf: kind === 'what-if' ? whatIfQuestion(args) : null,
  });
}

/** Firms named by `--code`, for 一企一策档案. */
async function firmsOf(core: Core, args: CliArguments, asOf: string): Promise<number[]> {
  const ids: number[] = [];
  for (const code of valuesOf(args, 'code')) ids.push(await firmWithCode(core, code, asOf));
  return ids;
}

function batchOption(args: CliArguments): number | null {
  const text = args.options.batch;
  if (text === undefined) return null;
  if (typeof text !== 'string' || !/^[1-9]\d{0,8}$/.test(text)) {
    throw new AppError('usage', { problem: '--batch 应为批次编号，如 --batch 3。' });
  }
  return Number(text);
}

async function save(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes);
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new AppError('file-write-failed', { file: path });
    throw error;
  }
}
