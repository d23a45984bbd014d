/** What a process can be asked to do by the one that started it, by name. */
export type Handlers = Readonly<Record<string, (argument: never) => unknown>>;

/** A question of the process that started this one. */
export interface Call {
  readonly id: number;
  readonly name: string;
  readonly argument: unknown;
}

/** The answer. */
export type CallAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };

/** Answers the calls of the process that started this one that are ours to answer, and ends with it. */
export function answerCalls(handlers: Handlers): void {
  process.on('message', async ({ id, name, argument }: Call) => {
    if (!(name in handlers)) {
      return;
    }
    let answer: CallAnswer;
    try {
      const handler = handlers[name] as (given: unknown) => unknown;
      answer = { id, value: await handler(argument) };
    } catch (error) {
      answer = { id, error: String((error as Error).stack) };
    }
    process.send?.(answer);
  });
  process.on('disconnect', () => process.exit());
}
