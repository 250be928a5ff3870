// One edition of an article or of a page of the office: writing it, and every step of its way.
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import { storeFile, type Tx } from '#lib/platform/index.server.ts';
import {
  attachmentLinks,
  canInNewsroom,
  PRINT_FORMS,
  TEXT_FORMS,
  publicArticleUrl,
  publicPageUrl,
  requireInNewsroom,
} from '#lib/newsroom/index.ts';
import {
  approveArticle,
  AUDIO_BYTES,
  AUDIO_TYPES,
  confirmPrint,
  confirmSentText,
  correctArticle,
  dropArticleDraft,
  findAudio,
  forceArticle,
  getArticle,
  listPrints,
  listSentTexts,
  lookOver,
  makeApprovalLink,
  makePreviewLink,
  makePrint,
  noteSentText,
  publishArticle,
  pageLookedOn,
  restoreArticle,
  returnArticle,
  reviewPage,
  saveArticle,
  scheduleArticle,
  setReading,
  showAttachments,
  showPictures,
  submitArticle,
  trashArticle,
  unscheduleArticle,
  withdrawArticle,
  writtenSections,
} from '#lib/newsroom/index.server.ts';
import { listHeads } from '#lib/plans/index.server.ts';
import { toInstant, toPlainDate, vietnamInstant } from '#lib/vietnam/index.ts';
import {
  comeBack,
  editable,
  keptName,
  namesOf,
  readArticleForm,
  readChoices,
} from '../form.server.ts';
import { suggestBack } from '../suggestions.server.ts';
import { channelsOf, wordsOf } from './spread.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Nothing = z.object({});
const Reason = z.object({ reason: z.string().max(500, 'Lý do dài quá 500 chữ cái.').default('') });
const Privacy = z.object({ privacy: z.enum(['refuse', 'confirm']).default('refuse') });
const Schedule = Privacy.extend({
  at: z
    .string('Chọn ngày, giờ đăng.')
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d/, 'Chọn ngày, giờ đăng.')
    .transform((at) => vietnamInstant(toPlainDate(at.slice(0, 10)), `${at.slice(11, 16)}:00`)),
});
const Revision = z.object({ revision: z.coerce.number().int() });
const Head = z.object({ headId: z.uuid('Chọn người duyệt.') });
const Paper = z.object({ form: z.enum(PRINT_FORMS) });
const Sent = z.object({ form: z.enum(TEXT_FORMS) });
const Withdraw = z.discriminatedUnion('how', [
  Reason.extend({ how: z.enum(['error', 'withdrawn']) }),
  Reason.extend({ how: z.literal('replaced'), replacedBy: z.string().default('') }),
]);

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const desk = await getArticle(tx, params.id);
    const { edition, article } = desk;
    const may = (action: Parameters<typeof canInNewsroom>[1]) =>
      canInNewsroom(tx.actor, action, {});
    const isPage = edition.kind === 'page';
    const urlOf = isPage ? publicPageUrl : publicArticleUrl;
    const address = edition.slug === null ? null : urlOf(edition.slug);
    const typed = desk.draft?.article ?? article;
    const begun = url.searchParams.get('tu');
    const isWriting = edition.status === 'draft' && may('article.write') && !edition.trashed;
    return {
      ...desk,
      // What this person typed and didn't save goes before what is saved.
      start: {
        ...typed,
        ...editable(typed.body),
        channels: typed.channels ?? [],
        files: await showAttachments(tx, typed.attachments),
      },
      isWriting,
      looked: isWriting
        ? await lookOver(tx, typed, { editionId: params.id, kind: edition.kind })
        : null,
      base: desk.draft?.base ?? edition.revision,
      saved: url.searchParams.has('da-luu'),
      // Where it was new until now, the browser keeps it under another name.
      keptBefore: begun === null ? null : keptName(tx.actor, begun),
      address,
      sections: isPage ? namesOf(writtenSections()) : undefined,
      lookedOn: isPage && edition.status === 'published' ? await pageLookedOn(tx, edition) : null,
      pictures: await showPictures(
        tx,
        article.body,
        (file) => `/lam-viec/thu-vien-anh/tep/${file}`,
      ),
      files: attachmentLinks(desk.attachments, '/lam-viec/bien-tap/tep'),
      words:
        address && !isPage ? wordsOf(article, locals.commune.name, url.origin + address) : null,
      channels: channelsOf(article),
      sent: await listSentTexts(tx, edition.itemId),
      audio: address && !isPage ? ((await findAudio(tx, params.id))?.voice ?? null) : null,
      prints: await listPrints(tx, edition.itemId),
      choices: await readChoices(tx),
      heads: may('article.send-link') && edition.status === 'submitted' ? await listHeads(tx) : [],
      isOwn: tx.actor.kind === 'person' && edition.submittedBy === tx.actor.accountId,
      may: {
        write: may('article.write'),
        approve: may('article.approve'),
        publish: may('article.publish'),
        force: may('article.force'),
        withdraw: may('article.withdraw'),
        trash: may('article.trash'),
        link: may('article.send-link'),
        print: may('article.print') && !isPage,
        review: may('page.review'),
      },
    };
  });

export const actions: Actions = {
  luu: async ({ locals, request, params }) => {
    const form = await readArticleForm(locals, request);
    if (!form.ok) return form.answer;
    const refused = await locals
      .write((tx) => saveArticle(tx, params.id, form.value))
      .then(() => undefined, refusalOf);
    if (refused) {
      return fail(refused.status, await comeBack(locals, refused.errors, form.values));
    }
    redirect(303, `/lam-viec/bien-tap/${params.id}?da-luu=1`);
  },
  'goi-y': ({ locals, request, params }) => suggestBack(locals, request, params.id),
  'bo-nhap': (event) => act(event, Nothing, (tx, _form, id) => dropArticleDraft(tx, id)),
  trinh: (event) => act(event, Nothing, (tx, _form, id) => submitArticle(tx, id)),
  'tra-lai': (event) => act(event, Reason, (tx, { reason }, id) => returnArticle(tx, id, reason)),
  duyet: (event) =>
    act(event, Revision, (tx, { revision }, id) => approveArticle(tx, id, revision)),
  ep: (event) => act(event, Reason, (tx, { reason }, id) => forceArticle(tx, id, reason)),
  hen: (event) =>
    act(event, Schedule, (tx, { at, privacy }, id) =>
      scheduleArticle(tx, id, toInstant(at), privacy),
    ),
  'bo-hen': (event) => act(event, Nothing, (tx, _form, id) => unscheduleArticle(tx, id)),
  dang: (event) =>
    act(event, Privacy, async (tx, { privacy }, id) => {
      await publishArticle(tx, id, privacy);
    }),
  go: (event) => act(event, Withdraw, (tx, form, id) => withdrawArticle(tx, id, form)),
  'bo-rac': (event) =>
    act(event, Nothing, async (tx, _form, id) =>
      trashArticle(tx, (await getArticle(tx, id)).edition.itemId),
    ),
  'khoi-phuc': (event) =>
    act(event, Nothing, async (tx, _form, id) =>
      restoreArticle(tx, (await getArticle(tx, id)).edition.itemId),
    ),
  'lam-to': (event) => act(event, Paper, (tx, { form }, id) => makePrint(tx, id, form)),
  'to-con-dung': (event) => act(event, Paper, (tx, { form }, id) => confirmPrint(tx, id, form)),
  'da-gui': (event) => act(event, Sent, (tx, { form }, id) => noteSentText(tx, id, form)),
  'loi-con-dung': (event) => act(event, Sent, (tx, { form }, id) => confirmSentText(tx, id, form)),
  'doc-tieng': async ({ locals, request, params }) => {
    requireInNewsroom(locals.actor, 'article.publish', {});
    const sent = (await request.formData()).get('sound');
    const refused = await takeReading(locals, params.id, sent).then(() => undefined, refusalOf);
    if (refused) {
      const errors = refused.errors.map(({ message }) => ({ name: 'sound', message }));
      return fail(refused.status, { stepErrors: errors, stepValues: {} });
    }
    redirect(303, `/lam-viec/bien-tap/${params.id}`);
  },
  'van-dung': (event) => act(event, Nothing, (tx, _form, id) => reviewPage(tx, id)),
  'sua-tiep': (event) => act(event, Nothing, (tx, _form, id) => correctArticle(tx, id)),
  'xem-truoc': (event) =>
    link(event, Nothing, '/xac-nhan/xem-truoc/', (tx, _form, id) => makePreviewLink(tx, id)),
  'gui-duyet': (event) =>
    link(event, Head, '/xac-nhan/bai/', (tx, { headId }, id) => makeApprovalLink(tx, id, headId)),
};

/** Keeps a person's reading; without a file the store says what is wrong. */
async function takeReading(locals: App.Locals, id: string, sent: FormDataEntryValue | null) {
  const file = sent instanceof File ? sent : new File([], 'bản đọc');
  const stored = await storeFile(locals.commune.id, new Uint8Array(await file.arrayBuffer()), {
    ...{ name: file.name, maxBytes: AUDIO_BYTES, allow: AUDIO_TYPES },
  });
  await locals.write((tx) => setReading(tx, id, stored));
}

interface Event {
  readonly locals: App.Locals;
  readonly request: Request;
  readonly params: { id: string };
  readonly url: URL;
}

/** A step; one that opens another edition gives back its id. */
async function act<Schema extends z.ZodType>(
  { locals, request, params }: Event,
  schema: Schema,
  work: (tx: Tx, form: z.output<Schema>, id: string) => Promise<string | void>,
) {
  const form = readForm(await request.formData(), schema);
  if (!form.ok) return fail(422, { stepErrors: form.errors, stepValues: form.values });
  let next: string | void = undefined;
  const refused = await locals
    .write(async (tx) => {
      next = await work(tx, form.value, params.id);
    })
    .then(() => undefined, refusalOf);
  if (refused) return fail(refused.status, { stepErrors: refused.errors, stepValues: form.values });
  redirect(303, `/lam-viec/bien-tap/${next ?? params.id}`);
}

/** A link is shown once, on the answer itself. */
async function link<Schema extends z.ZodType>(
  { locals, request, params, url }: Event,
  schema: Schema,
  path: string,
  work: (tx: Tx, form: z.output<Schema>, id: string) => Promise<string>,
) {
  const form = readForm(await request.formData(), schema);
  if (!form.ok) return fail(422, { stepErrors: form.errors, stepValues: form.values });
  const name: string | { status: number; errors: { name: string; message: string }[] } =
    await locals.write((tx) => work(tx, form.value, params.id)).catch(refusalOf);
  if (typeof name !== 'string') {
    return fail(name.status, { stepErrors: name.errors, stepValues: form.values });
  }
  return { link: url.origin + path + name, isPreview: path.includes('xem-truoc') };
}
