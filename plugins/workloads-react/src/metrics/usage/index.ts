export { Sparkline } from './Sparkline';
export { UsageCell } from './UsageCell';
export { useMetricUsage } from './useMetricUsage';
