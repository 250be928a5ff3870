// Addresses of the pages that show what became of a plan.

export function planResultUrl(slug: string): string {
  return `/ke-hoach-va-ket-qua/${slug}`;
}

/** @param place the topic's place in its plan, from 1 */
export function topicUrl(slug: string, place: number): string {
  return `${planResultUrl(slug)}/noi-dung-${place}`;
}

/** @param month YYYY-MM */
export function monthUrl(slug: string, month: string): string {
  return `${planResultUrl(slug)}/thang-${month}`;
}
