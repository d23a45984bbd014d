export { metricScale } from './metricScale';
export type { MetricScale } from './metricScale';
export { panelLines } from './panelLines';
export type { PanelLine } from './panelLines';
export { csvOf, tableOf } from './tableOf';
export type { PanelTable } from './tableOf';
