import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '#shared/contract/bridge.ts';

/** All that pages get: four verbs and the hand-over of a dropped file. Nothing of Electron itself. */
const bridge = {
  call: (method, input, jobId) => ipcRenderer.invoke('tidu:call', method, input, jobId ?? null),
  cancel: (jobId) => ipcRenderer.send('tidu:cancel', jobId),
  subscribe: (event, listener) => {
    const receive = (_: unknown, name: unknown, payload: unknown) => {
      if (name === event) listener(payload);
    };
    ipcRenderer.on('tidu:event', receive);
    return () => ipcRenderer.off('tidu:event', receive);
  },
  grantFile: (file) =>
    ipcRenderer.invoke('tidu:grant', file instanceof File ? webUtils.getPathForFile(file) : ''),
} satisfies Bridge;

contextBridge.exposeInMainWorld('tidu', bridge);
