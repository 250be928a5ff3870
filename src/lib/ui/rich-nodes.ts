// The shape of a kept text as drawings take it: whoever hands one over has checked it.

export interface RichNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly {
    readonly type: string;
    readonly attrs?: Readonly<Record<string, unknown>>;
  }[];
  readonly content?: readonly RichNode[];
}

/** A picture of a text, as it is shown. */
export interface ShownPicture {
  readonly url: string;
  readonly width?: number;
  readonly height?: number;
  /** The same in newer formats and other widths; a browser takes the first it knows. */
  readonly sources?: readonly { readonly type: string; readonly srcset: string }[];
}
