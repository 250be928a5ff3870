// The commands of Loa. A command is a file of this folder: `loa plan read` is plan-read.ts, which
// exports `help` (one line) and `run(args)`, whose number is the exit code: 0 done, 1 could not,
// 2 wrong usage, 3 done with findings of severity error.
import { findCommand, listCommands } from './frame/commands.server.ts';
import { explain } from './frame/explain.ts';
import { suggest } from './frame/suggest.ts';
import { endWithDoor, endWithReader } from './frame/signals.server.ts';

endWithDoor();
endWithReader();
process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  if (args.length === 0 || args[0] === '--help' || args[0] === '-h' || args[0] === 'help') {
    printHelp();
    return args.length === 0 ? 2 : 0;
  }
  const found = findCommand(args);
  if (!found) {
    const words = args.filter((word) => !word.startsWith('-')).join(' ');
    const near = suggest(words, [...listCommands().keys()]);
    process.stderr.write(`Không có lệnh “${words}”.${near ? ` Ý bạn là: loa ${near}?` : ''}\n`);
    process.stderr.write('Xem các lệnh: loa --help\n');
    return 2;
  }
  try {
    const command = await found.load();
    if (found.rest.includes('--help') || found.rest.includes('-h')) {
      process.stdout.write(`loa ${found.name}: ${command.help}\n${command.usage ?? ''}`);
      return 0;
    }
    return await command.run(found.rest);
  } catch (error) {
    const { text, exitCode } = explain(error);
    process.stderr.write(`${text}\n`);
    return exitCode;
  }
}

function printHelp(): void {
  const commands = listCommands();
  const width = Math.max(...[...commands.keys()].map((name) => name.length));
  const lines = [...commands].map(([name, help]) => `  loa ${name.padEnd(width)}  ${help}\n`);
  process.stdout.write(`Loa: văn phòng thông tin công khai của xã, phường\n\n${lines.join('')}`);
  process.stdout.write(
    '\nThêm --help sau một lệnh để xem cách dùng. Biến môi trường: docs/operations.md\n',
  );
}
