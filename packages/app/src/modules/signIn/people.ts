/** Tiers of the demo, in the order of its clusters. */
export const TIERS = [
  'development',
  'testing',
  'preProduction',
  'production',
  'partner',
] as const;

export type Tier = (typeof TIERS)[number];

export type Role = 'viewer' | 'developer' | 'operator' | 'owner' | 'none';

/** One card of the sign-in page. */
export interface Person {
  readonly entityRef: string;
  readonly key: 'devOne' | 'testerTwo' | 'operator' | 'devEight' | 'ownerThree';
  /** As the grants of app-config.yaml give them in the payments domain; a test compares the two. */
  readonly roles: Readonly<Record<Tier, Role>>;
}

/** The four people of the demo, the usual visitor first. */
export const PEOPLE: readonly Person[] = [
  {
    entityRef: 'user:default/dev-one',
    key: 'devOne',
    roles: {
      development: 'developer',
      testing: 'developer',
      preProduction: 'viewer',
      production: 'viewer',
      partner: 'none',
    },
  },
  {
    entityRef: 'user:default/tester-two',
    key: 'testerTwo',
    roles: {
      development: 'developer',
      testing: 'viewer',
      preProduction: 'viewer',
      production: 'viewer',
      partner: 'none',
    },
  },
  {
    entityRef: 'user:default/operator',
    key: 'operator',
    roles: {
      development: 'operator',
      testing: 'operator',
      preProduction: 'operator',
      production: 'operator',
      partner: 'operator',
    },
  },
  {
    entityRef: 'user:default/dev-eight',
    key: 'devEight',
    roles: {
      development: 'none',
      testing: 'none',
      preProduction: 'none',
      production: 'none',
      partner: 'none',
    },
  },
];

/** Who may change grants of payments; enters through a hint below the cards. */
export const OWNER: Person = {
  entityRef: 'user:default/owner-three',
  key: 'ownerThree',
  roles: {
    development: 'owner',
    testing: 'owner',
    preProduction: 'owner',
    production: 'owner',
    partner: 'none',
  },
};
