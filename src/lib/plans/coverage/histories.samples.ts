// Arbitrary histories of an office, for the laws of the folds.
import fc from 'fast-check';
import {
  CHANNELS,
  corrected,
  DUTIES,
  proven,
  recorded,
  scheduled,
  TOPICS,
  UNITS,
  unproven,
  VILLAGES,
  withdrawn,
  type Happening,
} from './fold.samples.ts';

const day = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(
    ([month, date]) => `2023-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
  );

const actData = fc.record({
  kind: fc.constantFrom('article', 'radio-bulletin', 'meeting'),
  channel: fc.constantFrom(...CHANNELS),
  day,
  unit: fc.constantFrom(...UNITS),
  topics: fc.subarray(TOPICS, { minLength: 1 }),
  duties: fc.subarray(DUTIES),
  village: fc.constantFrom(null, ...VILLAGES),
  quantities: fc.record(
    { items: fc.nat({ max: 5 }), airings: fc.nat({ max: 9 }), people: fc.nat({ max: 200 }) },
    { requiredKeys: [] },
  ),
});

/** What happened to one act, in order. */
const story = fc
  .tuple(actData, fc.option(actData), fc.nat({ max: 2 }), fc.boolean(), fc.boolean())
  .map(([first, correction, proofs, unprove, withdraw]) => (id: string): Happening[] => [
    recorded(id, first),
    ...(correction ? [corrected(id, correction)] : []),
    ...Array.from({ length: proofs }, (_, index) => proven(id, `e-${id}-${index}`)),
    ...(unprove && proofs > 0 ? [unproven(id, `e-${id}-0`)] : []),
    ...(withdraw ? [withdrawn(id)] : []),
  ]);

/** Histories of several acts, each in its own order. */
export const stories = fc
  .array(story, { maxLength: 8 })
  .map((makers) => makers.map((make, index) => make(`a${index}`)));

export const schedules = fc.array(
  fc
    .tuple(
      fc.constantFrom(...TOPICS),
      fc.constantFrom(...CHANNELS),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(...UNITS),
    )
    .map(([topic, channel, month, unit]) =>
      scheduled(topic, channel, `2023-${String(month).padStart(2, '0')}`, unit),
    ),
  { maxLength: 8 },
);
