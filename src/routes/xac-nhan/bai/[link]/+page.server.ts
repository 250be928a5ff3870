// Approving an article by link; only the PIN approves (ruling 25: GET shows, POST acts).
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { networkOf, readForm, refusalOf } from '#lib/platform/index.ts';
import { attachmentLinks } from '#lib/newsroom/index.ts';
import {
  approveArticleByLink,
  openApproval,
  showAttachments,
  showPictures,
} from '#lib/newsroom/index.server.ts';
import { formatInstant, toInstant } from '#lib/vietnam/index.ts';
import type { Actions, PageServerLoad } from './$types';

const Pin = z.object({ pin: z.string().min(1, 'Nhập mã PIN trên giấy được giao.').max(20) });

export const load: PageServerLoad = async ({ locals, params }) => {
  const tagline = 'Duyệt bài';
  const opened = await locals
    .read(async (tx) => {
      const found = await openApproval(tx, params.link);
      const here = `/xac-nhan/bai/${params.link}`;
      const { body, attachments } = found.article;
      return {
        ...found,
        pictures: await showPictures(tx, body, (file) => `${here}/anh/${file}`),
        files: attachmentLinks(await showAttachments(tx, attachments), `${here}/tep`),
      };
    })
    .catch((failure: unknown) => refusalOf(failure));
  // Once approved the link is spent; the answer to the form is drawn without it.
  if ('errors' in opened)
    return {
      ...{ tagline, article: null, pictures: {}, files: [] },
      refusal: opened.errors[0]?.message ?? '',
    };
  const { article, pictures, files, expiresAt } = opened;
  const until = formatInstant(toInstant(expiresAt));
  return { tagline, article, pictures, files, refusal: '', until };
};

export const actions: Actions = {
  default: async ({ locals, params, request, getClientAddress }) => {
    const form = readForm(await request.formData(), Pin);
    if (!form.ok) return fail(422, { errors: form.errors });
    const attempt = {
      name: params.link,
      pin: form.value.pin,
      network: networkOf(getClientAddress()),
    };
    const refused = await approveArticleByLink(locals.commune.id, attempt).then(
      () => undefined,
      refusalOf,
    );
    if (refused) return fail(refused.status, { errors: refused.errors });
    return { done: true };
  },
};
