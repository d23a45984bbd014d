import { useState } from 'react';
import { ToolButton } from '@domaindeck/backstage-plugin-workloads-react';

/** Three dots that open a menu. It is made only then: a hundred closed menus would weigh more than their rows. */
export function MoreButton(props: {
  label: string;
  children: (anchor: HTMLElement, onClose: () => void) => JSX.Element;
}): JSX.Element {
  const { label, children } = props;
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <span ref={setPlace}>
        <ToolButton glyph="more" label={label} onClick={() => setOpen(true)} />
      </span>
      {open && place && children(place, () => setOpen(false))}
    </>
  );
}
