import { call } from '#renderer/client/api.ts';

/** What is known of a fault of the page: its message and where it came from. */
export type Fault = { readonly message: string; readonly stack: string | undefined };

/** Reads a fault out of whatever was thrown. */
export function faultOf(thrown: unknown): Fault {
  if (thrown instanceof Error) return { message: `${thrown.name}: ${thrown.message}`, stack: thrown.stack };
  return { message: String(thrown), stack: undefined };
}

/** Text for 复制诊断信息: versions, page, fault. No names, no search text: only the path of the address. */
export async function diagnosticsText(fault: Fault | null): Promise<string> {
  const about = await call('app.about', {}).catch(() => null); // the text must come out even when main cannot answer
  const page = window.location.hash.replace(/\?.*$/, '') || '#/';
  const lines = [
    '梯度131 诊断信息',
    `时间 ${new Date().toISOString()}`,
    about === null
      ? '版本 未知'
      : `版本 ${about.version} / Electron ${about.electron} / Chromium ${about.chrome} / Node ${about.node}`,
    `系统 ${navigator.userAgent}`,
    `窗口 ${window.innerWidth}×${window.innerHeight}，缩放 ${window.devicePixelRatio}`,
    `页面 ${page}`,
  ];
  if (fault !== null) lines.push(`错误 ${fault.message}`, fault.stack ?? '');
  return lines.join('\n').trim();
}
