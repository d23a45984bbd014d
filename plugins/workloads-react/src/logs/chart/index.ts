export { HistogramPlace } from './HistogramPlace';
export { LevelHistogram } from './LevelHistogram';
export { LevelLegend, LOG_LEVELS } from './LevelLegend';
