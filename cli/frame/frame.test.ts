// Tests of what the commands stand on: finding, suggesting, explaining, addresses.
import { describe, expect, it } from 'vitest';
import { defineErrors } from '#lib/platform/index.ts';
import { isLoopback, readPort } from './address.ts';
import { findCommand, listCommands } from './commands.server.ts';
import { explain } from './explain.ts';
import { suggest } from './suggest.ts';

describe('commands', () => {
  it('are the files of cli/, each with one line of help', async () => {
    const commands = listCommands();
    expect([...commands.keys()]).toEqual(
      expect.arrayContaining(['start', 'test', 'migrate', 'db types']),
    );
    for (const [name, help] of commands) {
      const command = await findCommand(name.split(' '))?.load();
      expect(command?.help, name).toBe(help);
      expect(help, name).toMatch(/^\S[^\n]{5,90}\S$/u);
      expect(command?.run, name).toBeTypeOf('function');
    }
  });

  it('take the most words they can and leave the rest as arguments', () => {
    expect(findCommand(['db', 'types', '--check'])).toMatchObject({
      name: 'db types',
      rest: ['--check'],
    });
    expect(findCommand(['db'])).toBeUndefined();
  });
});

describe('suggest', () => {
  it.each([
    ['strat', 'start'],
    ['db typos', 'db types'],
    ['mig', 'migrate'],
  ])('%s → %s', (typed, meant) => {
    expect(suggest(typed, ['db types', 'migrate', 'start'])).toBe(meant);
  });

  it('stays silent when nothing is near', () => {
    expect(suggest('xyzzy plugh', ['db types', 'migrate', 'start'])).toBeUndefined();
  });
});

describe('explain', () => {
  it('says what is wrong and what to do, with exit code 1', () => {
    const error = defineErrors({ 'a.b': { status: 422, what: 'Sai {x}.', todo: 'Sửa.' } });
    expect(explain(error('a.b', { x: 'đó' }))).toEqual({
      text: 'Sai đó.\n→ Sửa.\n(a.b)',
      exitCode: 1,
    });
  });

  it('calls wrong options wrong usage', () => {
    const error = Object.assign(new Error('Unknown option'), {
      code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION',
    });
    expect(explain(error).exitCode).toBe(2);
  });
});

describe('addresses', () => {
  it('reads PORT or takes 3000', () => {
    expect([readPort(undefined), readPort(''), readPort('8080'), readPort('0')]).toEqual([
      3000, 3000, 8080, 0,
    ]);
  });

  it.each(['abc', '-1', '70000', '3000 '])('refuses PORT=%s', (given) => {
    expect(() => readPort(given)).toThrow(expect.objectContaining({ code: 'start.bad-port' }));
  });

  it('knows what only this machine reaches', () => {
    expect(['127.0.0.1', '127.1.2.3', 'localhost', '::1'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', '10.0.0.5', 'localhost.example'].some(isLoopback)).toBe(false);
  });
});
