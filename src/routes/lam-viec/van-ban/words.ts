// Where a document of the register came from, in words.
export const directionNames: Readonly<Record<string, string>> = {
  incoming: 'Văn bản đến',
  own: 'Của cơ quan',
  cited: 'Tra cứu',
};
