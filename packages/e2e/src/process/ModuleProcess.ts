import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { REPOSITORY } from '../repository';
import { CallAnswer } from './answerCalls';

/** Lets node read TypeScript. */
const TRANSFORM = ['--require', '@backstage/cli/config/nodeTransform.cjs'];

/** Milliseconds after which an answer is not waited for any more, unless told. */
const CALL_LIMIT_MS = 150_000;

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** A TypeScript module that runs in a process of its own and answers calls. It ends with the process that started it. */
export class ModuleProcess {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #serial = 0;

  /**
   * @param execArgv - options of node, such as `--expose-gc`
   * @param env - added to our own environment
   */
  static start(
    file: string,
    execArgv: readonly string[] = [],
    env: Readonly<Record<string, string>> = {},
  ): ModuleProcess {
    return new ModuleProcess(
      fork(file, {
        cwd: REPOSITORY,
        execArgv: [...TRANSFORM, ...execArgv],
        env: { ...process.env, ...env },
        serialization: 'advanced',
      }),
    );
  }

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.on('message', (answer: CallAnswer) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if ('error' in answer) {
        waiting?.reject(new Error(answer.error));
      } else {
        waiting?.resolve(answer.value as never);
      }
    });
    child.on('exit', code => {
      for (const { reject } of this.#waiting.values()) {
        reject(new Error(`The process ended with ${code}`));
      }
      this.#waiting.clear();
    });
  }

  get pid(): number {
    return this.#child.pid!;
  }

  /** @throws Error when the call fails, the process ends, or no answer comes within the limit (milliseconds) */
  call<T>(
    name: string,
    argument?: unknown,
    limit: number = CALL_LIMIT_MS,
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#serial += 1;
      const id = this.#serial;
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new Error(`"${name}" had no answer within ${limit} ms`));
      }, limit);
      this.#waiting.set(id, {
        resolve: value => {
          clearTimeout(timer);
          resolve(value);
        },
        reject: error => {
          clearTimeout(timer);
          reject(error);
        },
      });
      this.#child.send({ id, name, argument });
    });
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const exit = once(this.#child, 'exit');
      this.#child.kill('SIGKILL');
      await exit;
    }
  }
}
