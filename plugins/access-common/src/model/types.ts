import { components } from '../schema/openapi';

type Schemas = components['schemas'];

/** A role with its verbs and how strong it is drawn. @public */
export type Role = Schemas['Role'];
/** A person or a department, as a page names it. @public */
export type SubjectInfo = Schemas['SubjectInfo'];
/** A column of the rights matrix: one cluster in which the domain has environments. @public */
export type RightsEnvironment = Schemas['RightsEnvironment'];
/** Where a right comes from. @public */
export type RightSource = Schemas['RightSource'];
/** The strongest role of somebody in one cluster, and why. @public */
export type RightsCell = Schemas['RightsCell'];
/** A department, or a person outside the departments of the matrix. @public */
export type RightsRow = Schemas['RightsRow'];
/** What the caller may do with the matrix. @public */
export type RightsCaller = Schemas['RightsCaller'];
/** Who may do what in a domain. @public */
export type RightsMatrix = Schemas['RightsMatrix'];
/** A person of a department of the matrix. @public */
export type RightsMember = Schemas['RightsMember'];
/** A page of people. @public */
export type RightsMemberPage = Schemas['RightsMemberPage'];
/** What one person may do and why. @public */
export type Explanation = Schemas['Explanation'];
/** What the caller held and holds no more. @public */
export type EndedRights = Schemas['EndedRights'];
/** One right of these. @public */
export type EndedRight = Schemas['EndedRight'];
/** One way from a person to a role. @public */
export type ExplainedChain = Schemas['ExplainedChain'];
/** One verb of an explanation in every column. @public */
export type ExplainedVerb = Schemas['ExplainedVerb'];
/** A grant as the API gives it, of config or of the database. @public */
export type GrantRecord = Schemas['GrantRecord'];
/** A grant to be given. @public */
export type GrantInput = Schemas['GrantInput'];
/** A change of a grant. @public */
export type GrantPatch = Schemas['GrantPatch'];
/** A change of a grant that is not saved yet. @public */
export type GrantChange = Schemas['PreviewRequest']['change'];
/** Who would gain and lose what. @public */
export type Preview = Schemas['Preview'];
/** What changes for one person in one cluster. @public */
export type PreviewChange = Schemas['PreviewChange'];
/** Something to know before a grant is saved. @public */
export type Remark = Schemas['Remark'];
/** How something ended that was tried. @public */
export type AuditOutcome = Schemas['AuditOutcome'];
/** Something that was done, tried or refused. @public */
export type AuditEntry = Schemas['AuditEntry'];
/** What a backend writes before it acts, or when it refuses. @public */
export type AuditRecord = Schemas['AuditRecord'];
/** How it ended. @public */
export type AuditEnd = Schemas['AuditEnd'];
/** A page of the record. @public */
export type AuditPage = Schemas['AuditPage'];
