import { ComponentProps, lazy, Suspense } from 'react';
import { EndedRightsApi } from '@domaindeck/backstage-plugin-workloads-react';

const Note = lazy(() =>
  import('./components/EndedRights').then(m => ({
    default: m.EndedRightsNote,
  })),
);

/** What pages of other plugins say to who sees nothing of an entity any more. */
export const endedRightsApi: EndedRightsApi = {
  Note: (props: ComponentProps<EndedRightsApi['Note']>) => (
    <Suspense fallback={<>{props.otherwise}</>}>
      <Note {...props} />
    </Suspense>
  ),
};
