import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDirectory, readEntry } from '#electron/excel/read/zip-archive.ts';
import type { OutputOf } from '#shared/contract/api.ts';
import { cellText } from '#shared/report/table-text.ts';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

type Kind = OutputOf<'reports.get'>['spec']['kind'];

/** Papers that leaders edit (1, 4, 7), and those that are mostly tables. */
const kinds: readonly Kind[] = [
  'progress',
  'streets',
  'awards',
  'tasks',
  'supervision',
  'services',
  'parks',
  'plan',
];
let core: TestCore;

beforeAll(async () => {
  core = await openTestCore({ pack: 'qiantang-2024' });
  await core.ask('demo.load', {});
});
afterAll(() => core.close());

/** The paper as data, and the parts of its document. */
async function documentOf(kind: Kind) {
  const plans = await core.ask('plans.list', { asOf: '2026-06-30' });
  const firmIds = kind === 'plan' ? plans.rows.slice(0, 2).map(({ firmId }) => firmId) : [];
  const spec = { kind, asOf: '2026-06-30', year: 2026, batchId: null, whatIf: null, unit: null, firmIds };
  const path = join(core.folder, `${kind}.docx`);
  const written = await core.core.call('@word', { spec, path });
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  const bytes = readFileSync(path);
  const entries = new Map((readDirectory(bytes) ?? []).map((entry) => [entry.name, entry]));
  const part = (name: string) => {
    const entry = entries.get(name);
    return entry === undefined ? '' : readEntry(bytes, entry).toString('utf8');
  };
  const names = [...entries.keys()];
  return { report: await core.ask('reports.get', spec), document: part('word/document.xml'), part, names };
}

/** What stands in the paragraphs, in order. */
function textsOf(xml: string): readonly string[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)]
    .map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    )
    .map((text) =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    )
    .filter((text) => text !== '');
}

/** What the page prints, in order. */
function printed({ title, sample, blocks, signers, footLines }: OutputOf<'reports.get'>): readonly string[] {
  const body = blocks.flatMap((block): string[] => {
    if (block.type === 'pageBreak') return [];
    if (block.type === 'chart') {
      const points = block.points.flatMap(({ label, target, actual }) => [
        label,
        ...[target, actual].map((value) => cellText(value, 'count', false)),
      ]);
      return [`${block.title}（单位：${block.unit}）`, '时间', '目标', '实际', ...points];
    }
    if (block.type !== 'table') return [block.text];
    const rows = [...block.rows, ...(block.total === null ? [] : [block.total])].flatMap((row) =>
      block.columns.flatMap(({ kind, byHand }, index) =>
        cellText(row[index] ?? null, kind, row === block.total || byHand === true).split('\n'),
      ),
    );
    return [block.title, ...block.columns.map(({ label }) => label), ...rows];
  });
  const mark = sample ? ['示例数据，不得用于正式报送'] : [];
  return [
    title,
    ...mark,
    ...body,
    signers.map((signer) => `${signer}：`).join('　　　　　　'),
    ...footLines,
  ].filter((text) => text !== '');
}

describe('a paper as a Word document', () => {
  it.each(kinds)('%s says word for word what the page says, in the same order', async (kind) => {
    const { report, document } = await documentOf(kind);
    expect(textsOf(document)).toEqual(printed(report));
    expect(report.blocks.length).toBeGreaterThan(1);
  });

  it('keeps the official layout: A4, margins, fonts, fixed lines, page numbers odd right and even left', async () => {
    const { document, part } = await documentOf('progress');
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    const [titleLook] = /<w:rPr>.*?<\/w:rPr>/s.exec(document) ?? [''];
    expect(titleLook).toContain('w:eastAsia="方正小标宋简体"');
    expect(titleLook).toContain('<w:sz w:val="44"/>');
    expect(document).toContain('w:line="579" w:lineRule="exact"');
    expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    const footers = ['word/footer1.xml', 'word/footer2.xml'].map(part);
    expect(footers.map((footer) => /<w:jc w:val="(\w+)"\/>/.exec(footer)?.[1])).toEqual(['right', 'left']);
    for (const footer of footers) expect(footer).toContain('PAGE');
  });

  it('turns a wide paper, and repeats the header of a table on every page', async () => {
    const { document, report } = await documentOf('tasks');
    expect(report.orientation).toBe('landscape');
    expect(document).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    const tables = report.blocks.filter(({ type }) => type === 'table').length;
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(tables);
  });

  it('begins each firm of several on a page of its own, without an empty line', async () => {
    const { document, report } = await documentOf('plan');
    const breaks = report.blocks.filter(({ type }) => type === 'pageBreak').length;
    expect(breaks).toBe(1);
    expect(document.match(/<w:pageBreakBefore\/>/g)).toHaveLength(breaks);
    expect(document).not.toContain('w:br w:type="page"');
  });

  it('says the same a second time, apart from the moment it was made', async () => {
    const [first, second] = [await documentOf('progress'), await documentOf('progress')];
    expect(second.document).toBe(first.document);
    expect(second.names).toEqual(first.names);
  });
});
