// The passphrase of a backup, from a file: an argument would show in the list of processes.
import { readFileSync } from 'node:fs';
import { backupError } from '#lib/platform/index.ts';
import { commandError } from './errors.ts';

const MINIMUM = 12;

/** The first line of the file; undefined where none is named. @throws LoaError */
export function readPassphrase(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const message = (error as Error).message;
    throw commandError('command.wrong-value', { name: '--passphrase-file', message });
  }
  const passphrase = text.split(/\r?\n/)[0] ?? '';
  const length = [...passphrase].length;
  if (length < MINIMUM)
    throw backupError('backup.weak-passphrase', { file, length, minimum: MINIMUM });
  return passphrase;
}
