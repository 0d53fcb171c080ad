/** Works on up to `atATime` items at once, and gives the results, and failures, in the order of the items. */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  { work, atATime }: { readonly work: (item: Item) => Promise<Result>; readonly atATime: number },
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  for await (const item of items) {
    const result = work(item);
    // It is heard of when its turn comes, which may be later than it happens.
    result.catch(() => {});
    running.push(result);
    const [first] = running;
    if (running.length < atATime || first === undefined) continue;
    yield await first;
    void running.shift();
  }
  for (const result of running) yield await result;
}
