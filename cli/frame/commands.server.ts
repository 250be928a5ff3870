// Finds commands by their files, so that a new one needs no list to be changed.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a file in cli/ exports. */
export interface Command {
  /** One line in Vietnamese. */
  readonly help: string;
  /** Arguments and options, for `loa <command> --help`. */
  readonly usage?: string;
  readonly run: (args: string[]) => Promise<number>;
}

export interface FoundCommand {
  readonly name: string;
  /** The arguments after the command's own words. */
  readonly rest: string[];
  /** Loaded only when it is run: reading a plan must not wait for the web server's code. */
  readonly load: () => Promise<Command>;
}

const FOLDER = path.resolve(import.meta.dirname, '..');
const LONGEST = 3;

/** Names as they are typed: `plan read`. */
export function listCommands(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => /^[a-z-]+\.ts$/.test(file) && isCommand(path.join(FOLDER, file)))
    .map((file) => file.slice(0, -'.ts'.length).replaceAll('-', ' '))
    .sort();
}

/** Told by its text, since loading every file for its exports would take a second. */
function isCommand(file: string): boolean {
  return /^export const help\b/m.test(readFileSync(file, 'utf8'));
}

/** The command with the most words among those the arguments begin with. */
export function findCommand(args: readonly string[]): FoundCommand | undefined {
  const names = new Set(listCommands());
  for (let count = Math.min(LONGEST, args.length); count > 0; count -= 1) {
    const name = args.slice(0, count).join(' ');
    if (!names.has(name)) continue;
    const file = path.join(FOLDER, `${name.replaceAll(' ', '-')}.ts`);
    const load = async () => (await import(pathToFileURL(file).href)) as Command;
    return { name, rest: args.slice(count), load };
  }
  return undefined;
}
