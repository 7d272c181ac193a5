import { join } from 'node:path';
import { executableName } from '../config/electron-builder.mjs';

/** Where a build puts the packed folder, and the executable and resources in it. */
export function packedPlaces(output, { platform = process.platform, arch = process.arch } = {}) {
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  if (platform === 'darwin') {
    const folder = join(output, `mac${suffix}`);
    const contents = join(folder, '梯度131.app/Contents');
    return { folder, executable: join(contents, 'MacOS/梯度131'), resources: join(contents, 'Resources') };
  }
  const folder = join(output, `${platform === 'win32' ? 'win' : 'linux'}${suffix}-unpacked`);
  return {
    folder,
    executable: join(folder, platform === 'win32' ? `${executableName}.exe` : executableName),
    resources: join(folder, 'resources'),
  };
}
