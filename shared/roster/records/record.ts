import { amountText } from '#shared/domain/money.ts';
import type { Finders } from '../context.ts';
import type { RecordField } from '../fields.ts';
import type { RosterRow } from '../find-tables.ts';
import type { Heading } from '../heading.ts';
import type { Remark } from '../issue.ts';
import type { RowReading } from '../read-row.ts';
import type { Named } from '../values/choice.ts';

/** Value of a record's field: 分, a count, ppm, hundredths, yes or no, a day, an id, a text; null when it is to be erased. */
export type RecordValue = string | number | boolean | null;

/** Values by name of the field; an absent one is not stated. */
export type RecordValues = Readonly<Record<string, RecordValue>>;

/** How a cell of a record is read, written and shown. Bounds are in the unit that is stored. */
export type RecordType =
  | { readonly is: 'text' | 'day' | 'year' | 'flag' }
  | {
      readonly is: 'money' | 'count' | 'share' | 'score';
      readonly least: number;
      readonly most: number;
    }
  | { readonly is: 'choice'; readonly choices: readonly Named[] };

/** A field of a kind of record, with what its form says of it. */
export type RecordFieldInfo = {
  readonly name: string;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly type: RecordType;
  readonly required: boolean;
  /** How to fill it in, one sentence. */
  readonly rule: string;
  /** Whether only lists of others have it, not our form. */
  readonly foreign?: true;
  /** What the sample row of the form writes, as a person would. */
  readonly sample: string | number;
};

/** One record that a row states of its firm. */
export type RowRecord = {
  /** Which record of the firm it is: the year, the pool, the project. */
  readonly key: string;
  /** How lists name it: 2023年. */
  readonly label: string;
  readonly values: RecordValues;
};

/** What a record is held against in the ledger: nothing yet (null) or what is there, or why it cannot be written. */
export type RecordPlace =
  | {
      readonly before: RecordValues | null;
      /** What the record comes to beside the ledger, where that is not just what the row states. */
      readonly values?: RecordValues;
      readonly remarks?: readonly Remark[];
      /** Why what differs cannot be written. */
      readonly fixed?: Remark;
    }
  | { readonly refused: Remark };

/** How comparing asks the ledger about the records of one kind. */
export type RecordLookup = {
  readonly place: (firmId: number, record: RowRecord) => RecordPlace;
  /** What is to be said of a record when all records of its firm in the draft are known; an error keeps its row out. */
  readonly review?: (
    firmId: number,
    records: readonly RowRecord[],
  ) => ReadonlyMap<RowRecord, readonly Remark[]>;
};

/** One row while its records are made of the values that its cells hold. */
export type RecordRow = {
  readonly reading: RowReading;
  readonly row: RosterRow;
  readonly heading: Heading;
  readonly finders: Finders;
  /** Fields of this table's columns. */
  readonly columns: ReadonlySet<RecordField>;
  /** Which form of its kind the whole table is (项目类别); null when it is not said or there is only one. */
  readonly variant: string | null;
  /** Whether it is one of our own forms, in which a row may wait to be filled in. */
  readonly form: boolean;
};

/** Columns of a table as a kind looks at them to know its own. */
export type SeenColumns = {
  /** Fields of firms and titles that the headers name. */
  readonly plain: ReadonlySet<string>;
  /** Fields of this kind. */
  readonly own: readonly RecordField[];
  readonly heading: Heading;
  /** Whether a column names titles, as in a list of recognitions. */
  readonly titled: boolean;
  readonly variant: string | null;
};

/** One of several forms of a kind, such as that of one kind of project. */
export type RecordForm = {
  readonly id: string;
  readonly label: string;
  readonly fields: readonly RecordFieldInfo[];
};

/** What one kind of record is: its fields, how it is known, and how a row states it. */
export type RecordRules = {
  /** All its fields in a district. */
  readonly fields: (finders: Finders) => readonly RecordFieldInfo[];
  /** Its forms, where one sheet cannot serve all; their fields are among `fields`, in the words of the form. */
  readonly forms?: (finders: Finders) => readonly RecordForm[];
  /** The form that the lines above a table speak of. */
  readonly variant?: (heading: Heading, finders: Finders) => string | null;
  /** Why a table is of this kind; null when it is not. */
  readonly recognise: (seen: SeenColumns, finders: Finders) => string | null;
  readonly read: (row: RecordRow) => readonly RowRecord[];
};

/** Unit that a field is typed in: 万元, %, 分. */
export function recordUnit({ is }: RecordType): string | null {
  if (is === 'money') return '万元';
  return is === 'share' ? '%' : null;
}

/** A value in words, with its unit; null when there is none. */
export function recordText(type: RecordType, value: RecordValue | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (type.is === 'choice') return type.choices.find(({ id }) => id === value)?.label ?? String(value);
  if (typeof value === 'string') return value;
  if (type.is === 'money') return amountText(value);
  if (type.is === 'share') return `${value / 10_000}%`;
  return type.is === 'score' ? String(value / 100) : String(value);
}
