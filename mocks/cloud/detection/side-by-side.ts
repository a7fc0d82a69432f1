/** Does something with each element, a few at a time; the answers come in the order of the elements. */
export async function sideBySide<In, Out>(
  lanes: number,
  elements: readonly In[],
  act: (element: In) => Promise<Out>,
): Promise<Out[]> {
  const answers = new Map<number, Out>();
  const waiting = [...elements.entries()];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) answers.set(next[0], await act(next[1]));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return [...answers].sort(([one], [other]) => one - other).map(([, answer]) => answer);
}
