// What the public is told of a plan's changes: the decisions that amended it and the published plan that
// took its place. Reasons stay at the desk.
import { publicPlanUrl } from '#lib/plans/index.ts';
import type { PlanChanges } from '#lib/plans/index.server.ts';
import { formatDate } from '#lib/vietnam/index.ts';

export interface PublicChange {
  readonly text: string;
  readonly link: { readonly href: string; readonly title: string } | null;
}

export function publicChanges(changes: PlanChanges): PublicChange[] {
  const amended = changes.amendedBy.map(({ code, issuedOn, validFrom }) => ({
    text: `Đã sửa đổi bởi ${code} ngày ${formatDate(issuedOn)}, có hiệu lực từ ${formatDate(validFrom)}.`,
    link: null,
  }));
  if (changes.closedOn === null) return amended;
  const day = formatDate(changes.closedOn);
  const next = changes.replacedBy?.isPublic ? changes.replacedBy : null;
  const closed: PublicChange = {
    text: next
      ? `Thực hiện đến hết ngày ${day}, được thay thế bởi`
      : `Thực hiện đến hết ngày ${day}.`,
    link: next && { href: publicPlanUrl(next.slug), title: next.title },
  };
  return [closed, ...amended];
}
