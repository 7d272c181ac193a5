import { isMap, isNode, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import type { z } from 'zod';
import type { PackProblem, YamlPath } from './problem.ts';
import { issueProblem } from './zod-problem.ts';

/** One YAML file of a pack with the means to say where in it something is wrong. */
export type YamlSource = {
  readonly path: string;
  /** Parses a part of the file by a schema; complaints go to `problems`, then nothing comes back. */
  readonly parse: <T extends z.ZodType>(schema: T, value: unknown, at: YamlPath) => z.output<T> | undefined;
  /** Notes a problem at a place. */
  readonly report: (at: YamlPath, message: string, fix: string) => void;
  /** The whole file as plain values; undefined when it is not YAML at all. */
  readonly value: unknown;
};

/** Reads the YAML text; syntax errors and duplicate keys go to `problems`. */
export function openYaml(path: string, text: string, problems: PackProblem[]): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { uniqueKeys: true, lineCounter: lines, prettyErrors: false });
  for (const error of document.errors) {
    const line = lines.linePos(error.pos[0]).line;
    problems.push({ file: path, line, ...syntaxProblem(error.code) });
  }
  const contents = document.contents;
  const report = (at: YamlPath, message: string, fix: string) => {
    const offset = isNode(contents) ? offsetOf(contents, at) : 0;
    problems.push({ file: path, line: lines.linePos(offset).line, message, fix });
  };
  return {
    path,
    value: document.errors.length > 0 ? undefined : document.toJS(),
    report,
    parse: (schema, value, at) => {
      const result = schema.safeParse(value);
      if (result.success) return result.data;
      for (const issue of result.error.issues) {
        for (const each of issueProblem(issue, value)) report([...at, ...each.path], each.message, each.fix);
      }
      return undefined;
    },
  };
}

/** Offset of the deepest node that exists on the way to the place. */
function offsetOf(root: unknown, at: YamlPath): number {
  let node: unknown = root;
  let offset = 0;
  for (const step of at) {
    if (isMap(node)) {
      const pair = findPair(node, step);
      if (pair === undefined) return offset;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else {
      const items = sequenceItems(node);
      const item = typeof step === 'number' ? items?.[step] : undefined;
      if (!isNode(item)) return offset;
      node = item;
      offset = item.range?.[0] ?? offset;
    }
  }
  return offset;
}

function findPair(map: YAMLMap, key: string | number) {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}

function sequenceItems(node: unknown): readonly unknown[] | undefined {
  return typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items)
    ? node.items
    : undefined;
}

function syntaxProblem(code: string): { readonly message: string; readonly fix: string } {
  if (code === 'DUPLICATE_KEY')
    return { message: '同一处写了两个相同的键', fix: '删去其中一个，或合并两处内容。' };
  return {
    message: `不是有效的 YAML（${code}）`,
    fix: '检查缩进、冒号后的空格和引号是否配对；含冒号或特殊符号的文字加引号。',
  };
}
