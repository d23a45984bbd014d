import { FieldsV1 } from '../../model/KubernetesObject';

/** How `fieldsV1` says that a field with fields below it is itself part of the set. */
const SELF = '.';

/** Places in an object, as a tree. Never changed, only replaced. */
export class FieldSet {
  static readonly empty = new FieldSet(false, new Map());
  static readonly leaf = new FieldSet(true, new Map());

  /** Whether this very place is part of the set, apart from what lies below it. */
  readonly isMember: boolean;
  readonly children: ReadonlyMap<string, FieldSet>;

  private constructor(
    isMember: boolean,
    children: ReadonlyMap<string, FieldSet>,
  ) {
    this.isMember = isMember;
    this.children = children;
  }

  /** Branches without anything in them are left out. */
  static of(
    isMember: boolean,
    children: Iterable<readonly [string, FieldSet]>,
  ): FieldSet {
    const kept = new Map(
      [...children].filter(([, child]) => !child.isEmpty),
    ) as Map<string, FieldSet>;
    return new FieldSet(isMember, kept);
  }

  static fromJson(fields: FieldsV1): FieldSet {
    const entries = Object.entries(fields);
    const children = entries.filter(([element]) => element !== SELF);
    return new FieldSet(
      children.length === 0 || entries.length > children.length,
      new Map(
        children.map(([element, below]) => [element, FieldSet.fromJson(below)]),
      ),
    );
  }

  toJson(): FieldsV1 {
    const below = [...this.children].map(
      ([element, child]) => [element, child.toJson()] as const,
    );
    return Object.fromEntries([
      ...(this.isMember && below.length > 0 ? [[SELF, {}]] : []),
      ...below.sort(([a], [b]) => (a < b ? -1 : 1)),
    ]);
  }

  get isEmpty(): boolean {
    return !this.isMember && this.children.size === 0;
  }

  child(element: string): FieldSet {
    return this.children.get(element) ?? FieldSet.empty;
  }

  union(other: FieldSet): FieldSet {
    const elements = new Set([
      ...this.children.keys(),
      ...other.children.keys(),
    ]);
    return FieldSet.of(
      this.isMember || other.isMember,
      [...elements].map(element => [
        element,
        this.child(element).union(other.child(element)),
      ]),
    );
  }

  minus(other: FieldSet): FieldSet {
    return FieldSet.of(
      this.isMember && !other.isMember,
      [...this.children].map(([element, child]) => [
        element,
        child.minus(other.child(element)),
      ]),
    );
  }

  intersect(other: FieldSet): FieldSet {
    return FieldSet.of(
      this.isMember && other.isMember,
      [...this.children].map(([element, child]) => [
        element,
        child.intersect(other.child(element)),
      ]),
    );
  }

  /** Without a branch. */
  without(...path: readonly string[]): FieldSet {
    const [element, ...rest] = path;
    const children = new Map(this.children);
    const branch = children.get(element);
    if (branch && rest.length > 0) {
      children.set(element, branch.without(...rest));
    } else {
      children.delete(element);
    }
    return FieldSet.of(this.isMember, children);
  }

  /** With nothing but a branch. */
  only(element: string): FieldSet {
    return FieldSet.of(false, [[element, this.child(element)]]);
  }

  /** Every member as the server's messages write it, such as `.spec.containers[name="app"].image`. */
  paths(prefix = ''): string[] {
    const below = [...this.children].flatMap(([element, child]) =>
      child.paths(prefix + elementText(element)),
    );
    return this.isMember ? [prefix, ...below] : below;
  }
}

/** One step of a path as messages write it. */
export function elementText(element: string): string {
  const text = element.slice(2);
  if (element.startsWith('f:')) {
    return `.${text}`;
  }
  if (element.startsWith('v:')) {
    return `[=${text}]`;
  }
  const keys = Object.entries(JSON.parse(text)).map(
    ([key, value]) => `${key}=${JSON.stringify(value)}`,
  );
  return `[${keys.join(',')}]`;
}
