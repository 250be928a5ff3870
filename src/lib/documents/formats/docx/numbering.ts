// Automatic numbering of Word: the labels that stand on paper but not in the text of a paragraph.
import { SaxesParser } from 'saxes';
import { toRoman } from '#lib/vietnam/index.ts';

interface Level {
  start: number;
  format: string;
  /** `%1.%2.`: the numbers of the levels with what stands around them. */
  text: string;
}

/** Labels for paragraphs, counted as they come. */
export interface Numbering {
  /** The label of the next paragraph of a list at a level; empty where the list has none. */
  label(list: string, level: number): string;
}

/** Reads `numbering.xml`; without it there are no labels. */
export function readNumbering(xml: string | undefined): Numbering {
  const abstracts = new Map<string, Level[]>();
  const lists = new Map<string, { abstract: string; starts: Map<number, number> }>();
  if (xml) parse(xml, abstracts, lists);
  const counters = new Map<string, number[]>();
  const started = new Set<string>();
  return {
    label(list, level) {
      const entry = lists.get(list);
      const levels = entry && abstracts.get(entry.abstract);
      const own = levels?.[level];
      if (!entry || !levels || !own || own.format === 'none') return '';
      if (own.format === 'bullet') return '-';
      const counts = counters.get(entry.abstract) ?? [];
      counters.set(entry.abstract, counts);
      const override = entry.starts.get(level);
      if (override !== undefined && !started.has(`${list}/${level}`)) counts[level] = override - 1;
      started.add(`${list}/${level}`);
      counts[level] = (counts[level] ?? own.start - 1) + 1;
      counts.length = level + 1;
      return own.text.replace(/%(\d)/g, (_, place: string) => {
        const at = Number(place) - 1;
        const shown = levels[at];
        return shown ? written(counts[at] ?? shown.start, shown.format) : '';
      });
    },
  };
}

function parse(
  xml: string,
  abstracts: Map<string, Level[]>,
  lists: Map<string, { abstract: string; starts: Map<number, number> }>,
): void {
  const parser = new SaxesParser();
  let abstract: Level[] | undefined;
  let level: Level | undefined;
  let list: { abstract: string; starts: Map<number, number> } | undefined;
  let override: number | undefined;
  parser.on('opentag', ({ name, attributes }) => {
    const value = String(attributes['w:val'] ?? '');
    if (name === 'w:abstractNum') {
      abstract = [];
      abstracts.set(String(attributes['w:abstractNumId']), abstract);
    } else if (name === 'w:lvl' && abstract && !list) {
      level = { start: 1, format: 'decimal', text: '' };
      abstract[Number(attributes['w:ilvl'])] = level;
    } else if (name === 'w:num') {
      list = { abstract: '', starts: new Map() };
      lists.set(String(attributes['w:numId']), list);
    } else if (name === 'w:abstractNumId' && list) list.abstract = value;
    else if (name === 'w:lvlOverride') override = Number(attributes['w:ilvl']);
    else if (name === 'w:startOverride' && list && override !== undefined)
      list.starts.set(override, Number(value));
    else if (level && name === 'w:start') level.start = Number(value);
    else if (level && name === 'w:numFmt') level.format = value;
    else if (level && name === 'w:lvlText') level.text = value;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:lvl') level = undefined;
    if (name === 'w:abstractNum') abstract = undefined;
    if (name === 'w:num') list = undefined;
    if (name === 'w:lvlOverride') override = undefined;
  });
  parser.write(xml).close();
}

function written(value: number, format: string): string {
  if (format === 'upperRoman') return toRoman(value);
  if (format === 'lowerRoman') return toRoman(value).toLowerCase();
  if (format === 'lowerLetter') return letter(value);
  if (format === 'upperLetter') return letter(value).toUpperCase();
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  return String(value);
}

/** A file may say any number; beyond this it isn't a letter that anybody reads. */
const MOST_LETTERED = 26 * 30;

function letter(value: number): string {
  if (value < 1 || value > MOST_LETTERED) return String(value);
  const index = (value - 1) % 26;
  return String.fromCharCode(97 + index).repeat(Math.floor((value - 1) / 26) + 1);
}
