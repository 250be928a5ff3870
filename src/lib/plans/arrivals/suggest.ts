// Which duty an act fulfils and which topics it serves, as a proposal with its reasons. A person confirms.
import { fold, type PlainDate } from '#lib/vietnam/index.ts';
import { channelsIn } from '../reading/index.ts';

export interface Arrived {
  readonly kind: string;
  readonly channel: string;
  readonly day: PlainDate;
  readonly topics: readonly string[];
  /** Title and summary. */
  readonly words: string;
}

export interface DutyChoice {
  readonly id: string;
  /** The sentence of the plan. */
  readonly text: string;
  /** Occurrences as they stand. */
  readonly occurrences: readonly {
    readonly from: PlainDate;
    readonly due: PlainDate;
    readonly state: string;
  }[];
}

/** What was done before: acts of the unit that a duty was named for. */
export interface Precedent {
  readonly kind: string;
  readonly channel: string;
  readonly topics: readonly string[];
  readonly duties: readonly string[];
}

export const DUTY_CLUES = ['channel', 'due', 'usual', 'topic', 'words'] as const;
export type DutyClue = (typeof DUTY_CLUES)[number];

export interface DutySuggestion {
  readonly duty: string;
  /** Strongest first. */
  readonly why: readonly DutyClue[];
}

/** A sentence that names the channel says most; what the unit did before says more than likeness of words. */
const WEIGHTS: Readonly<Record<DutyClue, number>> = {
  channel: 4,
  usual: 3,
  topic: 2,
  due: 2,
  words: 1,
};

/** The duty that most clues point at, the first in the plan's order of equals; none where no clue does. */
export function suggestDuty(
  act: Arrived,
  duties: readonly DutyChoice[],
  precedents: readonly Precedent[],
): DutySuggestion | undefined {
  let best: (DutySuggestion & { readonly weight: number }) | undefined;
  for (const duty of duties) {
    const why = cluesFor(act, duty, precedents);
    const weight = why.reduce((sum, clue) => sum + WEIGHTS[clue], 0);
    if (weight > (best?.weight ?? 0)) best = { duty: duty.id, why, weight };
  }
  return best && { duty: best.duty, why: best.why };
}

function cluesFor(act: Arrived, duty: DutyChoice, precedents: readonly Precedent[]): DutyClue[] {
  const before = precedents.filter(({ duties }) => duties.includes(duty.id));
  const holds: Readonly<Record<DutyClue, boolean>> = {
    channel: (channelsIn(duty.text) as readonly string[]).includes(act.channel),
    due: duty.occurrences.some(
      ({ from, due, state }) =>
        from <= act.day && act.day <= due && (state === 'open' || state === 'overdue'),
    ),
    usual: before.some(({ kind, channel }) => kind === act.kind && channel === act.channel),
    topic: before.some(({ topics }) => topics.some((id) => act.topics.includes(id))),
    words: likenessOf(act.words, duty.text) >= 2,
  };
  return DUTY_CLUES.filter((clue) => holds[clue]).sort((a, b) => WEIGHTS[b] - WEIGHTS[a]);
}

const MOST_TOPICS = 2;

/**
 * Topics whose words the act uses most, at most two; where it shares none, those that the last act of this
 * sort served; otherwise none.
 */
export function suggestTopics(
  act: Pick<Arrived, 'kind' | 'channel' | 'words'>,
  topics: readonly { readonly id: string; readonly words: string }[],
  precedents: readonly Precedent[],
): string[] {
  const scored = topics
    .map(({ id, words: own }) => ({ id, shared: likenessOf(act.words, own) }))
    .filter(({ shared }) => shared >= 2)
    .sort((a, b) => b.shared - a.shared);
  if (scored.length === 0) {
    const usual = precedents.findLast(
      ({ kind, channel }) => kind === act.kind && channel === act.channel,
    );
    return topics.flatMap(({ id }) => (usual?.topics.includes(id) ? [id] : []));
  }
  const most = scored[0]?.shared ?? 0;
  return scored
    .filter(({ shared }) => shared * 2 >= most)
    .slice(0, MOST_TOPICS)
    .map(({ id }) => id);
}

/** How many different pairs of neighbouring syllables both texts have: most words have two. */
function likenessOf(one: string, other: string): number {
  const known = pairsOf(other);
  return [...pairsOf(one)].filter((pair) => known.has(pair)).length;
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const part of fold(text).split(/[^\p{L}\p{N}\s]+/u)) {
    const syllables = part.split(/\s+/).filter(Boolean);
    for (const [at, syllable] of syllables.slice(0, -1).entries()) {
      pairs.add(`${syllable} ${syllables[at + 1] ?? ''}`);
    }
  }
  return pairs;
}
