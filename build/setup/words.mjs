/** Where an Electron came from, as a person reads it. */
export const sourceWords = { override: '指定位置', official: '官方', registry: '软件源' };

/** How the SQLite binding came about, as a person reads it. */
export const bindingWords = { prebuilt: '随包自带', compiled: '本机编译' };
