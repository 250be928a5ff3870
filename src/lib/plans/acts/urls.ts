// Where plans and acts are shown.

/** Page of a published plan on the portal. */
export function publicPlanUrl(slug: string): string {
  return `/cai-cach-hanh-chinh/ke-hoach/${slug}`;
}

/** Page of a public act on the portal. */
export function publicActUrl(slug: string): string {
  return `/cai-cach-hanh-chinh/${slug}`;
}

/** Page of an act at the desk. */
export function deskActUrl(id: string): string {
  return `/lam-viec/hoat-dong/${id}`;
}

/** A stored file as the desk serves it. */
export function deskFileUrl(sha256: string): string {
  return `/lam-viec/tep/${sha256}`;
}
