import { resolve } from 'node:path';
import { CliFailure, type Command, required } from '../command.ts';
import { withCore } from '../with-core.ts';

/** `backup`: a verified copy of the ledger. */
export const backupCommand: Command = {
  name: 'backup',
  usage: '--db 文件 --out 备份文件',
  summary: '把台账备份成一个文件，写完重新打开核验。',
  options: { db: 'value', out: 'value' },
  run: (args, io) => {
    const path = resolve(required(args, 'out'));
    return withCore(args, io, async (core) => {
      const result = await core.call('@backup-to', { path });
      if (!result.ok) throw new CliFailure(result.error);
      return { json: { file: path }, lines: [`已备份并核验：${path}`] };
    });
  },
};

/** `restore`: goes back to a copy; what is there now is copied first. */
export const restoreCommand: Command = {
  name: 'restore',
  usage: '--db 文件 --from 备份文件',
  summary: '用备份替换台账；先核验备份，再把现有台账另存一份（恢复前）。',
  options: { db: 'value', from: 'value' },
  run: (args, io) => {
    const path = resolve(required(args, 'from'));
    return withCore(
      args,
      io,
      async (core, databasePath) => {
        const result = await core.call('@restore-from', { path });
        if (!result.ok) throw new CliFailure(result.error);
        return { json: { restored: true, db: databasePath, from: path }, lines: [`已从备份恢复：${path}`] };
      },
      false,
    );
  },
};
