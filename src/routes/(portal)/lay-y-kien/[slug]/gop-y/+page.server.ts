// The form by which anybody comments on a draft. It is made for each reader, since it carries when it was
// opened, and is kept by nobody.
import { redirect } from '@sveltejs/kit';
import { consultationUrl, SendComment } from '#lib/documents/index.ts';
import { sendComment } from '#lib/documents/index.server.ts';
import { commentFaults } from '#lib/portal/index.ts';
import { speechOf } from '#lib/ui/index.ts';
import { checkStrangersForm, countStranger, newId, stampForm } from '#lib/platform/index.server.ts';
import { refuseForm } from '../../../strangers-form.server.ts';
import { openConsultation } from '../consultation-of.server.ts';
import { partChoices } from '../../../../document-parts/consultation-words.ts';
import type { Actions, PageServerLoad } from './$types';

const formOf = (slug: string) => `consultation/${slug}`;

export const load: PageServerLoad = ({ locals, params, url, setHeaders }) =>
  locals.read(async (tx) => {
    setHeaders({ 'cache-control': 'no-store' });
    const one = await openConsultation(tx, params.slug);
    const { language, to } = speechOf(url.pathname);
    if (one.state !== 'open') redirect(303, to(consultationUrl(one.slug)));
    return {
      slug: one.slug,
      title: one.title,
      lead: one.lead,
      closesOn: one.closesOn,
      today: tx.today,
      parts: partChoices(one.paper, language),
      part: url.searchParams.get('phan') ?? '',
      key: newId(),
      stamp: stampForm(formOf(one.slug)),
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const { locals, params, url, getClientAddress } = event;
    const { language, to } = speechOf(url.pathname);
    const form = formOf(params.slug);
    const faults = commentFaults(language);
    const answer = await refuseForm(event.request, SendComment, faults, async (sent, stranger) => {
      checkStrangersForm(form, stranger);
      return locals.write(async (tx) => {
        const number = await sendComment(tx, params.slug, sent);
        await countStranger(tx, form, getClientAddress());
        return number;
      });
    });
    if (answer.refused) return answer.refused;
    redirect(303, to(`${consultationUrl(params.slug)}/cam-on?so=${answer.result}`));
  },
};
