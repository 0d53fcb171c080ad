/** Makes something when it is first asked for, and once: what is dear to make is not made while the extension is activated. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
