import { type PolicyDocument, type Reference, referenceText } from '../reference.ts';
import type { RawRef } from '../schema/common.ts';
import type { YamlPath } from '../schema/problem.ts';
import type { YamlSource } from '../schema/yaml-source.ts';

/** All papers of a pack by id. */
export type DocumentTable = ReadonlyMap<string, PolicyDocument>;

/** Resolves a written reference; a paper that is not listed is a problem. */
export function resolveRef(
  raw: RawRef,
  documents: DocumentTable,
  source: YamlSource,
  at: YamlPath,
): Reference {
  const document = documents.get(raw.document);
  if (document === undefined) {
    source.report(
      [...at, 'document'],
      `依据的文件“${raw.document}”没有列出`,
      `在 district.yaml 的 sources 中列出它，或改为：${[...documents.keys()].join('、')}。`,
    );
  }
  const [part, clause, place] = [raw.part ?? null, raw.clause?.toString() ?? null, raw.at ?? null];
  return {
    documentId: raw.document,
    part,
    clause,
    at: place,
    quote: raw.quote ?? null,
    text: referenceText(document ?? { short: raw.document }, part, clause, place),
  };
}

/** Reports every id and every spelling that occurs twice in a list. */
export function reportDuplicates(
  entries: readonly { readonly text: string; readonly at: YamlPath }[],
  what: string,
  source: YamlSource,
): void {
  const seen = new Set<string>();
  for (const { text, at } of entries) {
    if (seen.has(text)) source.report(at, `${what}“${text}”出现两次`, '每个只能写一次，删去或改掉其中一处。');
    seen.add(text);
  }
}
