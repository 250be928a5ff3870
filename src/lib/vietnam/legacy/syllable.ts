// Whether a word can be a Vietnamese syllable: onset, rhyme and tone as the spelling rules allow. It
// tells right decodings from wrong ones; foreign words and abbreviations are no syllables.

import { fold } from '../text/fold.ts';

const ONSETS = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu q r s t th tr v x'.split(' ');
const RHYMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
   e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
   i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
   o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
   oe oen oeo oet oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
   u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uy uya uych uyên uyêt uynh uyt uyu
   uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
   y yêm yên yêng yêt yêu`
    .split(/\s+/u)
    .filter(Boolean),
);
const ONSET = new RegExp(`^(?:${[...ONSETS].sort((a, b) => b.length - a.length).join('|')})`, 'u');
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const STOPPED = /(?:c|ch|p|t)$/u;
const STOPPED_TONE = /[\u0301\u0323]/u;

/** Whether a single word, in either case and Unicode form, is spelt as a Vietnamese syllable. */
export function isVietnameseSyllable(word: string): boolean {
  const parts = word.normalize('NFD').toLowerCase();
  const tones = parts.match(TONES) ?? [];
  if (tones.length > 1) {
    return false;
  }
  const letters = parts.replace(TONES, '').normalize('NFC');
  if (STOPPED.test(letters) && !STOPPED_TONE.test(tones[0] ?? '')) {
    return false;
  }
  if (RHYMES.has(letters)) {
    return true;
  }
  return isOnsetAndRhyme(letters, RHYMES);
}

const FOLDED_RHYMES = new Set([...RHYMES].map(fold));

/** Whether a folded word, without any accent, can be one: who types it has mostly meant it. */
export function isFoldedSyllable(word: string): boolean {
  return FOLDED_RHYMES.has(word) || isOnsetAndRhyme(word, FOLDED_RHYMES);
}

function isOnsetAndRhyme(letters: string, rhymes: ReadonlySet<string>): boolean {
  const onset = ONSET.exec(letters)?.[0] ?? '';
  // gi before a consonant or alone is g + i (gì, gìn); q is followed by a rhyme in u (quốc = q + uôc).
  return [onset, onset.slice(0, 1)].some(
    (start) => start !== '' && ONSETS.includes(start) && rhymes.has(letters.slice(start.length)),
  );
}
