import { isObject } from '../../objects';

/** A place in an object. A step into a list is the name of its entry in brackets, such as `[app]`. */
export type Path = readonly string[];

/** The value at a place; undefined where there is none. */
export function getAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((here, step) => {
    if (Array.isArray(here)) {
      return here.find(one => isObject(one) && `[${one.name}]` === step);
    }
    return isObject(here) ? here[step] : undefined;
  }, value);
}

/**
 * A copy with another value at a place; undefined takes out what is there. A list takes a new entry at its end. Where the
 * way to the place is missing it is made of objects and lists.
 */
export function setAt(value: unknown, path: Path, wanted: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) {
    return wanted;
  }
  if (step.startsWith('[') || Array.isArray(value)) {
    return setInList(Array.isArray(value) ? value : [], step, rest, wanted);
  }
  const object = isObject(value) ? value : {};
  const inner = setAt(object[step], rest, wanted);
  const { [step]: _before, ...others } = object;
  return inner === undefined ? others : { ...object, [step]: inner };
}

function setInList(
  list: readonly unknown[],
  step: string,
  rest: Path,
  wanted: unknown,
): unknown[] {
  const is = (one: unknown) => isObject(one) && `[${one.name}]` === step;
  const found = list.find(is);
  const inner = setAt(found ?? { name: step.slice(1, -1) }, rest, wanted);
  if (inner === undefined) {
    return list.filter(one => !is(one));
  }
  return found === undefined
    ? [...list, inner]
    : list.map(one => (is(one) ? inner : one));
}
