/** @jest-environment jsdom */
import { draw } from '../../src/taskpane/draw';
import { element } from '../../src/taskpane/view-node';
import type { ViewNode } from '../../src/taskpane/view-node';

function page(): HTMLElement {
  document.body.innerHTML = '<div id="app"><p>before the script</p></div>';
  return document.getElementById('app') as HTMLElement;
}

describe('drawing', () => {
  test('replaces what was there and shows elements, texts and drawings', () => {
    const app = page();
    draw(app, [
      element('p', { class: 'a' }, 'one ', element('b', {}, 'two')),
      element('svg', {}, element('path', { d: 'M0 0' })),
    ]);
    expect(app.innerHTML).toBe('<p class="a">one <b>two</b></p><svg><path d="M0 0"></path></svg>');
    expect(app.querySelector('path')?.namespaceURI).toBe('http://www.w3.org/2000/svg');
  });

  test('keeps elements, and so the focus, when siblings come and go', () => {
    const app = page();
    const field = (value: string) => element('input', { key: 'field', value });
    draw(app, [field('a')]);
    const input = app.querySelector('input') as HTMLInputElement;
    input.focus();
    draw(app, [element('p', {}, 'new'), field('b'), element('p', {}, 'after')]);
    expect(document.activeElement).toBe(input);
    expect(input.value).toBe('b');
    draw(app, [field('b')]);
    expect(document.activeElement).toBe(input);
    expect(app.children).toHaveLength(1);
  });

  test('moves keyed elements instead of making new ones', () => {
    const app = page();
    const items = (keys: string) => [...keys].map((key) => element('li', { key }, key));
    draw(app, items('abc'));
    const before = [...app.children];
    draw(app, items('cab'));
    expect([...app.children]).toEqual([before[2], before[0], before[1]]);
  });

  test('calls the newest listener once', () => {
    const app = page();
    const heard: string[] = [];
    const button = (word: string): ViewNode => element('button', { onclick: () => heard.push(word) }, 'press');
    draw(app, [button('first')]);
    draw(app, [button('second')]);
    app.querySelector('button')?.click();
    expect(heard).toEqual(['second']);
  });

  test('takes attributes away that a view no longer gives', () => {
    const app = page();
    draw(app, [element('button', { 'aria-disabled': 'true', hidden: true })]);
    draw(app, [element('button', { hidden: false })]);
    expect(app.innerHTML).toBe('<button></button>');
  });
});
