import { ReactNode } from 'react';
import { useClock } from '@domaindeck/backstage-plugin-workloads-react';
import { DoorLink } from './DoorLink';
import { LogsDoor, logsSearchOf } from './model/logsSearchOf';
import { useTabPaths } from './TabPaths';

/** A way to the Logs tab; nothing where the portal shows no such tab. */
export function LogsDoorLink(props: {
  door: LogsDoor;
  look: 'boxed' | 'link' | 'icon';
  /** What the link is called where it shows an icon only, or where its words need their surroundings. */
  label?: string;
  children?: ReactNode;
}): JSX.Element | null {
  const { door, ...link } = props;
  const clock = useClock();
  const { logs: pathname } = useTabPaths();
  return pathname === undefined ? null : (
    <DoorLink
      to={{ pathname, search: logsSearchOf(door, clock.now()) }}
      glyph="list"
      {...link}
    />
  );
}
