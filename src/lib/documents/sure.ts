// For values that can't be missing where they are used: a group that a pattern always fills, the last
// entry of a list that was just found to have one.

/** The value; a missing one is a mistake in the program and says so at once. */
export function sure<Value>(value: Value | undefined | null): Value {
  if (value === undefined || value === null)
    throw new Error('a value is missing that must be there');
  return value;
}
