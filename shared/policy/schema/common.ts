import { z } from 'zod';
import { isDay } from '#shared/domain/day.ts';
import { parseQuantity, type QuantityKind } from '../quantity.ts';

/*
 * Messages of these schemas have two lines: what is wrong, and what to do.
 */

/** A strict object whose complaint about an unknown key names the keys that exist. */
export function strict<S extends z.ZodRawShape>(shape: S) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `不认识的键“${issue.keys.join('”“')}”\n改正拼写或删去这一行；此处可用的键：${Object.keys(shape).join('、')}。`
        : undefined,
  });
}

/** Id inside a pack: lower-case words joined by hyphens. */
export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: '编号写法不对\n编号用小写英文字母、数字和连字符，如 little-giant。',
});

/** Name of a fact or a setting inside a clause: `firstRecognition`. */
export const FactName = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, {
  error: '事实项的名称写法不对\n用英文小写字母开头的驼峰写法，如 firstRecognition。',
});

/** Text that must not be empty. */
export const Words = z.string().trim().min(1, { error: '文字不能为空\n写上内容，或删去这一行。' });

/** A list of texts; absent means none. */
export const WordList = z.array(Words).default([]);

/** A day of the calendar. */
export const DayText = z
  .string()
  .refine(isDay, { error: '不是有效日期\n日期写成 2024-01-01 的样子，并确有这一天。' });

/** 待核实: the only mark an entry can bear. */
export const ToConfirm = z
  .literal('待核实', { error: '标记只能写“待核实”\n已核实的不写这一行。' })
  .optional();

/** Where something stands in a document. */
export const RefSchema = strict({
  document: Id,
  /** 第几部分: 四. */
  part: Words.optional(),
  /** 第几条: 2. */
  clause: z.union([z.number().int().positive(), Words]).optional(),
  /** Place in other words: 目标表. */
  at: Words.optional(),
  quote: Words.optional(),
});
/** A reference as written in a pack. */
export type RawRef = z.output<typeof RefSchema>;

/** Papers that a pack refers to. */
export const DocumentSchema = strict({
  id: Id,
  title: Words,
  short: Words,
  number: Words.nullable().default(null),
  issuer: Words.nullable().default(null),
  published: DayText.nullable().default(null),
  notes: WordList,
});

const kindNames: Readonly<Record<QuantityKind, string>> = {
  money: '金额（如 100万元、1亿元）',
  rate: '比例（如 20%、千分之五）',
  count: '数量（如 500家、3年）',
};

/** A figure as the document writes it; with `kinds`, only of those kinds. */
export function quantityOf(...kinds: readonly QuantityKind[]) {
  return z.unknown().transform((value, context) => {
    const found = typeof value === 'string' ? parseQuantity(value) : undefined;
    if (found !== undefined && (kinds.length === 0 || kinds.includes(found.kind))) return found;
    const wanted = (kinds.length === 0 ? (['money', 'rate', 'count'] as const) : kinds).map(
      (kind) => kindNames[kind],
    );
    const what =
      value === undefined
        ? '缺少数值'
        : found === undefined
          ? `“${String(value)}”不是带单位的数值`
          : `“${String(value)}”的单位不对`;
    context.addIssue({ code: 'custom', message: `${what}\n按文件原文写成${wanted.join('或')}。` });
    return z.NEVER;
  });
}
