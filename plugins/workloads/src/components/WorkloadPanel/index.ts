export { PANEL_WIDTH, WorkloadPanel } from './WorkloadPanel';
export type { WorkloadPanelProps } from './WorkloadPanel';
