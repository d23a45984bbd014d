/**
 * Resolves when the browser has done what waits: a message comes behind input and pictures, but without the 4 ms that a
 * timer within a timer has to wait.
 */
export function breathe(): Promise<void> {
  return new Promise(resolve => {
    if (typeof MessageChannel === 'undefined') {
      setTimeout(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
