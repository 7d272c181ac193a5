// How the packed application is made. One install mode for ever (for the whole machine), data kept when it is removed,
// no updates over a network, ASCII names wherever a tool or a path could trip over Chinese.
import { rmSync } from 'node:fs';
import { join } from 'node:path';

/** Name of the executable and of the install folder. */
export const executableName = 'tidu131';

/**
 * Fuses of a shipped build: the executable is this application and nothing else. A test build lets a test driver
 * attach. Cookies are not used, and their encryption would ask for the system's key ring, so it stays off.
 */
export function fusesOf({ test }) {
  return {
    runAsNode: false,
    enableCookieEncryption: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: test,
    // The archive's hash is only kept by macOS and Windows builds made on their own system.
    enableEmbeddedAsarIntegrityValidation: process.platform !== 'linux',
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  };
}

/** Configuration of electron-builder for one build. */
export function builderConfig({ app, icons, output, electronVersion, electronFolder, test }) {
  return {
    appId: 'cn.tidu131.desktop',
    productName: '梯度131',
    copyright: '梯度131',
    directories: { app, output, buildResources: icons },
    files: ['**/*'],
    asar: { smartUnpack: false },
    asarUnpack: ['**/*.node'],
    npmRebuild: false,
    publish: null,
    electronVersion,
    ...(electronFolder === undefined ? {} : { electronDist: electronFolder }),
    electronLanguages: process.platform === 'darwin' ? ['zh_CN', 'en'] : ['zh-CN', 'en-US'],
    electronFuses: fusesOf({ test }),
    // A runtime made by the set-up carries a launcher of its own; the packed application starts from its archive.
    afterPack: ({ appOutDir }) => rmSync(join(appOutDir, 'resources/app'), { recursive: true, force: true }),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in
    artifactName: 'tidu131-${version}-${os}-${arch}.${ext}',
    win: { icon: join(icons, 'icon.ico'), executableName, target: ['nsis', 'zip'] },
    nsis: {
      oneClick: false,
      perMachine: true,
      deleteAppDataOnUninstall: false,
      differentialPackage: false,
      shortcutName: '梯度131',
      installerLanguages: ['zh_CN'],
      language: '2052',
    },
    linux: {
      icon: join(icons, 'icon.png'),
      executableName,
      category: 'Office',
      maintainer: '梯度131',
      target: ['deb', 'tar.gz'],
      desktop: { entry: { Name: '梯度131', StartupWMClass: executableName } },
    },
    mac: { icon: join(icons, 'icon.icns'), category: 'public.app-category.business', target: ['dmg'] },
  };
}
