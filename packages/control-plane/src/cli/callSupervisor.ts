import { connect } from 'node:net';

/**
 * Says a word to a running supervisor and gives its whole answer.
 * @returns undefined when none runs behind that socket
 */
export async function callSupervisor(
  socket: string,
  word: 'status' | 'stop',
): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const connection = connect(socket);
    let answer = '';
    connection.once('connect', () => connection.write(`${word}\n`));
    connection.on('data', data => {
      answer += data.toString('utf8');
    });
    connection.once('end', () => resolve(answer));
    connection.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' || error.code === 'ECONNREFUSED'
        ? resolve(undefined)
        : reject(error),
    );
  });
}
