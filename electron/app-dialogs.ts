import { join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { Ports } from './context.ts';

const FILTERS = { roster: ['xlsx', 'csv'], backup: ['sqlite'], barrier: ['csv', 'xlsx', 'txt'], photo: ['jpg', 'jpeg', 'png'], evidence: ['jpg', 'jpeg', 'png', 'webp', 'pdf'] };

/** The native file dialogs of a window. What they give out is added to `picked`, which `ipc.ts` asks. */
export function dialogPorts(window: () => BrowserWindow, picked: Set<string>): Required<Pick<Ports, 'pickToOpen' | 'pickToSave'>> {
  const remember = (file: string | undefined): string | null => {
    if (!file) return null;
    picked.add(file);
    return file;
  };
  return {
    pickToOpen: async (kind) => {
      const filters = [{ name: FILTERS[kind].join(', '), extensions: FILTERS[kind] }];
      const { filePaths } = await dialog.showOpenDialog(window(), { properties: ['openFile'], filters });
      return remember(filePaths[0]);
    },
    pickToSave: async (name, extension) => {
      const { filePath } = await dialog.showSaveDialog(window(), {
        defaultPath: join(app.getPath('documents'), name),
        filters: [{ name: extension, extensions: [extension] }],
      });
      return remember(filePath);
    },
  };
}
