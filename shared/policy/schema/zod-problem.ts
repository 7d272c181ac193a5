import type { z } from 'zod';
import type { YamlPath } from './problem.ts';

type Said = { readonly path: YamlPath; readonly message: string; readonly fix: string };

/** Puts a complaint of zod into the clerk's words; `input` is the value that was checked. */
export function issueProblem(issue: z.core.$ZodIssue, input: unknown): readonly Said[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const own = issue.message.split('\n');
  if (own.length > 1 && issue.code !== 'unrecognized_keys') return [said(path, own[0] ?? '', own[1] ?? '')];
  const name = path.at(-1) ?? '文件';
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => said([...path, key], `不认识的键“${key}”`, own[1] ?? '删去这一行。'));
    case 'invalid_type':
      return valueAt(input, path) === undefined
        ? [said(path, `缺少“${name}”`, `补上“${name}:”一行。`)]
        : [said(path, `“${name}”的写法不对`, `这里应为${typeWords[issue.expected] ?? issue.expected}。`)];
    case 'invalid_value':
      return [said(path, `“${name}”的值不对`, `写 ${issue.values.map(String).join('、')} 之一。`)];
    case 'invalid_key':
      return [said(path, `键“${name}”的写法不对`, firstFix(issue.issues) ?? '改正键的写法。')];
    case 'invalid_union':
      return closestBranch(issue.errors).flatMap((each) =>
        issueProblem({ ...each, path: [...issue.path, ...each.path] }, input),
      );
    default:
      return [said(path, `“${name}”的值不对`, '对照其他政策包同一处的写法改正。')];
  }
}

const typeWords: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表（每项以“- ”开头）',
  object: '若干“键: 值”',
  record: '若干“键: 值”',
};

function said(path: YamlPath, message: string, fix: string): Said {
  return { path, message, fix };
}

function firstFix(issues: readonly z.core.$ZodIssue[]): string | undefined {
  return issues[0]?.message.split('\n')[1];
}

/** Of several allowed shapes, the complaints about the one that was nearly met. */
function closestBranch(branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] {
  return [...branches].sort((a, b) => a.length - b.length)[0] ?? [];
}

function valueAt(input: unknown, path: YamlPath): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
