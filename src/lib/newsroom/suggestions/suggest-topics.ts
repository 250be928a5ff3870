// Which topics of a plan an article seems to serve, each with its reason. A proposal: a person takes it. Pure.
import { formatDate, toPlainDate } from '#lib/vietnam/index.ts';
import { pairsOf, sharedPhrases } from './phrases.ts';

/** What an article says, heaviest first. */
export interface Written {
  readonly title: string;
  readonly summary: string;
  /** The text without its form. */
  readonly body: string;
}

/** A topic by its words. */
export interface TopicWords {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  /** Sentences of duties that were done for it before. */
  readonly duties: readonly string[];
}

/** What came out before, with the topics it served. */
export interface EarlierArticle {
  readonly title: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly topics: readonly string[];
}

export interface Suggestion {
  /** Of the topic or channel. */
  readonly id: string;
  /** One sentence for the writer. */
  readonly why: string;
}

const MOST = 3;
/** A phrase of the title says more of the matter than one in passing. */
const PLACES = { title: 3, summary: 2, body: 1 } as const;
const DUTY_WORTH = 0.5;
const EARLIER_WORTH = 2;
/** One phrase of a title, or two in passing; below that it is chance. */
const ENOUGH = 2;
/** Of the likeliest: what is further behind is no rival. */
const NEAR = 0.6;

/** At most three topics, the likeliest first, none far behind the first. */
export function suggestTopics(
  written: Written,
  topics: readonly TopicWords[],
  earlier: readonly EarlierArticle[],
): Suggestion[] {
  const said = weighPairs(written);
  const known = topics.map((topic) => ({
    topic,
    own: pairsOf(`${topic.label}. ${topic.text}`),
    ofDuties: pairsOf(topic.duties.join('. ')),
  }));
  // What many topics say tells none of them apart.
  const spread = new Map<string, number>();
  for (const { own, ofDuties } of known) {
    for (const pair of new Set([...own, ...ofDuties])) {
      spread.set(pair, (spread.get(pair) ?? 0) + 1);
    }
  }
  const rarity = (pair: string) =>
    Math.log((topics.length + 1) / (spread.get(pair) ?? 1)) / Math.log(topics.length + 1);
  const scored = known
    .map(({ topic, own, ofDuties }) => {
      const worth = new Map<string, number>();
      for (const [pair, weight] of said) {
        if (own.has(pair)) worth.set(pair, weight * rarity(pair));
        else if (ofDuties.has(pair)) worth.set(pair, weight * rarity(pair) * DUTY_WORTH);
      }
      const like = likest(written.title, topic.id, earlier);
      const words = [...worth.values()].reduce((sum, one) => sum + one, 0);
      const ofBefore = like ? EARLIER_WORTH : 0;
      return { topic, own, worth, like, words, score: words + ofBefore };
    })
    .filter(({ score }) => score >= ENOUGH)
    .sort((one, other) => other.score - one.score);
  const best = scored[0]?.score ?? 0;
  return scored
    .filter(({ score }) => score >= best * NEAR)
    .slice(0, MOST)
    .map((found) => ({ id: found.topic.id, why: reasonOf(written, found) }));
}

function weighPairs(written: Written): Map<string, number> {
  const weights = new Map<string, number>();
  for (const place of ['body', 'summary', 'title'] as const) {
    for (const pair of pairsOf(written[place])) weights.set(pair, PLACES[place]);
  }
  return weights;
}

function reasonOf(
  { title, summary, body }: Written,
  found: {
    readonly own: ReadonlySet<string>;
    readonly worth: ReadonlyMap<string, number>;
    readonly like: EarlierArticle | undefined;
    readonly words: number;
  },
): string {
  const { own, worth, like, words } = found;
  if (like && words < ENOUGH) {
    return `Giống bài “${like.title}” ngày ${formatDate(toPlainDate(like.day))}, bài ấy phục vụ nội dung này.`;
  }
  const worthOf = (pairs: readonly string[]) =>
    pairs.reduce((sum, pair) => sum + (worth.get(pair) ?? 0), 0);
  const phrases = sharedPhrases([title, summary, body].join('\n'), new Set(worth.keys()))
    .sort((one, other) => worthOf(other.pairs) - worthOf(one.pairs))
    .filter(({ pairs }, at, all) => !all.slice(0, at).some((one) => contains(one.pairs, pairs)))
    .slice(0, 2);
  const named = phrases.map((phrase) => `“${phrase.words}”`).join(', ');
  return phrases.some(({ pairs }) => pairs.some((pair) => own.has(pair)))
    ? `Bài nói tới ${named}, cũng là lời của nội dung này.`
    : `Bài nói tới ${named}, như nhiệm vụ vẫn làm cho nội dung này.`;
}

const contains = (pairs: readonly string[], others: readonly string[]) =>
  others.every((pair) => pairs.includes(pair));

/** The newest earlier article on the topic that shares most of its title's phrases with this one. */
function likest(
  title: string,
  topic: string,
  earlier: readonly EarlierArticle[],
): EarlierArticle | undefined {
  const own = pairsOf(title);
  if (own.size < 2) return undefined;
  return earlier.find((one) => {
    if (!one.topics.includes(topic)) return false;
    const before = pairsOf(one.title);
    const shared = [...own].filter((pair) => before.has(pair)).length;
    return shared >= 2 && shared * 2 >= Math.min(own.size, before.size);
  });
}
