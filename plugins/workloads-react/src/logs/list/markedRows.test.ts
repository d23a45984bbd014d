import { markedRows, rowOf } from './markedRows';

function aList(): HTMLElement {
  const list = document.createElement('div');
  list.innerHTML = [3, 4, 5]
    .map(id => `<p data-row="${id}"><b>line ${id}</b></p>`)
    .join('');
  document.body.append(list);
  return list;
}

function select(from: Node, to: Node): Selection | null {
  const selection = window.getSelection();
  selection?.setBaseAndExtent(from, 0, to, to.childNodes.length);
  return selection;
}

describe('markedRows', () => {
  it('finds the rows where a selection begins and ends', () => {
    const list = aList();
    const [first, , last] = list.querySelectorAll('b');
    expect(rowOf(first.firstChild)).toBe(3);
    expect(rowOf(document.body)).toBeUndefined();
    const selection = select(first, last);
    expect(markedRows(list, selection, [undefined, undefined])).toEqual([3, 5]);
    expect(
      markedRows(aList(), selection, [undefined, undefined]),
    ).toBeUndefined();
    selection?.removeAllRanges();
    expect(markedRows(list, selection, [3, 5])).toBeUndefined();
  });

  it('knows where a drag began though that row has left the page', () => {
    const list = aList();
    const selection = select(list, list.querySelectorAll('b')[2]);
    expect(markedRows(list, selection, [1, 4])).toEqual([1, 5]);
  });

  it('marks all where the whole list is selected', () => {
    const list = aList();
    window.getSelection()?.selectAllChildren(list);
    expect(
      markedRows(list, window.getSelection(), [undefined, undefined]),
    ).toBe('all');
  });
});
