import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { FoldingRail } from './FoldingRail';

/** Makes the window as wide as a query asks for, or not. */
function inWindow(isNarrow: boolean): void {
  window.matchMedia = query =>
    ({
      matches: isNarrow,
      media: query,
      addListener: () => {},
      removeListener: () => {},
      addEventListener: () => {},
      removeEventListener: () => {},
    } as unknown as MediaQueryList);
}

function show(): void {
  renderInTestApp(
    <FoldingRail parts={[{ glyph: 'list', label: 'Pods, 3' }]}>
      <aside aria-label="Sources">the pods</aside>
    </FoldingRail>,
  );
}

describe('the rail of sources', () => {
  const { matchMedia } = window;
  afterEach(() => {
    window.matchMedia = matchMedia;
  });

  it('stands open where there is room', async () => {
    inWindow(false);
    show();
    expect(await screen.findByText('the pods')).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('folds to icons in a narrow window, opens over the lines, and closes by button and key', async () => {
    inWindow(true);
    show();
    const pods = await screen.findByRole('button', { name: 'Pods, 3' });
    expect(screen.queryByText('the pods')).not.toBeInTheDocument();
    await userEvent.click(pods);
    expect(screen.getByText('the pods')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Fold the sources' }),
    );
    expect(screen.queryByText('the pods')).not.toBeInTheDocument();
    expect(pods).toHaveFocus();
    await userEvent.click(pods);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByText('the pods')).not.toBeInTheDocument();
    expect(pods).toHaveFocus();
  });
});
