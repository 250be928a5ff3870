// What the files in data/demo may say: a schema for each, and the rules that hold between them.
// Pure: reading the files is demo-data.server.ts.
import { parse } from 'yaml';
import { z } from 'zod';

/** The day the demo office stands at (ruling 43); nothing in its data happened later. */
export const DEMO_DAY = '2023-06-30';

const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const Day = z.iso.date();
const Moment = z.iso.datetime({ offset: true });
/** Id in data/act-kinds.yaml, which the test holds it to. */
const Channel = Slug;
const Kind = Slug;
/** Number of a unit in part IV of the plan. */
const UnitNumber = z.int().min(1).max(8);
/** Number of a topic in part II of the plan. */
const TopicNumber = z.int().min(1).max(11);
const Count = z.int().positive();
const Line = z.string().trim().min(1);
const Month = z.int().min(1).max(12);

export const DemoCommune = z.strictObject({
  commune: z.strictObject({
    slug: Slug,
    kind: z.enum(['xa', 'phuong', 'dac-khu']),
    name: Line,
    /** Nearest first. */
    superiors: z.array(Line).min(1),
    address: Line,
    telephone: Line,
    editor_in_chief: Line,
    demo_day: Day,
    silence_days: Count,
    successor: z.strictObject({ date: Day, name: Line, note: Line }),
  }),
  opening_hours: z.strictObject({ illustrative: z.literal(true), text: Line }),
  villages: z.strictObject({
    illustrative: z.literal(true),
    items: z.array(z.strictObject({ slug: Slug, name: Line })).min(1),
  }),
  hotlines: z.strictObject({
    illustrative: z.literal(true),
    items: z.array(
      z.strictObject({
        name: Line,
        /** Nobody's number: the row 0220 0000 00x isn't given out. */
        number: z.string().regex(/^0220 0000 00\d$/),
        owner: Line,
        hours: Line,
        verified_on: Day,
      }),
    ),
  }),
  units: z.array(
    z.strictObject({
      number: UnitNumber,
      slug: Slug,
      name: Line,
      short: Line,
      kind: z.enum(['office', 'radio', 'front', 'party', 'union']),
      /** Those the unit usually uses, the main one first. */
      channels: z.array(Channel).min(1),
    }),
  ),
  accounts: z.array(
    z.strictObject({
      login: Slug,
      position: Line,
      /** Standing task beside the position. */
      duty: Line.optional(),
      unit: UnitNumber.optional(),
      roles: z.array(z.enum(['administrator', 'leader', 'coordinator', 'editor', 'member'])).min(1),
    }),
  ),
});
export type DemoCommune = z.infer<typeof DemoCommune>;

const DemoEvidence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['file', 'photo', 'attendance-list']), caption: Line }),
  /** A link leads to a news item of the demo or to an address that belongs to nobody. */
  z
    .strictObject({
      kind: z.literal('link'),
      caption: Line,
      news: Slug.optional(),
      url: z.url({ hostname: /\.example$/ }).optional(),
    })
    .refine((link) => (link.news === undefined) !== (link.url === undefined), {
      error: 'a link has either news or url',
    }),
]);

export const DemoAct = z.strictObject({
  id: Slug,
  kind: Kind,
  channel: Channel,
  date: Day,
  unit: UnitNumber,
  /** Which duty of the unit, counted from 1 as in the plan. */
  duty: Count,
  title: Line,
  topics: z.array(TopicNumber).min(1).max(3),
  /** As reported; what each counts is said in data/act-kinds.yaml. */
  quantities: z.strictObject({
    items: Count.optional(),
    airings: Count.optional(),
    minutes: Count.optional(),
    people: Count.optional(),
    copies: Count.optional(),
  }),
  audience: z.array(z.enum(['officials', 'organisations', 'business', 'people'])).min(1),
  place: Line,
  village: Slug.optional(),
  public: z.boolean(),
  summary: Line,
  /** Empty where the proof is missing, on purpose. */
  evidence: z.array(DemoEvidence),
});
export type DemoAct = z.infer<typeof DemoAct>;

export const DemoSchedule = z.strictObject({
  year: z.literal(2023),
  silence: z.strictObject({
    default_days: Count,
    /** Own number of days for a topic, keyed by its number. */
    topics: z.record(z.string().regex(/^\d+$/), Count),
  }),
  /** Rhythms set for duties: pairs of unit and place among its duties. */
  cadences: z.record(
    z.enum(['month', 'quarter', 'half']),
    z.array(z.tuple([UnitNumber, z.int().min(1)])),
  ),
  /** Short names for matrix and lists, keyed by the topic's number. */
  topic_labels: z.record(z.string().regex(/^\d+$/), Line.max(40)),
  planned: z.array(
    z.strictObject({
      topic: TopicNumber,
      channel: Channel,
      unit: UnitNumber,
      months: z.array(Month).min(1),
    }),
  ),
});
export type DemoSchedule = z.infer<typeof DemoSchedule>;

export const DemoNews = z.strictObject({
  id: Slug,
  kind: z.enum(['article', 'notice', 'guide', 'plan']),
  /** The act of publicity this item is. */
  act: Slug,
  time: Moment,
  title: Line,
  sapo: Line,
  body: z.array(Line).min(2).max(5),
});
export type DemoNews = z.infer<typeof DemoNews>;

/** One row of case-figures.csv: files handled in that month, in number of files. */
export const DemoCaseFigure = z.strictObject({
  thang: z.string().regex(/^2023-(0[1-9]|1[0-2])$/),
  truoc_han: z.coerce.number().pipe(z.int().nonnegative()),
  dung_han: z.coerce.number().pipe(z.int().nonnegative()),
  tre_han: z.coerce.number().pipe(z.int().nonnegative()),
  nguon: Line,
  cap_nhat_luc: Moment,
});
export type DemoCaseFigure = z.infer<typeof DemoCaseFigure>;

export const DemoDispatch = z.strictObject({
  id: Slug,
  kind: z.enum(['plan', 'guidance', 'change', 'relay']),
  /** Login of who sent it. */
  by: Line,
  at: Moment,
  topic: TopicNumber.optional(),
  title: Line,
  body: Line,
  /** Working days to confirm within. */
  within: Count,
  to: z.array(UnitNumber).min(1),
  /** Sent to every village as well. */
  villages: z.boolean(),
  read: z.array(z.strictObject({ unit: UnitNumber, at: Moment })),
});
export type DemoDispatch = z.infer<typeof DemoDispatch>;

const DemoDispatches = z.strictObject({
  illustrative: z.literal(true),
  dispatches: z.array(DemoDispatch).min(1),
});

/** Collectives and positions only: no name of a person stands in the demo. */
export const DemoCommendation = z.strictObject({
  kind: z.enum(['praise', 'shortcoming']),
  about: z.enum(['collective', 'person']),
  unit: UnitNumber.optional(),
  who: Line,
  title: Line,
  reason: Line,
  day: Day,
  at: Moment,
  published_at: Moment.optional(),
  remedy: z.strictObject({ day: Day, at: Moment, text: Line }).optional(),
});
export type DemoCommendation = z.infer<typeof DemoCommendation>;

const DemoCommendations = z.strictObject({
  illustrative: z.literal(true),
  commendations: z.array(DemoCommendation).min(1),
});

/** A stage that is absent is where the article stands today. */
export const DemoArticle = z.strictObject({
  id: Slug,
  section: Slug,
  unit: UnitNumber,
  topics: z.array(TopicNumber).min(1),
  /** Login of who wrote and submitted it. */
  by: Line,
  started: Moment,
  submitted: Moment.optional(),
  approved: Moment.optional(),
  published: Moment.optional(),
  title: Line,
  summary: z.string(),
  /** Light markup. */
  body: Line,
  /** Drawn, marked as illustration, and put under the first paragraph. */
  picture: z.strictObject({ icon: z.string(), alt: Line, credit: Line }).optional(),
  /** Words of the summary put right in a second edition. */
  corrected: z
    .strictObject({
      at: Moment,
      by: Line,
      minor: z.boolean(),
      note: Line,
      replace: Line,
      with: Line,
    })
    .optional(),
  withdrawn: z
    .strictObject({ at: Moment, how: z.enum(['error', 'withdrawn']), reason: Line })
    .optional(),
});
export type DemoArticle = z.infer<typeof DemoArticle>;

/** A page of the office: first edition only, and no topic of a plan. */
const DemoPage = DemoArticle.omit({
  id: true,
  topics: true,
  picture: true,
  corrected: true,
  withdrawn: true,
});

const DemoPages = z.strictObject({
  illustrative: z.literal(true),
  pages: z.array(DemoPage).min(1),
});

const DemoArticles = z.strictObject({
  illustrative: z.literal(true),
  articles: z.array(DemoArticle).min(1),
});

export const DemoComment = z.strictObject({
  at: Moment,
  from: z.enum(['portal', 'meeting', 'letter', 'telephone']),
  /** Heading of the section it is about; the whole draft without it. */
  part: Line.optional(),
  text: Line,
  /** As others read it; where both are missing nobody looked it over yet. */
  shown: Line.optional(),
  aside: z.enum(['empty', 'other-matter', 'personal', 'insulting', 'repeated']).optional(),
  verdict: z.enum(['taken', 'partly', 'kept', 'noted']).optional(),
  reply: z.string().optional(),
});
export type DemoComment = z.infer<typeof DemoComment>;

/** A stage that is absent is where the consultation stands today. */
export const DemoConsultation = z.strictObject({
  id: Slug,
  /** Login of who received the draft, opened it and answered. */
  by: Line,
  received: Moment,
  opened: Moment,
  opens: Day,
  closes: Day,
  title: Line,
  lead: Line,
  /** As it was pasted into the register. */
  draft: Line,
  comments: z.array(DemoComment),
  reviewed: Moment.optional(),
  answered: Moment.optional(),
  /** Light markup. */
  answer: Line.optional(),
  /** What became of the draft. */
  issued: z
    .strictObject({
      at: Moment,
      by: Line,
      number: Line,
      symbol: Line,
      date: Day,
      field: Line,
      signer: Line,
      in_force: Day,
      words: z.array(z.strictObject({ replace: Line, with: Line })),
    })
    .optional(),
});
export type DemoConsultation = z.infer<typeof DemoConsultation>;

const DemoConsultations = z.strictObject({
  illustrative: z.literal(true),
  consultations: z.array(DemoConsultation).min(1),
});

/** Everything the demo commune is loaded from. */
export type DemoData = {
  planText: string;
  commune: DemoCommune;
  acts: DemoAct[];
  schedule: DemoSchedule;
  news: DemoNews[];
  caseFigures: DemoCaseFigure[];
  dispatches: z.infer<typeof DemoDispatches>;
  commendations: z.infer<typeof DemoCommendations>;
  articles: z.infer<typeof DemoArticles>;
  pages: z.infer<typeof DemoPages>;
  consultations: z.infer<typeof DemoConsultations>;
};

/** The files of data/demo and the part of the data each holds. */
export const DEMO_FILES = {
  planText: 'ke-hoach-mau.txt',
  commune: 'commune.yaml',
  acts: 'acts.yaml',
  schedule: 'schedule.yaml',
  news: 'news.yaml',
  caseFigures: 'case-figures.csv',
  dispatches: 'dispatches.yaml',
  commendations: 'commendations.yaml',
  articles: 'articles.yaml',
  pages: 'pages.yaml',
  consultations: 'consultations.yaml',
} as const;

/**
 * Turns the texts of the files into data.
 * @throws a ZodError or YAMLParseError where a file says what its schema doesn't know
 */
export function parseDemoData(texts: Record<keyof typeof DEMO_FILES, string>): DemoData {
  return {
    planText: texts.planText,
    commune: DemoCommune.parse(parse(texts.commune)),
    acts: z.strictObject({ acts: z.array(DemoAct) }).parse(parse(texts.acts)).acts,
    schedule: DemoSchedule.parse(parse(texts.schedule)),
    news: z.strictObject({ news: z.array(DemoNews) }).parse(parse(texts.news)).news,
    caseFigures: parseRows(texts.caseFigures).map((row) => DemoCaseFigure.parse(row)),
    dispatches: DemoDispatches.parse(parse(texts.dispatches)),
    commendations: DemoCommendations.parse(parse(texts.commendations)),
    articles: DemoArticles.parse(parse(texts.articles)),
    pages: DemoPages.parse(parse(texts.pages)),
    consultations: DemoConsultations.parse(parse(texts.consultations)),
  };
}

/** Rows of a CSV without quoted cells, keyed by its header; a row too long or short is refused. */
function parseRows(csv: string): Record<string, string>[] {
  const [header = [], ...rows] = csv
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return rows.map((cells, index) => {
    if (cells.length !== header.length) {
      throw new Error(`${DEMO_FILES.caseFigures}:${index + 2}: ${cells.length} cells`);
    }
    return Object.fromEntries(header.map((name, at) => [name, cells[at] ?? '']));
  });
}
