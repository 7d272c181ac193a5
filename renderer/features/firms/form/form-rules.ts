import { checkCode, normaliseCode } from '#shared/domain/uscc.ts';
import { fenOfWan } from './form-values.ts';

/** What is wrong with a typed code; `error` is refused, `warning` is kept after confirmation. */
export type CodeProblem = { readonly severity: 'error' | 'warning'; readonly text: string };

/** Judges a typed 统一社会信用代码 by the same check as the core; nothing when it is empty or sound. */
export function codeProblem(typed: string): CodeProblem | undefined {
  const code = normaliseCode(typed);
  if (code === '') return undefined;
  switch (checkCode(code).state) {
    case 'valid':
      return undefined;
    case 'suspicious':
      return { severity: 'warning', text: '校验位不符，请对照营业执照；保存时可确认保留' };
    case 'damaged':
      return {
        severity: 'error',
        text: `应为 18 位数字或大写字母（不含 I、O、S、V、Z），现为 ${code.length} 位`,
      };
  }
}

/** Whether a typed amount can be read as 万元; empty is 未填 and fine. */
export function isWanText(typed: string): boolean {
  return typed.trim() === '' || fenOfWan(typed) !== undefined;
}
