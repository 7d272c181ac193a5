import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const Texts = z.array(z.string()).default([]);

const CaseSchema = z.strictObject({
  名称: z.string(),
  条款: z.string().optional(),
  日期: z.string(),
  设置: z.record(z.string(), z.string()).default({}),
  情况: z.record(z.string(), z.unknown()),
  假设: z.record(z.string(), z.string()).default({}),
  核定: z.strictObject({ 金额: z.string(), 理由: z.string() }).optional(),
  结果: z.enum(['奖补', '上限', '可享受', '不适用', '缺资料']),
  金额: z.string().optional(),
  原因含: Texts,
  提示含: Texts,
  说明含: Texts,
  缺: Texts,
});

const ListSchema = z.strictObject({
  名称: z.string(),
  事项: z.array(
    z.strictObject({
      称号: z.string(),
      事项: z.string(),
      日期: z.string(),
      有效期至: z.string().optional(),
      批次: z.string().optional(),
      依据: z.string().optional(),
    }),
  ),
  应奖: z.array(z.strictObject({ 日期: z.string(), 金额: z.string() })).default([]),
  不奖: z.array(z.strictObject({ 日期: z.string(), 原因含: z.array(z.string()).min(1) })).default([]),
});

const FileSchema = z.strictObject({
  政策包: z.string(),
  条款: z.string(),
  用例: z.array(CaseSchema),
  名单: z.array(ListSchema).default([]),
});

/** A file of cases that staff can read, write and send in. */
export type CaseFile = z.output<typeof FileSchema> & { readonly name: string };
/** One case of facts. */
export type FactsCase = z.output<typeof CaseSchema>;
/** One case of title events. */
export type ListCase = z.output<typeof ListSchema>;

/** All case files of this folder, in order of their names. */
export function readCaseFiles(): readonly CaseFile[] {
  const folder = new URL('./cases/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name, ...FileSchema.parse(parse(readFileSync(new URL(name, folder), 'utf8'))) }));
}
