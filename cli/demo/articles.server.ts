// What the demo's editorial board wrote: each article, and each page of the office, is begun, submitted,
// approved by another person, published, corrected and withdrawn by the people who would do it, through the
// newsroom's use cases.
import {
  addMedia,
  approveArticle,
  correctArticle,
  publishArticle,
  saveArticle,
  startArticle,
  submitArticle,
  withdrawArticle,
} from '#lib/newsroom/index.server.ts';
import type { Article } from '#lib/newsroom/index.ts';
import { newId, storeFile } from '#lib/platform/index.server.ts';
import { parseMarkup, type ItemKind, type Person } from '#lib/platform/index.ts';
import type { IconName } from '#lib/ui/index.ts';
import { toInstant } from '#lib/vietnam/index.ts';
import type { DemoArticle, DemoData } from '../demo-data.ts';
import type { Happening } from './acts.server.ts';
import type { DemoOffice } from './office.server.ts';
import { drawPicture } from './pictures.server.ts';
import { writeAs, type DemoPlan } from './plan.server.ts';

export interface Newsroom {
  readonly personOf: (login: string) => Person;
  /** Logins of who approves and who publishes. */
  readonly approver: string;
  readonly publisher: string;
}

const FIRST_REVISION = 1;
const PICTURE_LIMIT = 2_000_000;

export function articlesToPublish(
  data: DemoData,
  office: DemoOffice,
  plan: DemoPlan,
  newsroom: Newsroom,
): Happening[] {
  const pages = data.pages.pages.map((page) => ({ ...page, id: page.section, topics: [] }));
  return [
    ...data.articles.articles.flatMap((entry) => wayOf('article', entry, office, plan, newsroom)),
    ...pages.flatMap((entry) => wayOf('page', entry, office, plan, newsroom)),
  ];
}

function wayOf(
  kind: ItemKind,
  entry: DemoArticle,
  office: DemoOffice,
  plan: DemoPlan,
  { personOf, approver, publisher }: Newsroom,
): Happening[] {
  let article: Article;
  const by = (login: string) => writeAs(office, personOf(login));
  let edition = '';
  const happenings: Happening[] = [
    {
      at: toInstant(entry.started),
      happen: async () => {
        article = contentOf(entry, office, plan, await addPicture(entry, office, by(entry.by)));
        edition = await by(entry.by)(toInstant(entry.started), (tx) =>
          startArticle(tx, { clientKey: newId(), article, kind }),
        );
      },
    },
  ];
  const then = (time: string | undefined, happen: (at: string) => Promise<unknown>) => {
    if (time === undefined) return;
    const at = toInstant(time);
    happenings.push({ at, happen: async () => void (await happen(at)) });
  };
  then(entry.submitted, (at) => by(entry.by)(at, (tx) => submitArticle(tx, edition)));
  then(entry.approved, (at) =>
    by(approver)(at, (tx) => approveArticle(tx, edition, FIRST_REVISION)),
  );
  then(entry.published, (at) => by(publisher)(at, (tx) => publishArticle(tx, edition, 'refuse')));
  const { corrected, withdrawn } = entry;
  if (corrected) {
    then(corrected.at, async (at) => {
      edition = await by(corrected.by)(at, (tx) => correctArticle(tx, edition));
      const summary = article.summary.replace(corrected.replace, corrected.with);
      const saving = {
        article: { ...article, summary },
        base: FIRST_REVISION,
        minor: corrected.minor,
        changeNote: corrected.note,
      };
      const revision = await by(corrected.by)(at, async (tx) => {
        const saved = await saveArticle(tx, edition, saving);
        await submitArticle(tx, edition);
        return saved;
      });
      await by(approver)(at, (tx) => approveArticle(tx, edition, revision));
      await by(publisher)(at, (tx) => publishArticle(tx, edition, 'refuse'));
    });
  }
  if (withdrawn) {
    const { how, reason } = withdrawn;
    then(withdrawn.at, (at) =>
      by(publisher)(at, (tx) => withdrawArticle(tx, edition, { how, reason })),
    );
  }
  return happenings;
}

/** @returns the picture as the article's markup names it; empty where the article has none */
async function addPicture(
  { id, picture, started }: DemoArticle,
  { communeId }: DemoOffice,
  write: ReturnType<typeof writeAs>,
): Promise<string> {
  if (!picture) return '';
  const { alt, credit, icon } = picture;
  const file = await storeFile(communeId, await drawPicture(id, icon as IconName), {
    name: `${id}.png`,
    maxBytes: PICTURE_LIMIT,
    allow: ['image/png'],
  });
  const said = { alt, credit, people: 'nobody', focusX: 50, focusY: 50 } as const;
  await write(toInstant(started), (tx) => addMedia(tx, file, said));
  return `![${alt}](anh:${file.sha256} "${credit}")`;
}

function contentOf(
  entry: DemoArticle,
  office: DemoOffice,
  plan: DemoPlan,
  picture: string,
): Article {
  const [first = '', ...rest] = entry.body.split('\n\n');
  const body = [first, picture, ...rest].filter(Boolean).join('\n\n');
  return {
    title: entry.title,
    summary: entry.summary,
    section: entry.section,
    body: parseMarkup(body),
    topics: entry.topics.map((number) => plan.topics[number - 1] ?? ''),
    unitId: office.units.get(entry.unit) ?? null,
  };
}
