import type { ClaimHead } from '#electron/db/tables/claims.ts';
import type { StoredProject } from '#electron/db/tables/projects.ts';
import { isEnded } from '#shared/domain/claim.ts';
import type { Finders } from '#shared/roster/context.ts';
import type { Remark } from '#shared/roster/issue.ts';
import type { RecordValues } from '#shared/roster/records/record.ts';
import type { PaymentBook } from './payment-book.ts';

/** What a payment was made for: a claim, or a title or project without one; or why that cannot be told. */
export type Matter =
  | { readonly is: 'claim'; readonly claim: ClaimHead; readonly remark?: Remark }
  | { readonly is: 'title'; readonly titleId: string }
  | { readonly is: 'project'; readonly project: StoredProject }
  | { readonly is: 'unknown'; readonly remark: Remark };

/** Finds it by the number of the claim, else by what the row says of ground and clause; never by amount alone. */
export function findMatter(values: RecordValues, book: PaymentBook, finders: Finders): Matter {
  if (typeof values.claim === 'number') {
    const claim = book.claims.find(({ id }) => id === values.claim);
    if (claim !== undefined) return { is: 'claim', claim };
    return unknown(`该企业没有第${values.claim}号兑现事项`, '请核对企业和事项编号，或留空按事由对应');
  }
  const about = aboutOf(values, book, finders);
  if (about.is === 'unreadable') return about.matter;
  const clauses = clausesNamed(values.clause, finders);
  const live = book.claims.filter(({ state }) => !isEnded(state));
  const fitting = live.filter(
    (claim) => fits(claim, about) && (clauses.length === 0 || clauses.includes(claim.clauseId)),
  );
  const payable = fitting.filter(({ state }) => state === 'announced' || state === 'paid');
  if (about.is === 'unsaid' && clauses.length === 0) return onlyPayable(payable);
  const [only, second] = fitting.length > 1 && payable.length === 1 ? payable : fitting;
  if (only !== undefined && second === undefined) return { is: 'claim', claim: only };
  if (only !== undefined) return severalClaims(fitting);
  return withoutClaim(about, clauses, finders);
}

type About =
  | { readonly is: 'label'; readonly label: string }
  | { readonly is: 'title'; readonly titleId: string }
  | { readonly is: 'project'; readonly project: StoredProject }
  | { readonly is: 'unsaid' };

function aboutOf(
  { ground, clause }: RecordValues,
  { claims, projects }: PaymentBook,
  finders: Finders,
): About | { readonly is: 'unreadable'; readonly matter: Matter } {
  const text = typeof ground === 'string' ? ground : null;
  if (text === null) {
    const titles = typeof clause === 'string' ? finders.titles(clause) : [];
    const [only, second] = titles;
    return only !== undefined && second === undefined ? { is: 'title', titleId: only } : { is: 'unsaid' };
  }
  const words = plain(text);
  if (claims.some(({ groundLabel }) => plain(groundLabel) === words)) return { is: 'label', label: words };
  const named = projects.filter((project) => projectWords(project, finders).includes(words));
  const within = projects.filter(({ name }) => plain(name).length >= 4 && words.includes(plain(name)));
  const titles = finders.titles(text);
  const [title, otherTitle] = titles;
  const found = named.length > 0 ? named : title === undefined ? within : [];
  const [project, otherProject] = found;
  if (otherProject !== undefined) {
    return unreadable(
      `“${text}”对应该企业的 ${found.length} 个项目，不能确定是哪一个`,
      '请写成“项目类别：项目名称”',
    );
  }
  if (project !== undefined) return { is: 'project', project };
  if (otherTitle !== undefined) return unreadable(`“${text}”写了不止一种称号`, '请一种称号写一行');
  if (title !== undefined) return { is: 'title', titleId: title };
  return unreadable(
    `“${text}”认不出是该企业的哪个称号或项目`,
    '请写称号或项目的全称，项目须先登记；或填写事项编号',
  );
}

/** How rosters may name a project: by its name, or with its kind before it. */
function projectWords({ name, kindId }: StoredProject, { district }: Finders): readonly string[] {
  const kind = district.projectForms.find(({ id }) => id === kindId)?.label ?? '';
  return [plain(name), plain(`${kind}${name}`)];
}

/** The words by which a list names what a payment without a claim was made for, so that they are found again. */
export function matterWords(
  matter: { readonly titleId: string | null; readonly project: StoredProject | undefined },
  { district }: Finders,
): string {
  const { titleId, project } = matter;
  if (project === undefined) return district.titles.find(({ id }) => id === titleId)?.label ?? titleId ?? '';
  const kind = district.projectForms.find(({ id }) => id === project.kindId)?.label;
  return kind === undefined ? project.name : `${kind}：${project.name}`;
}

function fits(claim: ClaimHead, about: About): boolean {
  switch (about.is) {
    case 'label':
      return plain(claim.groundLabel) === about.label;
    case 'title':
      return claim.titleId === about.titleId;
    case 'project':
      return claim.projectId === about.project.id;
    case 'unsaid':
      return true;
  }
}

/** Clauses that a text names by title, number or reference; none when it names none that the pack has. */
function clausesNamed(text: RecordValues[string] | undefined, { district }: Finders): readonly string[] {
  if (typeof text !== 'string') return [];
  const words = plain(text);
  const exact = district.clauses.filter(({ label, aliases }) =>
    [label, ...aliases].some((each) => plain(each) === words),
  );
  const found =
    exact.length > 0 ? exact : district.clauses.filter(({ label }) => words.includes(plain(label)));
  return found.map(({ id }) => id);
}

function withoutClaim(about: About, clauses: readonly string[], { district }: Finders): Matter {
  if (about.is === 'title') return { is: 'title', titleId: about.titleId };
  if (about.is === 'project') return { is: 'project', project: about.project };
  const titles = district.clauses
    .filter(({ id }) => clauses.includes(id))
    .flatMap(({ titleIds }) => titleIds);
  const [only, second] = new Set(titles);
  if (only !== undefined && second === undefined) return { is: 'title', titleId: only };
  return unknown('没有写明是为哪个称号或项目拨付', '请在“事由”栏写称号或项目的全称，或填写事项编号');
}

function onlyPayable(payable: readonly ClaimHead[]): Matter {
  const [only, second] = payable;
  if (only === undefined || second !== undefined)
    return unknown('没有写明是为哪个称号或项目拨付', '请在“事由”栏写称号或项目的全称，或填写事项编号');
  const message = `没有写事由，确认后记在该企业唯一待拨付的第${only.id}号事项（${only.groundLabel}）`;
  return {
    is: 'claim',
    claim: only,
    remark: { code: 'record-doubtful', severity: 'warning', message, fix: '请补上事由或事项编号' },
  };
}

function severalClaims(claims: readonly ClaimHead[]): Matter {
  const listed = claims.map(({ id, groundLabel }) => `第${id}号（${groundLabel}）`).join('、');
  return unknown(`该企业有几笔事项对得上：${listed}`, '请填写事项编号');
}

function unreadable(message: string, fix: string): { readonly is: 'unreadable'; readonly matter: Matter } {
  return { is: 'unreadable', matter: unknown(message, fix) };
}

function unknown(message: string, fix: string): Matter {
  return { is: 'unknown', remark: { code: 'record-refused', severity: 'error', message, fix } };
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '');
}
