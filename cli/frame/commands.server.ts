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

/** Names as they are typed, `plan read`, each with its line of help. */
export function listCommands(): Map<string, string> {
  const commands = new Map<string, string>();
  for (const file of readdirSync(FOLDER).sort()) {
    if (!/^[a-z-]+\.ts$/.test(file)) continue;
    const help = findHelp(readFileSync(path.join(FOLDER, file), 'utf8'));
    if (help) commands.set(file.slice(0, -'.ts'.length).replaceAll('-', ' '), help);
  }
  return commands;
}

/** Read from the text, since loading every command for its line would take seconds. */
function findHelp(source: string): string | undefined {
  return /^export const help =\s+'([^'\n]+)';$/m.exec(source)?.[1];
}

/** The command with the most words among those the arguments begin with. */
export function findCommand(args: readonly string[]): FoundCommand | undefined {
  const names = listCommands();
  for (let count = Math.min(LONGEST, args.length); count > 0; count -= 1) {
    const name = args.slice(0, count).join(' ');
    if (!names.has(name)) continue;
    const file = path.join(FOLDER, `${name.replaceAll(' ', '-')}.ts`);
    const load = async () => (await import(pathToFileURL(file).href)) as Command;
    return { name, rest: args.slice(count), load };
  }
  return undefined;
}
