import type { Finders, ProjectForm } from '../context.ts';
import { type RecordField, recordFieldParts } from '../fields.ts';
import type { Heading } from '../heading.ts';
import { cleanText } from '../values/text.ts';
import { factAliases, recordAliases } from './aliases.ts';
import type { RecordFieldInfo, RecordForm, RecordRow, RecordRules, RecordType, RowRecord } from './record.ts';

/** 项目与补助申报: one record for a project of a firm; each kind of project of the pack has its own facts and its own form. */
export const projectRules: RecordRules = {
  fields: (finders) => bookOf(finders).fields,
  forms: (finders) => bookOf(finders).forms,
  variant: (heading, finders) => projectKindWithin(heading, finders),

  recognise: ({ own, titled, variant }, finders) => {
    if (!own.includes('record.name')) return null;
    if (own.includes('record.kind')) return '有“项目类别”和项目名称列';
    const facts = own.filter((field) => !baseNames.has(recordFieldParts(field).name));
    if (titled || (variant === null && facts.length < 2)) return null;
    const form = bookOf(finders).forms.find(({ id }) => id === variant);
    if (form !== undefined) return `有项目名称列，表名或标题写明“${form.label}”`;
    const labels = facts
      .slice(0, 2)
      .map((field) => `“${bookOf(finders).fields.find(({ name }) => `record.${name}` === field)?.label}”`);
    return `有项目名称和${labels.join('、')}列`;
  },

  read: (row) => {
    const { reading, finders } = row;
    const book = bookOf(finders);
    const kindId = kindOf(row);
    const form = book.forms.find(({ id }) => id === kindId);
    const name = reading.values['record.name'];
    if (form === undefined) return [];
    if (typeof name !== 'string') {
      const label = form.fields.find((field) => field.name === 'name')?.label ?? '项目名称';
      const message = `没有写${label}`;
      reading.say('record.name', {
        code: 'record-incomplete',
        severity: 'error',
        message,
        fix: `请补上${label}`,
      });
      return [];
    }
    const own = new Set(form.fields.map((field) => field.name));
    const values: Record<string, unknown> = { kind: form.id, name };
    for (const [field, value] of Object.entries(reading.values)) {
      if (!isRecordKey(field) || field === 'record.kind' || field === 'record.name') continue;
      const key = recordFieldParts(field).name;
      if (own.has(key)) values[key] = value;
      else if (value !== null && book.facts.has(key)) sayForeign(row, field, form);
    }
    return [
      {
        key: `${form.id}/${projectNameKey(name)}`,
        label: `“${name}”`,
        // Every value was put in by the reader of its own field.
        values: values as RowRecord['values'],
      },
    ];
  },
};

/** Under which name a fact of a kind of project stands among the fields: 项目投入 and 项目实际投资 are two fields. */
export function projectFactFields(finders: Finders, kindId: string): ReadonlyMap<string, string> {
  return bookOf(finders).factFields.get(kindId) ?? new Map();
}

/** What makes two spellings of a project's name the same: blanks and width do not count. */
export function projectNameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '');
}

type Book = {
  readonly fields: readonly RecordFieldInfo[];
  readonly forms: readonly RecordForm[];
  /** Names of the fields that are facts. */
  readonly facts: ReadonlySet<string>;
  /** Field of each fact, by kind of project. */
  readonly factFields: ReadonlyMap<string, ReadonlyMap<string, string>>;
};

const baseNames: ReadonlySet<string> = new Set(['kind', 'name', 'eventOn', 'object', 'contract', 'remark']);
const books = new WeakMap<Finders, Book>();

function bookOf(finders: Finders): Book {
  const ready = books.get(finders);
  if (ready !== undefined) return ready;
  const book = makeBook(finders.district.projectForms);
  books.set(finders, book);
  return book;
}

/** Facts that read alike in several kinds of project are one field; others get names of their own. */
function makeBook(kinds: readonly ProjectForm[]): Book {
  const facts = new Map<string, RecordFieldInfo>();
  const byWords = new Map<string, string>();
  const factFields = new Map<string, ReadonlyMap<string, string>>();
  for (const kind of kinds) {
    const own = new Map<string, string>();
    for (const fact of kind.facts) {
      const words = JSON.stringify([fact.label, fact.type, fact.choices]);
      const known = byWords.get(words);
      const free = !facts.has(fact.name) && !baseNames.has(fact.name);
      const name = known ?? (free ? fact.name : `${kind.id}-${fact.name}`);
      byWords.set(words, name);
      if (known === undefined) facts.set(name, factField(name, fact));
      own.set(fact.name, name);
    }
    factFields.set(kind.id, own);
  }
  const forms = kinds.map((kind): RecordForm => {
    const own = [...(factFields.get(kind.id)?.values() ?? [])].flatMap((name) => facts.get(name) ?? []);
    return { id: kind.id, label: kind.label, fields: [...formFields(kind), ...own, remark] };
  });
  const fields = [...baseFields(kinds), ...facts.values(), remark];
  return { fields, forms, facts: new Set(facts.keys()), factFields };
}

function text(name: string, label: string, rest: Partial<RecordFieldInfo> = {}): RecordFieldInfo {
  const aliases = recordAliases.projects[name] ?? [];
  return { name, label, aliases, type: { is: 'text' }, required: false, rule: '', sample: '', ...rest };
}

const remark = text('remark', '备注', { rule: '可不填。' });

/** The fields of every project, known by the words of all kinds. */
function baseFields(kinds: readonly ProjectForm[]): readonly RecordFieldInfo[] {
  const withWords = (field: RecordFieldInfo, said: readonly (string | null)[]): RecordFieldInfo => ({
    ...field,
    aliases: [...field.aliases, ...said.flatMap((word) => word ?? [])],
  });
  const choices = kinds.map(({ id, label, aliases }) => ({
    id,
    label,
    aliases: [...aliases, ...shortWords(label)],
  }));
  return [
    text('kind', '项目类别', { type: { is: 'choice', choices }, required: true }),
    withWords(
      text('name', '项目名称', { required: true }),
      kinds.map(({ nameLabel }) => nameLabel),
    ),
    withWords(
      text('eventOn', '项目日期', { type: { is: 'day' } }),
      kinds.map(({ dateLabel }) => dateLabel),
    ),
    withWords(text('object', '产品（机构、品牌）名称'), kinds.map(objectOf)),
    withWords(
      text('contract', '合同编号'),
      kinds.map(({ contractLabel }) => contractLabel),
    ),
  ];
}

/** The same fields in the words of one kind. */
function formFields(kind: ProjectForm): readonly RecordFieldInfo[] {
  const object = objectOf(kind);
  const { contractLabel } = kind;
  return [
    text('name', kind.nameLabel, {
      required: true,
      rule: '一个项目一行，与申报材料一致。',
      sample: '示例项目',
    }),
    text('eventOn', kind.dateLabel, {
      type: { is: 'day' },
      required: true,
      rule: '写成 2024-03-15；按这一天适用条款。',
      sample: '2024-03-15',
    }),
    ...(object === null
      ? []
      : [text('object', object, { rule: '同一对象只奖补一次，写全称。', sample: '示例' })]),
    ...(contractLabel === null
      ? []
      : [
          text('contract', contractLabel, {
            rule: '同一合同只补助一次，按合同原件填写。',
            sample: 'HT2024-001',
          }),
        ]),
  ];
}

/** What is paid for only once; a kind whose projects are called after it needs no column of its own. */
function objectOf({ objectLabel, nameLabel }: ProjectForm): string | null {
  return objectLabel === nameLabel ? null : objectLabel;
}

function factField(
  name: string,
  { label, type, choices, help }: ProjectForm['facts'][number],
): RecordFieldInfo {
  const shape = factType(type, choices);
  return {
    name,
    label,
    aliases: factAliases(label),
    type: shape,
    required: false,
    rule: help ?? ruleOf[shape.is] ?? '',
    sample: '',
  };
}

const ruleOf: Readonly<Partial<Record<RecordType['is'], string>>> = {
  flag: '是或否。',
  money: '单位万元，只填数字。',
  share: '单位 %，3.5% 填 3.5。',
  count: '只填整数。',
  day: '写成 2024-03-15。',
  choice: '从下拉列表中选择。',
};

function factType(
  type: ProjectForm['facts'][number]['type'],
  choices: ProjectForm['facts'][number]['choices'],
): RecordType {
  switch (type) {
    case 'boolean':
      return { is: 'flag' };
    case 'day':
      return { is: 'day' };
    case 'choice':
      return { is: 'choice', choices };
    case 'rate':
      return { is: 'share', least: 0, most: 1_000_000 };
    case 'money':
      return { is: 'money', least: 0, most: 100_000_000_000_000 };
    case 'count':
      return { is: 'count', least: 0, most: 1_000_000_000 };
  }
}

/** The kind of project of a row: its own cell, its group title, the table as a whole, or the columns that only it has. */
function kindOf(row: RecordRow): string | null {
  const { reading, finders } = row;
  const own = reading.values['record.kind'];
  if (typeof own === 'string') return own;
  const written = cleanText(reading.seen.get('record.kind')?.text ?? '');
  const alike = written === null ? null : projectKindWithin([written], finders);
  if (alike !== null) {
    reading.unsay('record.kind', 'choice-unknown');
    const label = bookOf(finders).forms.find(({ id }) => id === alike)?.label;
    const message = `项目类别“${written}”确认后按“${label}”登记`;
    reading.say('record.kind', {
      code: 'choice-alike',
      severity: 'warning',
      message,
      fix: `请写成“${label}”`,
    });
    return alike;
  }
  if (written === null) {
    const known = projectKindWithin([row.row.section], finders) ?? row.variant ?? kindByColumns(row);
    if (known !== null) return known;
  }
  const listed = finders.district.projectForms.map(({ label }) => label).join('、');
  const message = written === null ? '没有写明是哪一类项目' : `项目类别“${written}”不在本区政策的项目类别内`;
  const fix = `请在“项目类别”栏写明：${listed}`;
  reading.unsay('record.kind', 'choice-unknown');
  reading.say('record.kind', { code: 'record-incomplete', severity: 'error', message, fix });
  return null;
}

/** The one kind that has most of the facts that this table's columns are about. */
function kindByColumns({ columns, finders }: RecordRow): string | null {
  const { facts, forms } = bookOf(finders);
  const asked = [...columns].map((field) => recordFieldParts(field).name).filter((name) => facts.has(name));
  const scored = forms
    .map(({ id, fields }) => ({ id, score: fields.filter(({ name }) => asked.includes(name)).length }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best === undefined || best.score === 0 || best.score === second?.score) return null;
  return best.id;
}

/** The one kind of project that lines speak of, nearest first, by its name or the word that makes it out. */
function projectKindWithin(lines: readonly string[] | Heading, finders: Finders): string | null {
  for (const line of lines) {
    const words = projectNameKey(line);
    if (words === '') continue;
    const found = finders.district.projectForms.filter(({ label }) =>
      [label, ...shortWords(label)].some((word) => words.includes(projectNameKey(word))),
    );
    const [only, second] = found;
    if (only !== undefined && second === undefined) return only.id;
  }
  return null;
}

/** 技改 of 制造业技改项目, 数字化攻关 of 数字化攻关项目; a list of several has none. */
function shortWords(label: string): readonly string[] {
  if (/[、，]/u.test(label)) return [];
  const short = label.replace(/^(?:制造业|新)/u, '').replace(/(?:项目|产品|服务|投资|入选)$/u, '');
  return short.length >= 2 && short !== label ? [short] : [];
}

function sayForeign({ reading, finders }: RecordRow, field: RecordField, form: RecordForm): void {
  const label = bookOf(finders).fields.find(({ name }) => `record.${name}` === field)?.label;
  const message = `${form.label}没有“${label}”这一项，该栏不导入`;
  reading.say(field, { code: 'record-foreign', severity: 'info', message, fix: null });
}

function isRecordKey(field: string): field is RecordField {
  return field.startsWith('record.');
}
