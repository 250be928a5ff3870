// What every public page says of its office: names, who answers, where and when, hotlines.
import {
  listHotlines as listOfficeHotlines,
  type Commune,
  type Tx,
} from '#lib/platform/index.server.ts';
import { capitalize, formatPhone, phoneLink } from '#lib/vietnam/index.ts';

export interface Hotline {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  /** `tel:` address; absent when the number can't be dialled as written. */
  readonly href: string | undefined;
  /** Who answers. */
  readonly owner: string;
  readonly hours: string;
  /** Day the number was last tried, YYYY-MM-DD. */
  readonly verifiedOn: string | null;
}

export interface Site {
  /** "Xã Tiền Tiến" */
  readonly name: string;
  /** "xã Tiền Tiến", for use inside a sentence. */
  readonly plainName: string;
  /** "Ủy ban nhân dân xã Tiền Tiến": who answers for what stands here. */
  readonly committee: string;
  /** The nearest first: "Thành phố Hải Dương", "Tỉnh Hải Dương". */
  readonly superiors: readonly string[];
  /** "Trang thông tin điện tử xã Tiền Tiến - thành phố Hải Dương"; on English pages "Tiền Tiến Commune". */
  readonly title: string;
  readonly editorInChief: string;
  readonly address: string;
  readonly telephone: string;
  readonly telephoneHref: string | undefined;
  readonly email: string;
  readonly openingHours: string;
  readonly demoDay: string | null;
  /** What became of a former commune, where its pages are an archive and somebody asked. */
  readonly former: string | null;
}

/** @param tx where it has to be said that the commune is former: in what is taken away from its pages */
export function siteOf(commune: Commune, tx?: Pick<Tx, 'isArchive'>): Site {
  const [nearest] = commune.superiors;
  return {
    name: capitalize(commune.name),
    plainName: commune.name,
    committee: `Ủy ban nhân dân ${commune.name}`,
    superiors: commune.superiors.map(capitalize),
    title: `Trang thông tin điện tử ${commune.name}${nearest ? ` - ${nearest}` : ''}`,
    editorInChief: commune.editorInChief,
    address: capitalize(commune.address),
    telephone: commune.telephone,
    telephoneHref: phoneLink(commune.telephone),
    email: commune.email,
    openingHours: commune.openingHours,
    demoDay: commune.demoDay,
    former: tx?.isArchive ? commune.successor : null,
  };
}

/** Hotlines in the order the office gave them, with numbers as they are read and dialled. */
export async function listHotlines(tx: Tx): Promise<Hotline[]> {
  // Who rang it last is the office's own matter.
  return (await listOfficeHotlines(tx)).map(({ verifiedBy: _who, ...hotline }) => ({
    ...hotline,
    number: formatPhone(hotline.number),
    href: phoneLink(hotline.number),
  }));
}
