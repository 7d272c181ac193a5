import type { Command } from './command.ts';

/** The page that `--help` prints: every command with its arguments. */
export function overview(commands: readonly Command[]): string {
  return [
    '梯度131 命令行',
    '',
    '用法：npm run -s cli -- <命令> … [--json]      （安装版：tidu131 cli <命令> …）',
    '',
    ...commands.flatMap((command) => [`  ${command.name} ${command.usage}`, `      ${command.summary}`]),
    '',
    '--json 时标准输出只有一段 JSON，提示与错误在标准错误输出。',
    '退出码：0 完成；1 输入有问题，未作任何改动；2 用法不对；3 程序内部错误。',
  ].join('\n');
}

/** Help of one command. */
export function commandHelp(command: Command): string {
  return `${command.name} ${command.usage}\n${command.summary}`;
}
