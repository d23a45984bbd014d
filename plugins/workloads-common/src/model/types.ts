import { components } from '../schema/openapi';

type Schemas = components['schemas'];

/** Whether a cluster answers; see the OpenAPI description of each state. @public */
export type ClusterState = Schemas['ClusterState'];
/** A cluster's freshness, as every answer that reads clusters carries it. @public */
export type ClusterStatus = Schemas['ClusterStatus'];
/** A cluster as the Clusters page shows it. @public */
export type Cluster = Schemas['Cluster'];
/** What the portal's credentials may do in a cluster. @public */
export type ClusterCheck = Schemas['ClusterCheck'];
/** How much a cluster has for pods, and who asks for how much of it. @public */
export type ClusterRoom = Schemas['ClusterRoom'];
/** One line of a {@link ClusterCheck}. @public */
export type CheckItem = Schemas['CheckItem'];
/** What a sentence about a cluster says, for texts in any language. @public */
export type Cause = Schemas['Cause'];
/** One node of a cluster. @public */
export type NodeSummary = Schemas['NodeSummary'];
/** One namespace in one cluster in which a domain's workloads run. @public */
export type Environment = Schemas['Environment'];
/** How a workload fares. @public */
export type Health = Schemas['Health'];
/** What keeps a workload from being ready. @public */
export type Problem = Schemas['Problem'];
/** Stable name of a kind of problem; texts in any language hang on it. @public */
export type ProblemCode = Schemas['ProblemCode'];
/** Image of one container, taken apart. @public */
export type ContainerImage = Schemas['ContainerImage'];
/** Replica counts of a workload. @public */
export type Replicas = Schemas['Replicas'];
/** One container of a pod; CPU in cores, memory in bytes. @public */
export type Container = Schemas['Container'];
/** One pod of a workload. @public */
export type Pod = Schemas['Pod'];
/** Deployment, StatefulSet, DaemonSet, Job or CronJob with its pods. @public */
export type Workload = Schemas['Workload'];
/** A component of the entity, whether or not it runs anywhere. @public */
export type ComponentRow = Schemas['ComponentRow'];
/** The workloads of an entity at one moment. @public */
export type WorkloadSnapshot = Schemas['WorkloadSnapshot'];
/** One condition of a workload, judged. @public */
export type Condition = Schemas['Condition'];
/** One ReplicaSet or controller revision of a workload. @public */
export type Release = Schemas['Release'];
/** The HorizontalPodAutoscaler of a workload. @public */
export type Autoscaler = Schemas['Autoscaler'];
/** Everything the portal knows of one workload. @public */
export type WorkloadDetail = Schemas['WorkloadDetail'];
/** One object as the cluster holds it now, secrets masked. @public */
export type LiveObject = Schemas['LiveObject'];
/** One Kubernetes event. The name avoids the DOM's Event. @public */
export type WorkloadEvent = Schemas['Event'];
/** A page of events. @public */
export type EventPage = Schemas['EventPage'];
/** A release or a scaling of one workload. @public */
export type Change = Schemas['Change'];
/** How a {@link Change} went. @public */
export type ChangeOutcome = Schemas['ChangeOutcome'];
/** What the pods of a workload run was changed. @public */
export type ReleaseChange = Schemas['ReleaseChange'];
/** The number of pods that a workload wants was changed. @public */
export type ScalingChange = Schemas['ScalingChange'];
/** One container's image before and after a release. @public */
export type ImageChange = Schemas['ImageChange'];
/** A page of changes. @public */
export type ChangePage = Schemas['ChangePage'];
/** Where an object is shown. @public */
export type OpenResult = Schemas['OpenResult'];
/** A namespace that no domain claims. @public */
export type UnclaimedNamespace = Schemas['UnclaimedList']['items'][number];
/** One line of a workload stream. @public */
export type StreamRecord = Schemas['StreamRecord'];
/** An object that owns another, or that an event speaks of. @public */
export type Owner = Schemas['Owner'];
