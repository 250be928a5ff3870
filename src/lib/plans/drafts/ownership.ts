// Whose plan is it? A commune's plan names the commune in its header; another name there means a
// wrong file, a superior's plan, or the commune under an older name.
import { collapse, fold } from '#lib/vietnam/index.ts';

export interface Issuer {
  readonly agency: string | null;
  readonly place: string | null;
}

const KINDS = String.raw`xa|phuong|thi tran|dac khu`;
const COMMUNE_IN_AGENCY = new RegExp(String.raw`\b(?:${KINDS})\s+(.+)$`, 'u');
const COMMUNE_PREFIX = new RegExp(String.raw`^(?:${KINDS})\s+`, 'u');
const AFTER_NAME = /^\s*(?:$|[,;(–-]|(?:huyen|quan|thanh pho|tp|thi xa|tinh)\b)/u;
const HIGHER_BODY =
  /\b(?:tinh|thanh pho|huyen|quan|thi xa|bo|so|cuc|chinh phu|thu tuong|trung uong)\b/u;

/**
 * The issuer's name when the document isn't the commune's own, as far as its header tells.
 * A header that names nobody is taken as the commune's own: findings say what it lacks.
 * @param commune as it is spoken of: "xã Tiền Tiến"
 */
export function findForeignIssuer(issuer: Issuer, commune: string): string | undefined {
  const own = properName(commune);
  const agency = fold(issuer.agency ?? '');
  const named = COMMUNE_IN_AGENCY.exec(agency)?.[1];
  if (named !== undefined) {
    return startsWithName(named, own) ? undefined : collapse(issuer.agency ?? '');
  }
  if (HIGHER_BODY.test(agency)) return collapse(issuer.agency ?? '');
  const place = issuer.place && properName(issuer.place);
  if (place && place !== own) return collapse(issuer.agency ?? issuer.place ?? '');
  return undefined;
}

function properName(commune: string): string {
  return fold(commune).replace(COMMUNE_PREFIX, '');
}

/** "an binh, thanh pho ha long" names an binh; "an binh tay" doesn't. */
function startsWithName(text: string, name: string): boolean {
  return text.startsWith(name) && AFTER_NAME.test(text.slice(name.length));
}
