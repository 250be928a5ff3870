// A document as open data names it.
import { publicDocumentUrl, type Validity } from '#lib/documents/index.ts';
import type { ApiDocument } from '#lib/portal/index.ts';
import { typeName } from '../../../document-parts/names.ts';

interface Shown {
  readonly slug: string | null;
  readonly code: string | null;
  readonly type: string | null;
  readonly title: string;
  readonly agency: string | null;
  readonly field: string;
  readonly issuedOn: string | null;
  readonly publishedAt: string | null;
  readonly validity: Validity;
}

/** @param origin the site's own address, without a slash at its end */
export function documentForApi(document: Shown, origin: string): ApiDocument {
  const slug = document.slug ?? '';
  return {
    slug,
    code: document.code,
    type: document.type,
    typeName: typeName(document.type),
    title: document.title,
    agency: document.agency,
    field: document.field,
    issuedOn: document.issuedOn,
    state: document.validity.state,
    endedOn: document.validity.since,
    endedBy: document.validity.endedBy,
    publishedAt: document.publishedAt ?? '',
    url: origin + publicDocumentUrl(slug),
  };
}
