// What stands beside articles, documents and procedures, from all three rooms. What there is to choose from
// is put together once until something happens in the commune; choosing for one page asks nobody.
import { publicDocumentUrl } from '#lib/documents/index.ts';
import { listPublicNames, type PublicDocument } from '#lib/documents/index.server.ts';
import { publicArticleUrl, type Sought, type Ties } from '#lib/newsroom/index.ts';
import { listTiedArticles, readTies, type PublicArticle } from '#lib/newsroom/index.server.ts';
import { onceUntilNextEvent, sha256Hex, type Tx } from '#lib/platform/index.server.ts';
import { lifeEventsOf, namerOf, procedureUrl } from '#lib/procedures/index.ts';
import {
  listProcedures,
  type PublicBasis,
  type PublicProcedure,
} from '#lib/procedures/index.server.ts';
import { fold, toInstant, vietnamDate } from '#lib/vietnam/index.ts';
import { findBeside, type Beside, type Relatable } from './related.ts';

/** So many of the newest articles and documents are chosen from: what is older is seldom the better advice. */
const MOST_ARTICLES = 300;
const MOST_DOCUMENTS = 300;

/** Beside an article under its address. */
export async function readBesideArticle(tx: Tx, found: PublicArticle): Promise<Beside> {
  const { sought, all } = await readChoice(tx);
  const { edition, article } = found;
  const slug = edition.slug ?? '';
  const page =
    all.find(({ href }) => href === publicArticleUrl(slug)) ??
    // Older than what is chosen from, or withdrawn.
    articleAsRelatable({
      ...{ slug, title: article.title, section: article.section },
      publicAt: edition.publicAt ?? '',
      ...(await readTies(tx, sought, edition)),
    });
  return findBeside(page, all);
}

/** Beside a public document; what the register links it with may be older than what is chosen from. */
export async function readBesideDocument(tx: Tx, document: PublicDocument): Promise<Beside> {
  const { all } = await readChoice(tx);
  const linked = [...document.outgoing, ...document.incoming].flatMap((link) =>
    link.slug === null
      ? []
      : [documentAsRelatable({ ...link, slug: link.slug, title: link.title ?? '', field: '' })],
  );
  const known = new Set(all.map(({ href }) => href));
  const older = new Map(
    linked.flatMap((one) => (known.has(one.href) ? [] : [[one.href, one] as const])),
  );
  const page = { ...documentAsRelatable(document), leadsTo: linked.map(({ href }) => href) };
  return findBeside(page, [...all, ...older.values()]);
}

/** Beside a procedure with its bases, as its page shows them. */
export async function readBesideProcedure(
  tx: Tx,
  { version }: Pick<PublicProcedure, 'version'>,
  bases: readonly PublicBasis[],
): Promise<Beside> {
  const { all } = await readChoice(tx);
  const leadsTo = bases.flatMap(({ href }) => href ?? []);
  return findBeside({ ...procedureAsRelatable(version), leadsTo }, all);
}

interface Choice {
  readonly sought: Sought;
  readonly all: readonly Relatable[];
}

function readChoice(tx: Tx): Promise<Choice> {
  return onceUntilNextEvent(tx, 'related', '', async () => {
    const procedures = await listProcedures(tx);
    const documents = await listPublicNames(tx, MOST_DOCUMENTS);
    const named = [
      ...procedures.map(({ code, title }) => ({ code, titles: [title] })),
      ...documents.map(({ slug, code, title }) => ({
        code: publicDocumentUrl(slug),
        titles: [title, ...(code !== null && isOneOnly(code) ? [code] : [])],
      })),
    ];
    const sought = { find: namerOf(named), key: sha256Hex(JSON.stringify(named)) };
    const articles = await listTiedArticles(tx, sought, MOST_ARTICLES);
    return {
      sought,
      all: [
        ...articles.map(articleAsRelatable),
        ...documents.map(documentAsRelatable),
        ...procedures.map(procedureAsRelatable),
      ],
    };
  });
}

/** A code with its year is one document in the country; another repeats every year and at every office. */
function isOneOnly(code: string): boolean {
  return /\/(?:19|20)\d{2}\//.test(code);
}

function articleAsRelatable(
  article: Ties & { slug: string; title: string; section: string; publicAt: string },
): Relatable {
  const { slug, title, section, publicAt, topics, leadsTo, names } = article;
  const named = names.map((name) => (name.startsWith('/') ? name : procedureUrl(name)));
  return {
    kind: 'article',
    href: publicArticleUrl(slug),
    title,
    code: '',
    day: publicAt === '' ? '' : vietnamDate(toInstant(publicAt)),
    topics,
    leadsTo: [...leadsTo, ...named],
    section: section === '' ? '' : `news ${section}`,
  };
}

function documentAsRelatable(
  document: Pick<PublicDocument, 'slug' | 'code' | 'title' | 'field' | 'issuedOn'>,
): Relatable {
  const { slug, title, field, issuedOn } = document;
  const code = document.code ?? '';
  return {
    kind: 'document',
    href: publicDocumentUrl(slug),
    title: title || code,
    // One without a title is called by its code already.
    code: title ? code : '',
    day: issuedOn ?? '',
    topics: [],
    leadsTo: [],
    section: fieldOf(field),
  };
}

function procedureAsRelatable(
  version: Pick<PublicProcedure['version'], 'code' | 'title' | 'field' | 'effectiveFrom'>,
): Relatable {
  const { code, title, field, effectiveFrom } = version;
  return {
    kind: 'procedure',
    href: procedureUrl(code),
    title,
    code: '',
    day: effectiveFrom,
    topics: lifeEventsOf(version).map(({ slug }) => `occasion ${slug}`),
    leadsTo: [],
    section: fieldOf(field),
  };
}

/** One field however it is written, for documents and procedures alike. */
function fieldOf(field: string): string {
  const folded = fold(field).trim();
  return folded === '' ? '' : `field ${folded}`;
}
