import { useCallback } from 'react';
import {
  durationMs,
  EnvironmentWarning,
  Options,
  WayOut,
} from '@domaindeck/backstage-plugin-environments-common';
import { useWarningText } from '../../hooks';
import { usualChoices } from '../../model/draft';
import {
  changeService,
  leaveService,
  takeServices,
} from '../../model/editDraft';
import { DraftControl } from './useDraft';
import { FormFocus } from './useFormFocus';

/** What cures a warning, as a link. */
export interface Way {
  readonly label: string;
  readonly take: () => void;
}

/** Finds the link that cures a warning; undefined where nothing on the form does. */
export function useWayOut(options: {
  readonly control: DraftControl;
  readonly known: Options;
  readonly focus: FormFocus;
  /** Shows who holds the limit. */
  readonly onHolders: () => void;
}): (warning: EnvironmentWarning) => Way | undefined {
  const { control, known, focus, onHolders } = options;
  const { edit, put, draft } = control;
  const text = useWarningText();
  return useCallback(
    ({ wayOut, service }: EnvironmentWarning) => {
      if (!wayOut) {
        return undefined;
      }
      const way = withValue(wayOut, draft.size, known);
      const label = text.way(way);
      const take = actionOf(way, service);
      return label && take ? { label, take } : undefined;

      function actionOf(
        { action, services = [], settings = [], value }: WayOut,
        one = services[0],
      ): (() => void) | undefined {
        switch (action) {
          case 'add-services':
            return () => edit(before => takeServices(before, services));
          case 'drop-service':
            return () => edit(before => services.reduce(leaveService, before));
          case 'set-setting':
            return () =>
              focus.goTo({ part: 'settings', service: one, names: settings });
          case 'empty-copy':
            return () =>
              edit(before => ({
                ...before,
                emptied: [...new Set([...before.emptied, ...services])],
              }));
          case 'rewrite-addresses':
            return () => put({ rewrite: true });
          case 'start-service':
            return () =>
              edit(before =>
                services.reduce(
                  (all, name) => changeService(all, name, { replicas: 1 }),
                  before,
                ),
              );
          case 'end-environment':
            return onHolders;
          case 'rename':
            return value
              ? () => put({ name: value })
              : () => focus.goTo({ part: 'name' });
          case 'smaller-size':
          case 'larger-size':
            return value ? () => put({ size: value }) : undefined;
          case 'shorter-life':
            return value ? () => put({ life: value }) : undefined;
          case 'choose-version':
            return () => focus.goTo({ part: 'version', service: one });
          default:
            return undefined;
        }
      }
    },
    [edit, put, draft.size, known, focus, onHolders, text],
  );
}

/** What to take, where the backend leaves it to the form: the next size, the longest life that is offered. */
function withValue(
  way: WayOut,
  chosen: string | undefined,
  known: Options,
): WayOut {
  if (way.action === 'larger-size' && !way.value) {
    const size = chosen ?? usualChoices(known).size;
    const at = known.sizes.findIndex(one => one.name === size);
    return { ...way, value: known.sizes[at + 1]?.name };
  }
  if (way.action === 'shorter-life') {
    const most = durationMs(way.value ?? known.maxLife) ?? 0;
    const fitting = known.lives.filter(one => (durationMs(one) ?? 0) <= most);
    return { ...way, value: fitting.at(-1) ?? way.value };
  }
  return way;
}
