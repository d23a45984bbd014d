import { components } from '../schema/openapi';

type Schemas = components['schemas'];

/** One panel of the Metrics tab. @public */
export type MetricPanelId = Schemas['MetricPanelId'];
/** What the values of a panel are counted in. @public */
export type MetricUnit = Schemas['MetricUnit'];
/** A panel, and whether there is data for it. @public */
export type MetricPanel = Schemas['MetricPanel'];
/** Where the measures of a cluster come from. @public */
export type MetricSourceState = Schemas['MetricSourceState'];
/** An environment, and whether the caller may read its metrics. @public */
export type MetricEnvironment = Schemas['MetricEnvironment'];
/** What may be asked for of an entity. @public */
export type MetricsOverview = Schemas['MetricsOverview'];
/** What a panel is asked for. @public */
export type MetricsQuery = Schemas['MetricsQuery'];
/** One line of a panel. @public */
export type MetricSeries = Schemas['MetricSeries'];
/** Why a panel may not show everything. @public */
export type MetricWarning = Schemas['MetricWarning'];
/** The series of a panel. @public */
export type MetricsAnswer = Schemas['MetricsAnswer'];
/** Which marks are asked for. @public */
export type MetricMarksQuery = Schemas['MetricMarksQuery'];
/** Something that happened to a workload. @public */
export type MetricMark = Schemas['MetricMark'];
/** A release as it is marked in charts. @public */
export type ReleaseMark = Schemas['ReleaseMark'];
/** A scaling as it is marked in charts. @public */
export type ScalingMark = Schemas['ScalingMark'];
/** An end of a container after which it was started again. @public */
export type RestartMark = Schemas['RestartMark'];
/** What happened in a range. @public */
export type MetricMarksAnswer = Schemas['MetricMarksAnswer'];
/** How much of something a workload uses. @public */
export type MetricUse = Schemas['MetricUse'];
/** What a workload uses beside what it asks for. @public */
export type WorkloadUsage = Schemas['WorkloadUsage'];
/** What the workloads of an entity use. @public */
export type MetricUsageAnswer = Schemas['MetricUsageAnswer'];
