import { describe, expect, it } from 'vitest';
import { defaultColumns, parsePreferences } from '#renderer/features/firms/list/list-preferences.ts';

const defaults = { columns: null, density: 'middle', pageSize: 50 };

describe('台账列表的记忆', () => {
  it('starts with the defaults, also when the note is damaged', () => {
    expect(parsePreferences(null)).toEqual(defaults);
    expect(parsePreferences('{"columns":')).toEqual(defaults);
    expect(parsePreferences('null')).toEqual(defaults);
    expect(parsePreferences('{"columns":7,"density":"huge","pageSize":9999}')).toEqual(defaults);
  });

  it('keeps known choices and drops columns that no longer exist', () => {
    const note = JSON.stringify({ columns: ['chain', 'gone', 'code'], density: 'small', pageSize: 200 });
    expect(parsePreferences(note)).toEqual({ columns: ['code', 'chain'], density: 'small', pageSize: 200 });
  });

  it('remembers that every optional column was hidden', () => {
    expect(parsePreferences('{"columns":[]}').columns).toEqual([]);
  });

  it('gives a wide window more columns', () => {
    expect(defaultColumns(1920).length).toBeGreaterThan(defaultColumns(1366).length);
    expect(defaultColumns(1366)).toContain('titles');
  });
});
