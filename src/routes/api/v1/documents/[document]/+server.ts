// One document with its words, its force and its links; one that was taken off says why.
import { documentError, issuerOf, publicDocumentUrl } from '#lib/documents/index.ts';
import { findPublicDocument, type PublicLink } from '#lib/documents/index.server.ts';
import { platformError } from '#lib/platform/index.ts';
import { ApiWholeDocument } from '#lib/portal/index.ts';
import { isPlainDate } from '#lib/vietnam/index.ts';
import { answer } from '../../answer.server.ts';
import { documentForApi } from '../document-for-api.ts';
import type { RequestHandler } from './$types';

const NEVER = { since: null, endedBy: null, amendedBy: [], reasons: [] } as const;
const UNKNOWN = { state: 'unknown', ...NEVER } as const;

export const GET: RequestHandler = ({ locals, params, url }) =>
  answer(ApiWholeDocument, () =>
    locals.read(async (tx) => {
      const asked = url.searchParams.get('ngay') ?? '';
      const day = isPlainDate(asked) ? asked : tx.today;
      const document = await findPublicDocument(tx, params.document, day);
      if (!document) throw platformError('record.not-found', { what: 'văn bản này' });
      if ('reason' in document) {
        throw documentError('document.taken-off', { reason: document.reason });
      }
      const { facts, sections } = document.paper;
      const { type, signerTitle, signerName } = facts;
      const validity = document.validity ?? UNKNOWN;
      const given = {
        ...{ ...document, type: type ?? null, validity },
        agency: issuerOf(facts),
      };
      return {
        ...documentForApi(given, url.origin),
        inForceOn: document.inForceOn,
        expiresOn: document.expiresOn,
        signer: [signerTitle, signerName].filter(Boolean).join(' '),
        reasons: [...validity.reasons],
        sections: sections.map(({ level, number, heading, text }) => {
          return { level, number, heading, text };
        }),
        links: [
          ...document.outgoing.map((link) => linkFor('to', link, url.origin)),
          ...document.incoming.map((link) => linkFor('from', link, url.origin)),
        ],
        file: document.hasFile ? `${url.origin}${publicDocumentUrl(document.slug)}/ban-goc` : null,
      };
    }),
  );

function linkFor(direction: 'to' | 'from', link: PublicLink, origin: string) {
  const { relation, code, title, slug } = link;
  return { direction, relation, code, title, url: slug && origin + publicDocumentUrl(slug) };
}

export { preflight as OPTIONS, refuseSending as fallback } from '../../answer.server.ts';
