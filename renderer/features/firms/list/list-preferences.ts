import { type FirmListColumn, firmListColumns } from '#shared/text/firm-columns.ts';

/** Row heights a person can choose from: 宽松, 标准, 紧凑. */
export const densities = ['large', 'middle', 'small'] as const;
/** One of the row heights. */
export type Density = (typeof densities)[number];
/** Word of each row height. */
export const densityWords: Readonly<Record<Density, string>> = {
  large: '宽松',
  middle: '标准',
  small: '紧凑',
};

/** Rows a page can hold. */
export const pageSizes = [50, 100, 200] as const;

/** What the list remembers between sessions. `columns` is null until the person chooses: the width decides. */
export type ListPreferences = {
  readonly columns: readonly FirmListColumn[] | null;
  readonly density: Density;
  readonly pageSize: number;
};

const defaults: ListPreferences = { columns: null, density: 'middle', pageSize: 50 };
const storageKey = 'firms.list';

/** Columns that fit a narrow window (1366 pixels) without scrolling the page. */
const narrowColumns: readonly FirmListColumn[] = [
  'code',
  'street',
  'chain',
  'titles',
  'contactName',
  'contactPhone',
];

/** Columns shown while the person has not chosen: a wide window gets more of them, not larger gaps. */
export function defaultColumns(windowWidth: number): readonly FirmListColumn[] {
  if (windowWidth < 1600) return narrowColumns;
  return firmListColumns;
}

/** Reads remembered choices; anything damaged or unknown falls back to the default of that choice. */
export function parsePreferences(text: string | null): ListPreferences {
  const stored = parseObject(text);
  const { columns, density, pageSize } = stored;
  return {
    columns: Array.isArray(columns)
      ? firmListColumns.filter((key) => columns.includes(key))
      : defaults.columns,
    density: densities.find((value) => value === density) ?? defaults.density,
    pageSize: pageSizes.find((value) => value === pageSize) ?? defaults.pageSize,
  };
}

/** The choices of this computer. */
export function readPreferences(): ListPreferences {
  return parsePreferences(localStorage.getItem(storageKey));
}

/** Remembers the choices on this computer. */
export function writePreferences(preferences: ListPreferences): void {
  localStorage.setItem(storageKey, JSON.stringify(preferences));
}

function parseObject(text: string | null): Readonly<Record<string, unknown>> {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? { ...value } : {};
  } catch {
    return {}; // a damaged note of choices is no reason to stop: the defaults apply
  }
}
