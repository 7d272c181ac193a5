import type { Title, TitleIssuer } from '../pack.ts';
import type { CatalogueFile, TitlesFile } from '../schema/titles-schema.ts';
import type { YamlSource } from '../schema/yaml-source.ts';
import { type DocumentTable, reportDuplicates, resolveRef } from './references.ts';

const issuers: Readonly<Record<'国家' | '省' | '市', TitleIssuer>> = {
  国家: 'national',
  省: 'province',
  市: 'city',
};

/** A title of the catalogue before a district has chosen its ladder. */
export type CatalogueTitle = Omit<Title, 'ladder'>;

/** Builds the national catalogue; two titles with one spelling are a problem. */
export function buildCatalogue(
  file: CatalogueFile,
  documents: DocumentTable,
  source: YamlSource,
): readonly CatalogueTitle[] {
  reportDuplicates(
    file.titles.map((title, i) => ({ text: title.id, at: ['titles', i, 'id'] })),
    '编号',
    source,
  );
  reportDuplicates(
    file.titles.flatMap((title, i) => [
      { text: title.label, at: ['titles', i, 'label'] },
      ...title.aliases.map((text, j) => ({ text, at: ['titles', i, 'aliases', j] })),
    ]),
    '称号写法',
    source,
  );
  return file.titles.map((title, i) => {
    const known = file.titles.map((each) => each.id);
    for (const [key, word] of [
      ['requires', '前置称号'],
      ['barredBy', '互斥称号'],
    ] as const) {
      for (const [j, id] of title[key].entries()) {
        if (known.includes(id)) continue;
        source.report(
          ['titles', i, key, j],
          `${word}“${id}”不在称号目录中`,
          `改为目录中的编号：${known.join('、')}。`,
        );
      }
    }
    if (title.validity !== null && title.validity.unit !== '年') {
      source.report(
        ['titles', i, 'validity'],
        `有效期“${title.validity.text}”的单位不对`,
        '有效期按年写，如 3年。',
      );
    }
    return {
      id: title.id,
      label: title.label,
      short: title.short,
      issuer: issuers[title.issuer],
      tier: title.tier,
      validityYears: title.validity?.value ?? null,
      requires: title.requires,
      barredBy: title.barredBy,
      yearlyUpdates: title.yearlyUpdate.map(({ from, by, ref }, j) => ({
        fromYear: from ?? 0,
        by,
        reference: resolveRef(ref, documents, source, ['titles', i, 'yearlyUpdate', j, 'ref']),
      })),
      aliases: title.aliases,
      toConfirm: title.confirm !== undefined,
      notes: title.notes,
      reference: resolveRef(title.ref, documents, source, ['titles', i, 'ref']),
    };
  });
}

/** The titles of a district: its ladder first, in its order, then the others. */
export function buildTitles(
  file: TitlesFile,
  catalogue: readonly CatalogueTitle[],
  documents: DocumentTable,
  source: YamlSource,
): readonly Title[] {
  resolveRef(file.ref, documents, source, ['ref']);
  const entries = [
    ...file.ladder.map((id, i) => ({ id, ladder: true, at: ['ladder', i] })),
    ...file.others.map((id, i) => ({ id, ladder: false, at: ['others', i] })),
  ];
  reportDuplicates(
    entries.map(({ id, at }) => ({ text: id, at })),
    '称号',
    source,
  );
  return entries.flatMap(({ id, ladder, at }) => {
    const title = catalogue.find((each) => each.id === id);
    if (title !== undefined) return [{ ...title, ladder }];
    const known = catalogue.map((each) => each.id).join('、');
    source.report(at, `称号“${id}”不在国家称号目录中`, `改为目录中的编号：${known}。`);
    return [];
  });
}
