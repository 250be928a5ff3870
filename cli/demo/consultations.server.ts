// Drafts that the demo's office asked its people about: received, opened, commented on, looked over, answered
// and issued by the people who would do it, through the real use cases.
import {
  answerConsultation,
  correctDocument,
  getConsultation,
  getEntry,
  holdConsultation,
  publishDocument,
  readHere,
  receiveDocument,
  registerEntry,
  replyToComment,
  reviewComment,
  sendComment,
  turnConsultations,
  writeDownComment,
} from '#lib/documents/index.server.ts';
import type { PublicPaper } from '#lib/documents/index.ts';
import { inCommune, newId, storeFile } from '#lib/platform/index.server.ts';
import { systemJob, thePublic, type Actor, type Person } from '#lib/platform/index.ts';
import { addDays, toInstant, toPlainDate, vietnamInstant } from '#lib/vietnam/index.ts';
import type { DemoComment, DemoConsultation, DemoData } from '../demo-data.ts';
import type { Happening } from './acts.server.ts';
import type { DemoOffice } from './office.server.ts';

const TURN_JOB = systemJob('consultations.turn');
const DRAFT_LIMIT = 100_000;

type Tx = Parameters<Parameters<typeof inCommune>[1]>[0];
/** Does something as somebody at a time written with its zone. */
type Do = <T>(actor: Actor, time: string, work: (tx: Tx) => Promise<T>) => Promise<T>;

/** What is known of one while its steps are played. */
interface Held {
  entry: string;
  id: string;
  slug: string;
  paper: PublicPaper;
  readonly keys: Map<DemoComment, string>;
}

export function consultationsToHold(
  data: DemoData,
  office: DemoOffice,
  personOf: (login: string) => Person,
): Happening[] {
  const does: Do = (actor, time, work) =>
    inCommune(office.communeId, work, { write: true, actor, now: toInstant(time) });
  return data.consultations.consultations.flatMap((given) => {
    const held = { entry: '', id: '', slug: '', keys: new Map() } as unknown as Held;
    const officer = personOf(given.by);
    const steps: [string | undefined, () => Promise<unknown>][] = [
      [given.received, () => receive(office.communeId, given, held, officer, does)],
      [given.opened, () => open(given, held, officer, does)],
      ...given.comments.map((said): [string, () => Promise<unknown>] => [
        said.at,
        () => comment(said, held, officer, does),
      ]),
      [given.answered && dayAfter(given.closes), () => turn(given, does)],
      [given.reviewed, () => review(given, held, officer, does)],
      [given.answered, () => answer(given, held, officer, does)],
      [given.issued?.at, () => issue(given, held, officer, personOf, does)],
    ];
    return steps.flatMap(([time, happen]) =>
      time === undefined
        ? []
        : [{ at: toInstant(time), happen: async () => void (await happen()) }],
    );
  });
}

async function receive(
  communeId: string,
  { id, draft, received }: DemoConsultation,
  held: Held,
  officer: Person,
  does: Do,
): Promise<void> {
  const name = `du-thao-${id}.txt`;
  const bytes = new TextEncoder().encode(draft);
  const file = await storeFile(communeId, bytes, {
    ...{ name, maxBytes: DRAFT_LIMIT },
    allow: ['text/plain'],
  });
  const reading = await readHere(bytes, { name });
  held.entry = await does(officer, received, (tx) => receiveDocument(tx, { reading, file }));
}

async function open(given: DemoConsultation, held: Held, officer: Person, does: Do): Promise<void> {
  const { title, lead, opens: opensOn, closes: closesOn } = given;
  held.id = await does(officer, given.opened, (tx) =>
    holdConsultation(tx, held.entry, {
      ...{ title, lead, opensOn, closesOn },
      ...{ shortReason: '', privacy: 'refuse' },
    }),
  );
  const { slug, paper } = await does(officer, given.opened, (tx) => getConsultation(tx, held.id));
  Object.assign(held, { slug, paper });
}

function comment(said: DemoComment, held: Held, officer: Person, does: Do): Promise<number> {
  const key = newId();
  held.keys.set(said, key);
  const { from: source, text } = said;
  const at = held.paper.sections.findIndex(({ heading }) => heading === said.part);
  if (said.part !== undefined && at < 0) throw new Error(`no part “${said.part}”: ${held.slug}`);
  const part = at < 0 ? null : at;
  return source === 'portal'
    ? does(thePublic, said.at, (tx) =>
        sendComment(tx, held.slug, { key, part, text, name: '', contact: '' }),
      )
    : does(officer, said.at, (tx) => writeDownComment(tx, held.id, { key, source, part, text }));
}

/** The morning on which the job finds its last day over. */
function dayAfter(closes: string): string {
  return vietnamInstant(addDays(toPlainDate(closes), 1), '00:20:00');
}

function turn({ closes }: DemoConsultation, does: Do): Promise<void> {
  return does(TURN_JOB, dayAfter(closes), turnConsultations);
}

function review(given: DemoConsultation, held: Held, officer: Person, does: Do): Promise<void> {
  return does(officer, given.reviewed ?? '', async (tx) => {
    for (const said of given.comments) {
      const id = held.keys.get(said) ?? '';
      const { shown = '', aside = '', verdict, reply = '' } = said;
      const decision = shown === '' ? 'aside' : 'show';
      await reviewComment(tx, held.id, { id, decision, publicText: shown, aside });
      if (verdict) await replyToComment(tx, held.id, { id, verdict, reply });
    }
  });
}

function answer(given: DemoConsultation, held: Held, officer: Person, does: Do): Promise<void> {
  return does(officer, given.answered ?? '', (tx) =>
    answerConsultation(tx, held.id, { answer: given.answer ?? '', issuedId: '', seen: '' }),
  );
}

/** The draft becomes the document: what people said is taken in, the number written, and it is put out. */
async function issue(
  { issued }: DemoConsultation,
  held: Held,
  officer: Person,
  personOf: (login: string) => Person,
  does: Do,
): Promise<void> {
  if (!issued) return;
  const { number, symbol, date, signer, field, in_force: inForceOn, words } = issued;
  await does(officer, issued.at, async (tx) => {
    const { draft, version } = await getEntry(tx, held.entry);
    const said = { number, symbol, date, signerTitle: signer };
    const facts = { ...draft.facts };
    for (const [name, value] of Object.entries(said) as [keyof typeof said, string][]) {
      facts[name] = { ...facts[name], value };
    }
    const sections = draft.sections.map((section) => ({
      ...section,
      text: words.reduce((text, { replace, with: by }) => text.replace(replace, by), section.text),
    }));
    await correctDocument(tx, { id: held.entry, version, draft: { ...draft, facts, sections } });
    await registerEntry(tx, {
      ...{ id: held.entry, version: version + 1 },
      facts: {
        ...{ direction: 'own', arrivedOn: null, field, inForceOn },
        ...{ expiresOn: null, replacedBy: null },
      },
    });
  });
  await does(personOf(issued.by), issued.at, (tx) =>
    publishDocument(tx, held.entry, { privacy: 'refuse' }),
  );
}
