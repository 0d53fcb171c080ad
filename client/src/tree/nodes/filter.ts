/** A test of whether a row has all the words of a filter, in any order and case. */
export function filterOf(text: string): (haystack: readonly (string | undefined)[]) => boolean {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return () => true;
  return (haystack) => {
    const hay = haystack.join('\n').toLowerCase();
    return words.every((word) => hay.includes(word));
  };
}
