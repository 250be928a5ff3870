// The plan of the house, as data: rooms, floors, and what a file's name lets it touch.

/** Higher stands on lower; rooms of one floor don't know each other. */
export const floors: Readonly<Record<string, number>> = {
  vietnam: 0,
  platform: 1,
  ui: 1,
  documents: 2,
  plans: 3,
  newsroom: 4,
  procedures: 4,
  onestop: 4,
  radio: 4,
  listening: 4,
  gatherings: 4,
  reports: 5,
  portal: 6,
};

/** Packages without I/O, clock or framework, which a pure file may use. */
export const purePackages: readonly string[] = [
  // Parsers of a string, nothing else.
  'parse5',
  'saxes',
  'zod',
  'canonicalize',
  'read-vietnamese-number',
  'uqr',
  'csv-parse',
  // The editor's document model: what may stand in a text.
  'prosemirror-model',
  'd3-scale',
  'd3-shape',
];

/** Of those, what needs Node all the same: no page may be led to it by the door of a room. */
export const nodePackages: readonly string[] = ['csv-parse'];

export type FileNature = 'pure' | 'server' | 'drawing' | 'test';

export function natureOf(path: string): FileNature {
  // `x.samples.ts` holds what several tests of a room are fed with.
  if (/\.(test|samples)\.ts$/.test(path) || path.endsWith('/testing.server.ts')) return 'test';
  if (path.endsWith('.server.ts')) return 'server';
  if (path.endsWith('.svelte') || path.endsWith('.svelte.ts')) return 'drawing';
  return 'pure';
}

/** The room of a path under src/lib, or undefined for routes, commands and entries. */
export function roomOf(path: string): string | undefined {
  return /^src\/lib\/([^/]+)\//.exec(path)?.[1];
}
