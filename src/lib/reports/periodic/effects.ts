// Signs of effect in a report: a list in its own words, made anew where signs came or were taken back since.
import type { AppendixChange } from './appendix-changes.server.ts';
import type { ReportContent, ReportPart } from './content.ts';
import type { ReportFacts } from './facts.ts';
import { list, shorten } from './parts.ts';

const KEY = 'dau-hieu-hieu-qua';
/** The judgement they stand before. */
const NEXT = 'cach-lam-tot';

type Effects = ReportFacts['effects'];

/** The list as a report has it; nothing where there is no sign. */
export function effectParts(effects: Effects): ReportPart[] {
  return effects.length === 0 ? [] : [list(KEY, shorten(effects.map(inWords)))];
}

/** What signs of effect came and went, as one change. */
export function changedEffects(drafted: Effects, now: Effects): AppendixChange[] {
  const added = without(now, drafted);
  const gone = without(drafted, now);
  if (added.length + gone.length === 0) return [];
  return [{ of: 'words', title: 'Dấu hiệu hiệu quả', added, gone }];
}

/** The report with the list as the signs stand now; its other words stay as they are. */
export function withEffects(content: ReportContent, effects: Effects): ReportContent {
  const sections = content.sections.map((section) => {
    const others = section.parts.filter(({ key }) => key !== KEY);
    const at = others.findIndex(({ key }) => key === NEXT);
    if (at < 0) return { ...section, parts: others };
    return { ...section, parts: others.toSpliced(at, 0, ...effectParts(effects)) };
  });
  return { ...content, sections };
}

function inWords({ channel, words }: Effects[number]): string {
  return `${channel}: ${words}`;
}

/** One said twice and taken back once still stands once. */
function without(effects: Effects, others: Effects): string[] {
  const left = others.map(inWords);
  return effects.map(inWords).filter((words) => {
    const at = left.indexOf(words);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
