import { buildPack, type PackFile, type PackTexts } from '../build/build-pack.ts';
import type { Pack } from '../pack.ts';
import type { PackProblem } from '../schema/problem.ts';

/** A pack, or everything that is wrong with it. */
export type ParsedPack =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

const needed = ['district', 'titles', 'goals', 'clauses'] as const;
/** Files of a pack; tasks.yaml may be missing. */
const sections = [...needed, 'tasks'] as const;

/** Reads a pack from the texts of one folder and the national catalogue; `id` is the folder's name. */
export function parsePackTexts(id: string, files: readonly PackFile[], national: PackFile): ParsedPack {
  const problems: PackProblem[] = [];
  const found = new Map<string, PackFile>();
  for (const file of files) {
    const name = file.path.split(/[\\/]/).at(-1) ?? file.path;
    const section = sections.find((each) => name === `${each}.yaml`);
    if (section === undefined) {
      problems.push(atTop(file.path, `不认识的文件“${name}”`, `政策包只放 ${fileNames()}。`));
    } else if (found.has(section)) {
      problems.push(atTop(file.path, `“${name}”出现两次`, '每种文件只放一个。'));
    } else {
      found.set(section, file);
    }
  }
  for (const section of needed) {
    if (found.has(section)) continue;
    problems.push(atTop(`${section}.yaml`, `缺少“${section}.yaml”`, `政策包要有 ${fileNames()}。`));
  }
  const texts = wholeTexts(found, national);
  const pack = texts === undefined ? undefined : buildPack(id, texts, problems);
  return pack === undefined || problems.length > 0 ? { ok: false, problems } : { ok: true, pack };
}

function wholeTexts(found: ReadonlyMap<string, PackFile>, national: PackFile): PackTexts | undefined {
  const [district, titles, goals, clauses, tasks] = sections.map((section) => found.get(section));
  if (!district || !titles || !goals || !clauses) return undefined;
  return { district, titles, goals, clauses, tasks, national };
}

function fileNames(): string {
  return sections.map((section) => `${section}.yaml`).join('、');
}

function atTop(file: string, message: string, fix: string): PackProblem {
  return { file, line: 1, message, fix };
}
