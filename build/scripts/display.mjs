// A virtual display for machines without one.
import { spawn } from 'node:child_process';
import { SetupError } from '../setup/say.mjs';

/** Whether a window needs a virtual display here. */
export function needsVirtualDisplay() {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

/** Starts a virtual display on a free number; answers its name and how to end it. */
export function startVirtualDisplay() {
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'];
    // A group of its own: Ctrl+C in the terminal reaches the application first, which still needs its display.
    const server = spawn('Xvfb', args, { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const failed = () =>
      reject(new SetupError('虚拟显示没有启动：请安装 xvfb（apt-get install -y xvfb）后重试。'));
    server.once('error', failed);
    server.once('exit', failed);
    server.stdio[3].once('data', (number) => {
      server.unref();
      server.stdio[3].unref();
      resolve({ name: `:${String(number).trim()}`, stop: () => server.kill() });
    });
  });
}
