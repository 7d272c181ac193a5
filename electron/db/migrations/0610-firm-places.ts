import type { Migration } from './migration.ts';

/** Firms are counted by street, platform and chain from one index, which also serves where only the street is asked. */
export const firmPlaces: Migration = {
  version: 610,
  name: 'firm-places',
  sql: `
DROP INDEX firm_by_street;
CREATE INDEX firm_by_places ON firm (street_id, platform_id, chain_id, sample);
`,
};
