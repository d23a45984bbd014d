/**
 * How much is told apart: the busiest and the median where there are many pods, every pod, or every container.
 * @public
 */
export type PanelDetail = 'few' | 'each' | 'containers';
