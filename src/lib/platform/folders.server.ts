// Where the installation keeps what isn't in the database.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the program itself. */
export const projectFolder: string = fileURLToPath(new URL('../../../', import.meta.url));

/** The data folder: `LOA_DATA`, or `.loa` beside the program. */
export function dataFolder(): string {
  const given = process.env['LOA_DATA'];
  return given ? resolve(given) : resolve(projectFolder, '.loa');
}
