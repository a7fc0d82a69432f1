/** Lets what waits go first: a painting, a key, another request. Unlike a timer's, its turn comes in hidden tabs too. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
