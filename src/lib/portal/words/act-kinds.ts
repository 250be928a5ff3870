// Kinds of acts, their channels and what they are counted in, as data/act-kinds.yaml names them and as
// English pages do. Pure.
import type { ActKinds, KindEntry, Quantities, QuantityName } from '#lib/plans/index.ts';
import { quantitiesOf } from '#lib/plans/index.ts';
import { englishNumber } from '#lib/ui/index.ts';
import { quantityWords } from '../coverage-view.ts';
import { inBoth } from './in-both.ts';

type Named = Pick<ActKinds['channels'][number], 'id' | 'name'>;
type Noun = readonly [one: string, many: string];

const CHANNELS: Readonly<Record<string, string>> = {
  portal: 'website',
  noticeboard: 'noticeboard',
  radio: 'radio',
  meeting: 'meetings',
  training: 'training',
  poster: 'posters, banners, leaflets',
  masses: 'mass organisations',
  reception: 'reception desk',
  press: 'press',
  social: 'social media',
  sms: 'text messages',
  other: 'other means',
};

/** Name of a kind, and what its items are. */
const KINDS: Readonly<Record<string, readonly [name: string, item: Noun]>> = {
  article: ['Article', ['article', 'articles']],
  'radio-bulletin': ['Radio bulletin', ['bulletin', 'bulletins']],
  'board-posting': ['Notice on the board', ['notice', 'notices']],
  meeting: ['Meeting', ['meeting', 'meetings']],
  conference: ['Conference', ['conference', 'conferences']],
  training: ['Training course', ['course', 'courses']],
  'social-post': ['Social media post', ['post', 'posts']],
  'joint-activity': ['Activity with mass organisations', ['activity', 'activities']],
  leaflet: ['Leaflet', ['design', 'designs']],
  'legal-document': ['Document published', ['document', 'documents']],
  poster: ['Poster', ['design', 'designs']],
  banner: ['Banner', ['design', 'designs']],
  'citizen-reception': ['Explained at reception', ['session', 'sessions']],
  'press-item': ['Article in the press', ['article', 'articles']],
  survey: ['Survey', ['round', 'rounds']],
  commendation: ['Commendation', ['occasion', 'occasions']],
  other: ['Other', ['item', 'items']],
};

const COUNTED: Readonly<Record<Exclude<QuantityName, 'items'>, Noun>> = {
  airings: ['broadcast', 'broadcasts'],
  minutes: ['minute', 'minutes'],
  people: ['attendance', 'attendances'],
  copies: ['copy', 'copies'],
};

const vi = {
  channel: ({ name }: Named) => name,
  kind: ({ name }: Named) => name,
  /** "3 bản tin, 12 lượt phát" */
  amounts: (kind: KindEntry, quantities: Quantities) =>
    quantityWords(
      quantities,
      Object.fromEntries(quantitiesOf(kind).map(({ name, rule }) => [name, rule.unit])),
    ),
};

/** What the table doesn't know keeps the name it was given. */
export const actWords = inBoth(vi, {
  channel: ({ id, name }) => CHANNELS[id] ?? name,
  kind: ({ id, name }) => KINDS[id]?.[0] ?? name,
  amounts: (kind, quantities) =>
    quantitiesOf(kind)
      .flatMap(({ name }) => {
        const amount = quantities[name];
        const noun = name === 'items' ? KINDS[kind.id]?.[1] : COUNTED[name];
        if (amount === undefined || !noun) return [];
        return [`${englishNumber(amount)} ${noun[amount === 1 ? 0 : 1]}`];
      })
      .join(', '),
});
