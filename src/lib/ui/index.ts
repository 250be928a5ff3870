/**
 * The door of the shared look: pure helpers and words. Components are imported by their own path,
 * for example `#lib/ui/Button.svelte`; the style sheet once, in the root layout, as
 * `#lib/ui/styles/index.css`.
 */
export { documentNumber, listRecipients, placeAndDate } from './document-head.ts';
export {
  describedBy,
  errorsByName,
  fieldId,
  type Choice,
  type ChoiceGroup,
  type FieldError,
} from './field.ts';
export {
  chartInWords,
  cumulative,
  inNumbers,
  largestSeries,
  MOST_SERIES,
  type Chart,
  type ChartSeries,
} from './charts/chart.ts';
export { drawChart } from './charts/draw-chart.ts';
export { ENGLISH_MONTHS } from './english-months.ts';
export { englishActs, englishNumber } from './english-numbers.ts';
export { toSvg } from './charts/node.ts';
export { ICONS, type IconName } from './icons.ts';
export { measure } from './measure.ts';
export { STATE_LABELS, STATES, type ButtonLook, type State, type Tone } from './looks.ts';
export { PAGE_SIZE, pageCount, pageHref, pageNumber } from './page-number.ts';
export { joinRuns, mapLeaves, type RichNode } from './rich-nodes.ts';
export type { EditorFigure } from './editor/figures.ts';
export { dropCopy, dropFields } from './editor/local-copy.ts';
export type { EditorLink, EditorPicture } from './editor/pickers.ts';
export {
  addressIn,
  englishOf,
  languageOf,
  speechOf,
  vietnameseOf,
  type Language,
  type Speech,
} from './languages.ts';
