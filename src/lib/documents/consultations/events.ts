// What consultations say to the record: ids, days, counts and digests only (ruling 11).

/** `consultation.opened`: planned or begun, with the words it asks about; subject is the consultation. */
export interface ConsultationOpenedData {
  readonly entry: string;
  readonly opens: string;
  readonly closes: string;
  /** Fewer days than the law of the day asks for. */
  readonly short: boolean;
  readonly masked: boolean;
  /** SHA-256 of the draft as people read it. */
  readonly digest: string;
}

/** `consultation.commented`; subject is the consultation. */
export interface ConsultationCommentedData {
  readonly comment: string;
  readonly number: number;
  readonly source: string;
  /** SHA-256 of the sealed bytes: shows that a comment came, tells nothing of it. */
  readonly digest: string;
}

/** `consultation.comment-reviewed`: again where it was taken back or put right; subject is the consultation. */
export interface CommentReviewedData {
  readonly comment: string;
  readonly shown: boolean;
  readonly aside: string | null;
  /** SHA-256 of the words as others read them; null where they don't. */
  readonly digest: string | null;
}

/** `consultation.comment-answered`: again where the reply was put right; subject is the consultation. */
export interface CommentAnsweredData {
  readonly comment: string;
  readonly verdict: string;
  /** SHA-256 of the reply as others read it. */
  readonly digest: string;
}

/** `consultation.closing-told`: mail said that its last day nears; subject is the consultation. */
export interface ConsultationClosingToldData {
  /** YYYY-MM-DD. */
  readonly closes: string;
  /** Their ids. */
  readonly mails: readonly string[];
}

/** `consultation.closed`: the last day is over; subject is the consultation. */
export interface ConsultationClosedData {
  readonly comments: number;
  readonly waiting: number;
}

/** `consultation.answered`; subject is the consultation. */
export interface ConsultationAnsweredData {
  readonly comments: number;
  readonly shown: number;
  /** SHA-256 of the published result with every comment and reply. */
  readonly digest: string;
  readonly issued: string | null;
}
