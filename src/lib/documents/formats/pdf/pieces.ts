// What a page holds: pieces of text with their places, rows of them, and what stands together in a row.

/** A piece of text on a page: left edge, base line from the top, width and letter height in points. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Recognised from a picture, and the machine itself doubts it. */
  unsure?: boolean;
}

export interface Page {
  width: number;
  height: number;
  pieces: Piece[];
}

/** Pieces of a row without a wide gap between them. */
export interface Segment {
  text: string;
  left: number;
  right: number;
}

export interface Row {
  segments: Segment[];
  y: number;
  height: number;
}
