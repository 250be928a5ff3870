// Door of the portal room: what the public sees. Pure.

export { findWays, ways, type Way } from './ways.ts';
export { counterLines, drawCounter, type CounterLine } from './visits/drawing.ts';
