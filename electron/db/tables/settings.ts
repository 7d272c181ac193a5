import type { ReadDb, WriteTx } from '../handles.ts';

/** A value that a setting can hold: anything that JSON can say. */
export type SettingValue =
  | string
  | number
  | boolean
  | null
  | readonly SettingValue[]
  | { readonly [key: string]: SettingValue };

/** The value of a setting (设置), as it was stored; nothing when it was never set. */
export function getSetting(db: ReadDb, key: string): unknown {
  const row = db.query<{ value: string }>('SELECT value FROM setting WHERE key = ?').get(key);
  return row === undefined ? undefined : JSON.parse(row.value);
}

/** Sets a setting; an equal value changes nothing and so is not recorded. */
export function putSetting(tx: WriteTx, key: string, value: SettingValue): void {
  tx.write(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(value));
}

/** Makes a setting unset; nothing happens when it is. */
export function deleteSetting(tx: WriteTx, key: string): void {
  tx.write('DELETE FROM setting WHERE key = ?').run(key);
}
