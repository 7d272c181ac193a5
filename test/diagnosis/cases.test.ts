import { describe, expect, test } from 'vitest';
import { diagnose } from '#shared/diagnosis/diagnose.ts';
import { parseStandard, standardFor, standards } from '#shared/diagnosis/standards/index.ts';
import { gapText, outcomeText } from '#shared/diagnosis/words.ts';
import { loadPack, packIds } from '#shared/policy/packs/index.ts';
import { readCaseFiles, subjectOf } from './case-file.ts';

describe.each(readCaseFiles().map((file) => [file.name, file] as const))('%s', (_name, file) => {
  test.each(file.用例.map((each) => [each.名称, each] as const))('%s', (_title, each) => {
    const application = each.申报 === '新申报' ? 'new' : 'review';
    const standard = standardFor(file.称号, application, each.日期);
    expect(standard?.id).toBe(each.标准);
    if (standard === undefined) return;
    const result = diagnose(standard, application, subjectOf(file, each));
    const findings = new Map(result.findings.map(({ condition, finding }) => [condition.id, finding]));
    const outcomes = Object.keys(each.条件).map((id) => {
      const finding = findings.get(id);
      return [id, finding === undefined ? '无此条' : outcomeText[finding.outcome]];
    });
    expect(Object.fromEntries(outcomes)).toEqual(each.条件);
    expect(outcomeText[result.outcome]).toBe(each.结果);
    if (each.得分 !== undefined) expect([result.score?.low, result.score?.high]).toEqual(each.得分);
    for (const [id, text] of Object.entries(each.差距含)) {
      const finding = findings.get(id);
      expect(finding && gapText(finding)).toContain(text);
    }
    for (const [id, text] of Object.entries(each.缺含)) {
      expect(findings.get(id)?.missing).toContain(text);
    }
  });
});

test('every standard is about a title that some district keeps, and no two judge the same day', () => {
  const known = new Set(packIds.flatMap((id) => loadPack(id).titles.map((title) => title.id)));
  for (const standard of standards) expect(known).toContain(standard.titleId);
  for (const application of ['new', 'review'] as const) {
    for (const day of ['2023-01-01', '2026-03-31', '2026-04-01', '2026-12-31', '2027-01-01', '2030-01-01']) {
      for (const titleId of known) {
        const fit = standards.filter((standard) => {
          const term = standard.terms[application];
          const running = term !== null && term.from <= day && (term.until === null || day <= term.until);
          return standard.titleId === titleId && running;
        });
        expect(fit.length, `${titleId} ${application} ${day}`).toBeLessThanOrEqual(1);
      }
    }
  }
});

test('a slip in a file is reported with its line', () => {
  const text = [
    'id: wrong',
    'title: little-giant',
    'label: 错',
    'document: 错',
    'certainty: 摘要',
    'conditions:',
    '  - { id: a, label: 甲, test: { measure: revenue, least: 5% } }',
  ].join('\n');
  expect(() => parseStandard('wrong.yaml', text)).toThrow(
    expect.objectContaining({ code: 'pack-invalid', details: [expect.stringContaining('wrong.yaml:7')] }),
  );
});
