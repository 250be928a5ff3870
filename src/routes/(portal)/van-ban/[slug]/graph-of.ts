// A public document among those it names and those that name it, as documents and lines to draw.
import {
  hasEnded,
  publicDocumentUrl,
  type GraphDocument,
  type GraphLink,
} from '#lib/documents/index.ts';
import type { PublicDocument, PublicLink } from '#lib/documents/index.server.ts';

export function graphOf(document: PublicDocument): {
  documents: GraphDocument[];
  links: GraphLink[];
} {
  const own: GraphDocument = {
    id: document.id,
    label: document.code ?? document.title,
    title: document.title,
    href: null,
    issuedOn: document.issuedOn,
    look: 'chosen',
  };
  const others = new Map<string, GraphDocument>();
  const add = (link: PublicLink): string => {
    // The same document may be named twice, with and without its day.
    const key = link.slug ?? link.code;
    if (!others.has(key)) others.set(key, drawn(key, link));
    return key;
  };
  const links = [
    ...document.outgoing.map((link) => ({ from: own.id, to: add(link), relation: link.relation })),
    ...document.incoming.map((link) => ({ from: add(link), to: own.id, relation: link.relation })),
  ];
  return { documents: [own, ...others.values()], links };
}

function drawn(id: string, { slug, code, title, issuedOn, validity }: PublicLink): GraphDocument {
  const isEnded = validity !== null && hasEnded(validity);
  return {
    id,
    label: code,
    title: title ?? code,
    href: slug === null ? null : publicDocumentUrl(slug),
    issuedOn,
    look: slug === null ? 'unknown' : isEnded ? 'ended' : 'known',
  };
}
