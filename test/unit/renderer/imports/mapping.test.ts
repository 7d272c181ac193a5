import { describe, expect, it } from 'vitest';
import {
  acceptAll,
  assign,
  type Column,
  mappingOf,
  openSuggestions,
  sameMapping,
} from '#renderer/features/imports/wizard/mapping.ts';

function column(index: number, field: string | null, suggestion: string | null = null): Column {
  return {
    index,
    letter: String.fromCharCode(64 + index),
    header: `列${index}`,
    field,
    fieldLabel: field,
    together: null,
    unit: null,
    suggestion,
    samples: [],
  };
}

const columns = [
  column(1, 'name'),
  column(2, 'code'),
  column(3, null, 'address'),
  column(4, null, 'address'),
  column(5, null, 'name'),
  column(6, null),
];

describe('列对应', () => {
  it('lets one column feed a field: the column that had it lets go', () => {
    const mapping = assign(mappingOf(columns), 6, 'name');
    expect(mapping.find((entry) => entry.index === 6)?.field).toBe('name');
    expect(mapping.find((entry) => entry.index === 1)?.field).toBeNull();
  });

  it('lets several columns be left out', () => {
    const mapping = assign(assign(mappingOf(columns), 1, null), 2, null);
    expect(mapping.every((entry) => entry.field === null)).toBe(true);
  });

  it('offers suggestions only for free columns and free fields', () => {
    expect(openSuggestions(columns, mappingOf(columns)).map((entry) => entry.index)).toEqual([3, 4]);
    const used = assign(mappingOf(columns), 6, 'address');
    expect(openSuggestions(columns, used)).toEqual([]);
  });

  it('accepts a doubled suggestion once', () => {
    const mapping = acceptAll(columns, mappingOf(columns));
    expect(mapping.filter((entry) => entry.field === 'address').map((entry) => entry.index)).toEqual([3]);
  });

  it('knows whether anything was changed', () => {
    const mapping = mappingOf(columns);
    expect(sameMapping(mapping, assign(mapping, 6, 'city'))).toBe(false);
    expect(sameMapping(mapping, assign(assign(mapping, 6, 'city'), 6, null))).toBe(true);
  });
});
