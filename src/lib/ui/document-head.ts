/** Words of an official document's head, padded as Decree 30/2020/NĐ-CP asks. */

/**
 * "Tiền Tiến, ngày 05 tháng 01 năm 2023": days below 10 and January, February padded with 0.
 * Parts that are unknown stay blank to be filled in by pen.
 */
export function placeAndDate(place: string | null | undefined, date: string | null | undefined) {
  const before = place ? `${place}, ` : '';
  const [year, month, day] = date?.split('-') ?? [];
  if (!year || !month || !day) return `${before}ngày ….. tháng ….. năm ……`;
  const monthWritten = Number(month) > 2 ? String(Number(month)) : month;
  return `${before}ngày ${day} tháng ${monthWritten} năm ${year}`;
}

/** "Số: 02/KH-UBND"; the number stays blank where none was given yet: "Số:      /KH-UBND". */
export function documentNumber(
  code: string | null | undefined,
  symbol: string | null | undefined,
): string | undefined {
  if (code) return `Số: ${code}`;
  return symbol ? `Số: ……/${symbol}` : undefined;
}

/** Recipients as they are listed: a dash before each, ";" between, "." at the end. */
export function listRecipients(recipients: readonly string[]): string[] {
  return recipients.map((recipient, i) => {
    const bare = recipient.replace(/^[-–\s]+|[;.\s]+$/g, '');
    return `- ${bare}${i === recipients.length - 1 ? '.' : ';'}`;
  });
}
