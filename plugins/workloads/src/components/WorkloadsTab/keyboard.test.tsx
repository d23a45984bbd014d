import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cell, matrix, showTab, url, world } from './__testUtils__/showTab';

describe('the keyboard on the Workloads tab', () => {
  // The app remembers the language of the reader there.
  beforeEach(() => window.localStorage.clear());

  it('opens the panel from a cell, goes to the next problem and environment by key, and closes', async () => {
    showTab();
    await matrix();
    await userEvent.click(await cell(/^gateway in testing/));
    expect(url()).toBe('?open=test-1/payments-test/Deployment/gateway');
    const panel = await screen.findByRole('complementary');
    expect(
      within(panel).getByRole('heading', { name: 'gateway' }),
    ).toBeVisible();

    await userEvent.keyboard(']');
    expect(url()).toBe('?open=pre-1/payments-pre/Deployment/gateway');
    await userEvent.keyboard('[[');
    expect(url()).toBe('?open=test-1/payments-test/Deployment/gateway');
    await userEvent.keyboard('j');
    expect(url()).toBe('?open=prod-sh/payments-prod/Deployment/pricing');
    await userEvent.keyboard('k');
    expect(url()).toBe('?open=test-1/payments-test/Deployment/risk');
    await userEvent.keyboard('{Escape}');
    expect(url()).toBe('');
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
  });

  it('is one tab stop in which arrows move', async () => {
    showTab();
    await matrix();
    const first = await cell(/^pricing in development/);
    act(() => first.focus());
    await userEvent.keyboard('{ArrowRight}');
    expect(await cell(/^pricing in testing/)).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    const risk = await cell(/^risk in testing/);
    expect(risk).toHaveFocus();
    expect(first).toHaveAttribute('tabindex', '-1');
    expect(risk).toHaveAttribute('tabindex', '0');
    await userEvent.keyboard('{Home}');
    expect(await screen.findByRole('link', { name: 'risk' })).toHaveFocus();

    await userEvent.keyboard('?');
    expect(
      await screen.findByRole('dialog', { name: 'Keyboard' }),
    ).toHaveTextContent('next and previous problem');
  });

  it('reaches rows of a large matrix that are not drawn, and draws few', async () => {
    const layout = [
      jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600),
      jest
        .spyOn(Element.prototype, 'scrollHeight', 'get')
        .mockReturnValue(300 * 51),
      jest
        .spyOn(HTMLElement.prototype, 'offsetHeight', 'get')
        .mockReturnValue(51),
    ];
    const scrollTo = jest.fn(function scroll(
      this: Element,
      options?: ScrollToOptions | number,
    ) {
      if (typeof options === 'object') {
        this.scrollTop = options.top ?? 0;
        this.dispatchEvent(new Event('scroll'));
      }
    });
    Element.prototype.scrollTo = scrollTo as Element['scrollTo'];
    showTab({
      world: {
        components: [],
        workloads: Array.from({ length: 300 }, (_, i) => ({
          ...world.workloads[0],
          id: `dev-1/payments-dev/Deployment/w-${1000 + i}`,
          name: `w-${1000 + i}`,
          componentRef: undefined,
        })),
      },
    });
    const table = await matrix();
    expect(table).toHaveAttribute('aria-rowcount', '301');
    const drawn = () => within(table).getAllByRole('link').length / 2;
    await waitFor(() => expect(drawn()).toBeGreaterThan(5));
    expect(drawn()).toBeLessThan(40);

    act(() => screen.getByRole('link', { name: 'w-1000' }).focus());
    for (let i = 1; i <= 20; i++) {
      await userEvent.keyboard('{ArrowDown}');
      await waitFor(() =>
        expect(document.activeElement?.textContent).toBe(`w-${1000 + i}`),
      );
    }
    expect(drawn()).toBeLessThan(40);
    expect(scrollTo).toHaveBeenCalled();
    layout.forEach(measure => measure.mockRestore());
    Reflect.deleteProperty(Element.prototype, 'scrollTo');
  });
});
