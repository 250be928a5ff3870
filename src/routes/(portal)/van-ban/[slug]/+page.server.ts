// A public document under its address: its words, whether it is in force, what it does to others.
import { contentsOf, documentError } from '#lib/documents/index.ts';
import { findPublicDocument, listConsultationsAbout } from '#lib/documents/index.server.ts';
import { platformError } from '#lib/platform/index.ts';
import { readBesideDocument } from '#lib/portal/index.server.ts';
import { isPlainDate } from '#lib/vietnam/index.ts';
import { graphOf } from './graph-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const asked = url.searchParams.get('ngay') ?? '';
    const day = isPlainDate(asked) ? asked : tx.today;
    const document = await findPublicDocument(tx, params.slug, day);
    if (!document) throw platformError('record.not-found', { what: 'văn bản này' });
    if ('reason' in document)
      throw documentError('document.taken-off', { reason: document.reason });
    return {
      document,
      day,
      consultations: await listConsultationsAbout(tx, document.id),
      beside: await readBesideDocument(tx, document),
      contents: contentsOf(document.paper),
      graph: graphOf(document),
      address: url.origin + url.pathname,
    };
  });
