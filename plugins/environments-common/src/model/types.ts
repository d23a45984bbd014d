import { components } from '../schema/openapi';

type Schemas = components['schemas'];

/** Where an environment stands in its life. @public */
export type EnvironmentState = Schemas['State'];
/** What a person asks for; the same for form, REST, scaffolder and file. @public */
export type Specification = Schemas['Specification'];
/** A change of a specification. @public */
export type SpecificationPatch = Schemas['SpecificationPatch'];
/** One mistake in a specification, with its place. @public */
export type SpecificationProblem = Schemas['SpecificationProblem'];
/** One service that is asked for. @public */
export type ServiceSpecification = Schemas['ServiceSpecification'];
/** How a store is used. @public */
export type Share = Schemas['Share'];
/** Name of a size of the config. @public */
export type SizeName = Schemas['SizeName'];
/** A size class; cores and bytes. @public */
export type Size = Schemas['Size'];
/** What a size gives and what the services ask of it. @public */
export type SizeUse = Schemas['SizeUse'];
/** A specification to plan. @public */
export type PlanRequest = Schemas['PlanRequest'];
/** What a specification would make. @public */
export type Plan = Schemas['Plan'];
/** An object that a plan would apply, without its content. @public */
export type PlannedObject = Schemas['PlannedObject'];
/** A service that would run only for the environment. @public */
export type PlannedService = Schemas['PlannedService'];
/** An address that the environment would have. @public */
export type PlannedAddress = Schemas['PlannedAddress'];
/** A name that leads to the baseline. @public */
export type SharedService = Schemas['SharedService'];
/** Whether a web address reaches a service, and through which others. @public */
export type CallerChain = Schemas['CallerChain'];
/** A secret whose values somebody has to give. @public */
export type PendingSecret = Schemas['PendingSecret'];
/** Values of a secret, on their way into the cluster. @public */
export type SecretValues = Schemas['SecretValues'];
/** Something to know before an environment is made. @public */
export type EnvironmentWarning = Schemas['Warning'];
/** Stable name of a kind of warning; texts in any language hang on it. @public */
export type WarningCode = Schemas['WarningCode'];
/** How serious a warning is. @public */
export type Severity = Schemas['Severity'];
/** What cures a warning. @public */
export type WayOut = Schemas['WayOut'];
/** Names an object in the namespace at hand. @public */
export type ObjectRef = Schemas['ObjectRef'];
/** Money, from the configured prices. @public */
export type Cost = Schemas['Cost'];
/** How many there are of how many. @public */
export type Count = Schemas['Count'];
/** What is used of the limits. @public */
export type QuotaUse = Schemas['QuotaUse'];
/** A self-service environment. @public */
export type EnvironmentRecord = Schemas['EnvironmentRecord'];
/** A page of environments. @public */
export type EnvironmentPage = Schemas['EnvironmentPage'];
/** One service of an environment as it fares. @public */
export type ServiceStatus = Schemas['ServiceStatus'];
/** How a service fares. @public */
export type EnvironmentHealth = Schemas['Health'];
/** Why something is not there yet. @public */
export type WaitReason = Schemas['WaitReason'];
/** Why an environment stopped. @public */
export type EnvironmentProblem = Schemas['Problem'];
/** How far the work on an environment is. @public */
export type Progress = Schemas['Progress'];
/** Where an environment is opened. @public */
export type Address = Schemas['Address'];
/** What is done to an environment. @public */
export type Operation = Schemas['Operation'];
/** One of the steps of an operation. @public */
export type StepId = Schemas['StepId'];
/** How a step stands. @public */
export type StepState = Schemas['StepState'];
/** A step of an operation. @public */
export type Step = Schemas['Step'];
/** One service within a step. @public */
export type StepService = Schemas['StepService'];
/** An object that a step applied. @public */
export type AppliedObject = Schemas['AppliedObject'];
/** Kind of a thing that happened. @public */
export type HistoryKind = Schemas['HistoryKind'];
/** A thing that happened to an environment. @public */
export type HistoryEntry = Schemas['HistoryEntry'];
/** A page of history. @public */
export type HistoryPage = Schemas['HistoryPage'];
/** Who moved away from what was cloned. @public */
export type DriftState = Schemas['DriftState'];
/** How many services differ, by who moved. @public */
export type DriftCounts = Schemas['DriftCounts'];
/** Why it cannot be told whether something is used. @public */
export type TrafficGap = Schemas['TrafficGap'];
/** Whether it can be told that an environment is unused. @public */
export type TrafficStatus = Schemas['TrafficStatus'];
/** One difference between baseline and environment. @public */
export type DriftChange = Schemas['DriftChange'];
/** The differences of one service. @public */
export type ServiceDrift = Schemas['ServiceDrift'];
/** The differences of an environment. @public */
export type EnvironmentDrift = Schemas['Drift'];
/** Changes of the baseline to take. @public */
export type ResyncRequest = Schemas['ResyncRequest'];
/** What a person may ask for. @public */
export type Options = Schemas['Options'];
/** A service of the baseline to choose. @public */
export type ServiceOption = Schemas['ServiceOption'];
/** A version to choose. @public */
export type VersionChoice = Schemas['VersionChoice'];
/** Whether a version is that of a branch or a tag. @public */
export type VersionKind = Schemas['VersionKind'];
/** A page of versions of one service. @public */
export type VersionPage = Schemas['VersionPage'];
/** How much of a registry's list is known. @public */
export type RegistryStatus = Schemas['RegistryStatus'];
/** Why a registry does not say what it was asked. @public */
export type RegistryProblem = Schemas['RegistryProblem'];
/** Who calls whom. @public */
export type Edge = Schemas['Edge'];
/** A cluster to choose. @public */
export type ClusterOption = Schemas['ClusterOption'];
/** Whether a cluster keeps the portal's account to environments itself. @public */
export type ClusterGuard = Schemas['ClusterGuard'];
/** An environment that holds a part of a limit. @public */
export type Holder = Schemas['Holder'];
/** What to watch. @public */
export type WatchRequest = Schemas['WatchRequest'];
/** One line of a watch. @public */
export type WatchRecord = Schemas['WatchRecord'];
