// What the editor's pickers offer to be put into the text, and how their searches answer.

export interface EditorPicture {
  readonly file: string;
  readonly alt: string;
  readonly credit: string;
  /** Address of a small size; null while it isn't made. */
  readonly thumb: string | null;
}

/** A page that a link may lead to. */
export interface EditorLink {
  readonly href: string;
  /** Name of the page, which a link without words of its own takes. */
  readonly title: string;
  /** "Thủ tục", "Văn bản" … with what tells it from its like, such as its day. */
  readonly about: string;
}

/** Looks for things by words; fails where nobody answers. */
export type Find<Thing> = (words: string) => Promise<readonly Thing[]>;
