/** The year a plan is for; one without a period is of the year the office stands in. */
export function yearOf(plan: { readonly from: string | null }, today: string): number {
  return Number((plan.from ?? today).slice(0, 4));
}
