import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { channelOf, droppedChannel, eventChannel } from '@shared/channels.ts';
import type { DesignerHost, DroppedFile, HostEvent } from '@shared/contract.ts';

type Ask = (request?: unknown) => Promise<unknown>;

/** The path of a dropped file; empty for one that is not on disk. Electron before 29 writes it on the file itself. */
function pathOf(file: DroppedFile): string {
  if ('path' in file && typeof file.path === 'string') return file.path;
  return webUtils.getPathForFile(file as DroppedFile & File);
}

const methods = Object.fromEntries(
  Object.entries(channelOf).map(([method, channel]): [string, Ask] => [method, (request) => ipcRenderer.invoke(channel, request)]),
);

const dropsAndEvents: Pick<DesignerHost, 'openDropped' | 'onEvent'> = {
  openDropped: (files) => ipcRenderer.invoke(droppedChannel, files.map(pathOf)) as ReturnType<DesignerHost['openDropped']>,
  onEvent(listener) {
    const forward = (_event: unknown, event: HostEvent): void => listener(event);
    ipcRenderer.on(eventChannel, forward);
    return () => void ipcRenderer.off(eventChannel, forward);
  },
};

contextBridge.exposeInMainWorld('designer', { ...methods, ...dropsAndEvents });
