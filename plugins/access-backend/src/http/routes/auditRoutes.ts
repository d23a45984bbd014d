import { once } from 'node:events';
import { AuditEntry } from '@domaindeck/backstage-plugin-access-common';
import { Response, Router } from 'express';
import { CSV_HEAD, csvLine } from '../../audit/csvLine';
import { auditFilterOf } from '../request/auditFilterOf';
import { textOf } from '../request/textsOf';
import { RouterOptions } from '../types';

/** The record and its export. */
export function auditRoutes(router: Router, options: RouterOptions): void {
  const { httpAuth, audit } = options;

  router.get('/audit', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    response.json(
      await audit.list({
        credentials,
        filter: auditFilterOf(request),
        limit: Number(textOf(request, 'limit') ?? 50),
        cursor: textOf(request, 'cursor'),
      }),
    );
  });

  router.post('/audit/export', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const { format, ...filter } = request.body;
    const entries = await audit.export({ credentials, filter });
    const csv = format === 'csv';
    response.setHeader(
      'content-type',
      csv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    );
    response.setHeader(
      'content-disposition',
      `attachment; filename="audit.${csv ? 'csv' : 'json'}"`,
    );
    await send(response, csv ? asCsv(entries) : asJson(entries));
  });
}

async function* asCsv(
  entries: AsyncIterable<AuditEntry>,
): AsyncGenerator<string> {
  yield CSV_HEAD;
  for await (const entry of entries) {
    yield csvLine(entry);
  }
}

async function* asJson(
  entries: AsyncIterable<AuditEntry>,
): AsyncGenerator<string> {
  let before = '[';
  for await (const entry of entries) {
    yield `${before}${JSON.stringify(entry)}`;
    before = ',\n';
  }
  yield before === '[' ? '[]' : ']';
}

/** Writes no faster than the reader reads, and stops when the reader goes. */
async function send(
  response: Response,
  parts: AsyncIterable<string>,
): Promise<void> {
  try {
    for await (const part of parts) {
      if (response.destroyed) {
        return;
      }
      if (!response.write(part)) {
        await Promise.race([once(response, 'drain'), once(response, 'close')]);
      }
    }
    response.end();
  } catch {
    // The head is sent: only a broken answer can still say that it is not whole.
    response.destroy();
  }
}
