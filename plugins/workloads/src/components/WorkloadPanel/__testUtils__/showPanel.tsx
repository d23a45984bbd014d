import { useState } from 'react';
import { screen, within } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { WorkloadIdentity } from '@domaindeck/backstage-plugin-workloads-common';
import {
  ClockProvider,
  logsApiRef,
  useWorkloads,
  workloadsApiRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import {
  InMemoryLogsApi,
  InMemoryWorkloadsApi,
  ManualClock,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { TabPathsProvider } from '../../parts/TabPaths';
import { WorkloadPanel } from '../WorkloadPanel';
import { at, pricing } from './pricingWorld';

const ENTITY = 'domain:default/payments';

/** A page with a live list and the panel beside it, as the tab has them. */
function LivePage(props: {
  start: WorkloadIdentity | undefined;
  problems: readonly WorkloadIdentity[];
}) {
  const { state } = useWorkloads(ENTITY);
  const [open, setOpen] = useState(props.start);
  return (
    <>
      <button type="button" onClick={() => setOpen(pricing)}>
        open pricing
      </button>
      {state.phase === 'ready' && open && (
        <TabPathsProvider paths={{ logs: '/logs' }}>
          <WorkloadPanel
            entityRef={ENTITY}
            {...state.data}
            open={open}
            onOpen={setOpen}
            problems={props.problems}
          />
        </TabPathsProvider>
      )}
    </>
  );
}

/** Mounts a live list with the panel beside it, at 14:09 of the day of the story. */
export function showPanel(options: {
  api: InMemoryWorkloadsApi;
  start?: WorkloadIdentity;
  problems?: readonly WorkloadIdentity[];
  language?: 'zh';
  logs?: InMemoryLogsApi;
}) {
  const { api, start, problems = [pricing], language, logs } = options;
  const clock = ManualClock.at(at(14, 9));
  renderInTestApp(
    <ClockProvider clock={clock}>
      <LivePage start={start} problems={problems} />
    </ClockProvider>,
    {
      apis: [
        [workloadsApiRef, api],
        ...(logs ? [[logsApiRef, logs] as const] : []),
      ],
      ...(language && {
        config: {
          app: {
            baseUrl: 'http://localhost:3000',
            extensions: [
              {
                'api:app/app-language': {
                  config: {
                    defaultLanguage: language,
                    availableLanguages: ['en', language],
                  },
                },
              },
            ],
          },
          backend: { baseUrl: 'http://localhost:7007' },
        },
      }),
    },
  );
  return { clock };
}

/** The panel under its name. */
export const panel = (name: string | RegExp) =>
  screen.findByRole('complementary', { name });
/** What stands under a heading of the panel. */
export const section = async (name: string) =>
  within(await screen.findByRole('region', { name }));
