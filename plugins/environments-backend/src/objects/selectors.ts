import { at, isObject } from './pods';
import { Json } from './types';

type Labels = Readonly<Record<string, string>>;

/** Whether labels match a plain selector such as that of a Service. An empty one matches nothing. */
export function matchesLabels(
  selector: Json | undefined,
  labels: Labels,
): boolean {
  return (
    isObject(selector) &&
    Object.keys(selector).length > 0 &&
    Object.entries(selector).every(([name, value]) => labels[name] === value)
  );
}

/** Whether labels match a label selector with `matchLabels` and `matchExpressions`. An empty one matches everything. */
export function matchesSelector(
  selector: Json | undefined,
  labels: Labels,
): boolean {
  if (!isObject(selector)) {
    return false;
  }
  const wanted = at(selector, 'matchLabels');
  const expressions = at(selector, 'matchExpressions');
  return (
    (!isObject(wanted) ||
      Object.entries(wanted).every(
        ([name, value]) => labels[name] === value,
      )) &&
    (!Array.isArray(expressions) ||
      expressions.every(one => matchesExpression(one, labels)))
  );
}

function matchesExpression(expression: Json, labels: Labels): boolean {
  const key = String(at(expression, 'key'));
  const values = at(expression, 'values');
  const has = Object.hasOwn(labels, key);
  const listed = Array.isArray(values) && has && values.includes(labels[key]);
  switch (at(expression, 'operator')) {
    case 'In':
      return listed;
    case 'NotIn':
      return !listed;
    case 'Exists':
      return has;
    case 'DoesNotExist':
      return !has;
    default:
      return false;
  }
}
