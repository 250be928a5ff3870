// The walls of the house: who may import whom, checked on every file's own imports.
import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { floors, natureOf, nodePackages, purePackages, roomOf } from '../support/house.ts';

interface Import {
  readonly from: string;
  /** Path under the repository for own files; the package name otherwise. */
  readonly to: string;
  readonly own: boolean;
  readonly written: string;
  /** Erased before anything runs. */
  readonly typeOnly: boolean;
}

interface House {
  readonly files: ReadonlyMap<string, string>;
}

function readHouse(): House {
  const patterns = ['src/**/*.ts', 'src/**/*.svelte', 'cli/**/*.ts'];
  const paths = patterns.flatMap((pattern) => globSync(pattern)).map((path) => normalize(path));
  return { files: new Map(paths.map((path) => [path, readFileSync(path, 'utf8')])) };
}

function importsOf(path: string, content: string): Import[] {
  const code = path.endsWith('.svelte')
    ? [...content.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)]
        .map((block) => block[1])
        .join('\n')
    : content;
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => ({
    from: path,
    written: fileName,
    typeOnly: isTypeOnly(code, fileName),
    ...targetOf(path, fileName),
  }));
}

function targetOf(path: string, written: string): { to: string; own: boolean } {
  if (written.startsWith('#lib/')) return { to: `src/lib/${written.slice(5)}`, own: true };
  if (written.startsWith('#root/')) return { to: written.slice(6), own: true };
  if (written.startsWith('.')) return { to: normalize(join(dirname(path), written)), own: true };
  return { to: written, own: false };
}

/** True when every import of the module in this file is `import type` or `export type`. */
function isTypeOnly(code: string, written: string): boolean {
  const named = written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const whole = new RegExp(`(?:import|export)\\s+(type\\s)?[^;'"]*from\\s+['"]${named}['"]`, 'g');
  const found = [...code.matchAll(whole)];
  return found.length > 0 && found.every((match) => match[1] !== undefined);
}

/** Everything wrong with one import, in words. */
function faultsOf(link: Import): string[] {
  const faults: string[] = [];
  const room = roomOf(link.from);
  const nature = natureOf(link.from);
  const say = (text: string) => faults.push(`${link.from} → ${link.written}: ${text}`);
  if (room && !(room in floors)) say(`room ${room} is not on the plan (tests/support/house.ts)`);
  if (nature === 'pure' && room && !link.typeOnly) {
    if (!link.own && !isPurePackage(link.to))
      say('a pure file reaches a package with I/O, clock or framework');
    if (link.own && natureOf(link.to) !== 'pure')
      say('a pure file imports a file that is not pure');
  }
  if (nature !== 'test' && link.own && natureOf(link.to) === 'test')
    say('what is for tests is used outside them');
  if (nature === 'drawing' && link.own && !link.typeOnly && natureOf(link.to) === 'server')
    say('a drawing reaches server code');
  if (!link.own) return faults;
  const target = roomOf(link.to);
  if (room && !target) say('a room reaches up into routes or commands');
  if (!target || target === room) return faults;
  const door = /^src\/lib\/[^/]+\/index(\.server)?\.ts$/.test(link.to);
  const drawn = target === 'ui' && /\.(svelte|css)(\?url)?$/.test(link.to);
  const testDoor = nature === 'test' && /^src\/lib\/[^/]+\/testing\.server\.ts$/.test(link.to);
  if (!door && !drawn && !testDoor) say(`imports past the door of ${target}`);
  if (room && (floors[target] ?? 99) >= (floors[room] ?? -1))
    say(`${room} may not stand on ${target}`);
  if (link.written.startsWith('.'))
    say('another room is imported as #lib/…, not by a relative path');
  return faults;
}

function isPurePackage(name: string): boolean {
  return isOf(purePackages, name);
}

function isOf(packages: readonly string[], name: string): boolean {
  return packages.some((known) => name === known || name.startsWith(`${known}/`));
}

/** Whatever is loaded with a file, over any number of doors: paths of own files, names of packages. */
function loadedWith(start: string, loads: ReadonlyMap<string, readonly string[]>): Set<string> {
  const loaded = new Set([start]);
  for (const one of loaded) for (const next of loads.get(one) ?? []) loaded.add(next);
  return loaded;
}

/** A circle of imports, if there is one, as the list of files that close it. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const path: string[] = [];
  function visit(file: string): string[] | undefined {
    const at = path.indexOf(file);
    if (at >= 0) return [...path.slice(at), file];
    if (done.has(file)) return undefined;
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next);
      if (circle) return circle;
    }
    path.pop();
    done.add(file);
    return undefined;
  }
  for (const file of graph.keys()) {
    const circle = visit(file);
    if (circle) return circle;
  }
  return undefined;
}

const house = readHouse();
const links = [...house.files].flatMap(([path, content]) => importsOf(path, content));

describe('the walls of the house', () => {
  it('hold: doors, floors, and what a file name may touch', () => {
    expect(links.length).toBeGreaterThan(100);
    expect(links.flatMap(faultsOf)).toEqual([]);
  });

  it('enclose no circle', () => {
    const graph = new Map<string, string[]>();
    for (const link of links) {
      // A component that draws itself (a tree) is no circle between files.
      if (link.own && link.from !== link.to && natureOf(link.from) !== 'test') {
        graph.set(link.from, [...(graph.get(link.from) ?? []), link.to]);
      }
    }
    expect(findCircle(graph)).toBeUndefined();
  });

  it('lead no browser to what needs Node', () => {
    const loads = new Map<string, string[]>();
    for (const link of links) {
      if (!link.typeOnly) loads.set(link.from, [...(loads.get(link.from) ?? []), link.to]);
    }
    const doors = [...house.files.keys()].filter((path) =>
      /^src\/lib\/[^/]+\/index\.ts$/.test(path),
    );
    expect(doors.length).toBeGreaterThan(5);
    const leading = doors.filter((door) =>
      [...loadedWith(door, loads)].some((to) => isOf(nodePackages, to) || to.startsWith('node:')),
    );
    expect(leading).toEqual([]);
  });

  it('keep the clock and chance out of pure files', () => {
    const reaching =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\bprocess\.|\bglobalThis\.|\bfetch\(|Temporal\.Now/;
    const offenders = [...house.files]
      .filter(([path]) => roomOf(path) && natureOf(path) === 'pure')
      .filter(([, content]) => reaching.test(withoutComments(content)))
      .map(([path]) => path);
    expect(offenders).toEqual([]);
  });

  it('see every kind of breach', () => {
    const breach = (from: string, written: string) =>
      importsOf(
        from,
        from.endsWith('.svelte')
          ? `<script>import x from '${written}';</script>`
          : `import x from '${written}';`,
      ).flatMap(faultsOf).length > 0;
    expect(breach('src/lib/plans/a.ts', '#lib/platform/errors.ts')).toBe(true);
    expect(breach('src/lib/plans/a.ts', '../platform/index.ts')).toBe(true);
    expect(breach('src/lib/vietnam/a.ts', '#lib/platform/index.ts')).toBe(true);
    expect(breach('src/lib/radio/a.ts', '#lib/newsroom/index.ts')).toBe(true);
    expect(breach('src/lib/plans/a.ts', 'node:fs')).toBe(true);
    expect(breach('src/lib/plans/a.ts', 'kysely')).toBe(true);
    expect(breach('src/lib/plans/a.ts', './b.server.ts')).toBe(true);
    expect(breach('src/lib/plans/A.svelte', '#lib/platform/index.server.ts')).toBe(true);
    expect(breach('src/lib/plans/a.server.ts', '../../routes/x.ts')).toBe(true);
    expect(breach('src/routes/+page.server.ts', '#lib/plans/drafts/draft.ts')).toBe(true);
    expect(breach('src/lib/plans/a.ts', '#lib/platform/index.ts')).toBe(false);
    expect(breach('src/routes/+page.svelte', '#lib/ui/Button.svelte')).toBe(false);
    expect(
      findCircle(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['a']],
        ]),
      ),
    ).toEqual(['a', 'b', 'c', 'a']);
  });
});

function withoutComments(content: string): string {
  return content.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
