// Whether words somebody left are Vietnamese, so that they are read aloud by the right voice.
import { isFoldedSyllable } from '../legacy/syllable.ts';
import { fold } from './fold.ts';

/** English has "an", "the" and "can" too; Vietnamese with a few names and abbreviations stays above it. */
const MOSTLY = 0.8;

/** Accents may be missing. True where there is nothing to tell by. */
export function isWrittenInVietnamese(text: string): boolean {
  const words = fold(text).match(/\p{L}+/gu) ?? [];
  return words.filter(isFoldedSyllable).length >= words.length * MOSTLY;
}
