/** A raw object as small as an API server could send it. */
export interface ScriptedObject {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly uid: string;
    readonly resourceVersion?: string;
  };
}

/** A pod-like object of the namespace `payments-dev`; its uid is `uid-` and its name unless told. */
export function scriptedObject(
  name: string,
  uid = `uid-${name}`,
): ScriptedObject {
  return { metadata: { name, namespace: 'payments-dev', uid } };
}
