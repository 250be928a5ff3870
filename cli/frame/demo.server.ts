// The sample commune at the first start, so that nobody opens an empty page.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inCommune, listCommuneIds, readCommune } from '#lib/platform/index.server.ts';

const DEMO = path.resolve(import.meta.dirname, '../demo.ts');

interface DemoModule {
  loadDemo(say: (line: string) => void): Promise<void>;
}

/** Loads the demo when the installation has no commune yet. */
export async function loadDemoIfEmpty(say: (line: string) => void): Promise<void> {
  if (!existsSync(DEMO) || (await listCommuneIds()).length > 0) return;
  const { loadDemo } = (await import(pathToFileURL(DEMO).href)) as DemoModule;
  say('Cơ sở dữ liệu còn trống: đang nạp xã minh họa…');
  await loadDemo(say);
}

/** True if any commune of the installation is a demonstration. */
export async function hasDemo(): Promise<boolean> {
  for (const id of await listCommuneIds()) {
    const commune = await inCommune(id, readCommune);
    if (commune.demoDay !== null) return true;
  }
  return false;
}
