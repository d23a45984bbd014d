import { fireEvent, render, screen } from '@testing-library/react';
import { useRef } from 'react';
import { MarkedRows } from './textOfSelection';
import { useListEvents } from './useListEvents';

const LEFT = 0;
const RIGHT = 2;

function Rows(props: {
  rows: readonly number[];
  textOf: (marked: MarkedRows) => string | undefined;
}): JSX.Element {
  const ref = useRef<HTMLDivElement>(null);
  useListEvents(ref, {
    onHold: () => {},
    onPress: () => {},
    onKey: () => {},
    textOf: props.textOf,
  });
  return (
    <div ref={ref} role="log">
      {props.rows.map(row => (
        <p key={row} data-row={row}>{`line ${row}`}</p>
      ))}
    </div>
  );
}

/** Presses or moves the pointer on a row. */
function point(type: string, row: number, init: MouseEventInit): void {
  fireEvent(
    screen.getByText(`line ${row}`),
    new MouseEvent(type, { bubbles: true, ...init }),
  );
}

describe('copying marked rows', () => {
  it('copies from where the drag began, also by the menu of the other button and after Shift', () => {
    const textOf = jest.fn(() => 'the lines');
    const { rerender } = render(<Rows rows={[1, 2, 3, 4]} textOf={textOf} />);
    point('pointerdown', 1, { button: LEFT });
    point('pointermove', 3, { buttons: 1 });
    // What was dragged from has left the screen; the browser holds on to the list instead.
    rerender(<Rows rows={[2, 3, 4]} textOf={textOf} />);
    const list = screen.getByRole('log');
    const copyTo = (row: number) => {
      window
        .getSelection()
        ?.setBaseAndExtent(list, 0, screen.getByText(`line ${row}`), 1);
      fireEvent.copy(list, { clipboardData: { setData: () => {} } });
    };
    point('pointerdown', 3, { button: RIGHT });
    copyTo(3);
    expect(textOf).toHaveBeenLastCalledWith([1, 3]);
    point('pointerdown', 4, { button: LEFT, shiftKey: true });
    copyTo(4);
    expect(textOf).toHaveBeenLastCalledWith([1, 4]);
  });
});
