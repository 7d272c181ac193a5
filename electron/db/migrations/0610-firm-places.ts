import type { Migration } from './migration.ts';

/** Firms are counted by street, platform and chain from one index. */
export const firmPlaces: Migration = {
  version: 610,
  name: 'firm-places',
  sql: `
CREATE INDEX firm_by_places ON firm (street_id, platform_id, chain_id, sample);
`,
};
