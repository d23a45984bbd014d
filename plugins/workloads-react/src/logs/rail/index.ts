export { FoldingRail } from './FoldingRail';
export { SourcesRail } from './SourcesRail';
export type { RailChoice } from './SourcesRail';
