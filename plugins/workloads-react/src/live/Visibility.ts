/**
 * Whether the page is on the screen.
 * @public
 */
export interface Visibility {
  hidden(): boolean;
  /** Calls on each change until the answer is called. */
  subscribe(listener: () => void): () => void;
}

/**
 * The visibility of the browser's own document.
 * @public
 */
export const documentVisibility: Visibility = {
  hidden: () => document.hidden,
  subscribe(listener) {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};
