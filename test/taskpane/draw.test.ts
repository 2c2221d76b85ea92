/** @jest-environment jsdom */
import { draw } from '../../src/taskpane/draw';
import { element, laterElement } from '../../src/taskpane/view-node';
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

describe('content that is drawn later', () => {
  const soon = () => new Promise((go) => setTimeout(go, 30));

  test('is made after its element, and again only when something that it is made of is another', async () => {
    const app = page();
    const made: string[] = [];
    const row = (key: string, part: string) =>
      laterElement('p', { key, class: part }, [part], () => {
        made.push(key + part);
        return [part, false, element('b', {}, key)];
      });
    draw(app, [row('a', '1'), row('b', '1')]);
    expect([app.innerHTML, made]).toEqual(['<p class="1"></p><p class="1"></p>', []]);
    await soon();
    expect(app.textContent).toBe('1a1b');
    draw(app, [row('a', '1'), row('b', '2')]);
    await soon();
    expect([app.textContent, made]).toEqual(['1a2b', ['a1', 'b1', 'b2']]);
  });

  test('is the latest where another one was asked for before it came, and none where its element went', async () => {
    const app = page();
    const made: string[] = [];
    const row = (key: string, part: string) =>
      laterElement('p', { key }, [part], () => {
        made.push(part);
        return part;
      });
    draw(app, [row('a', 'old'), row('b', 'gone')]);
    draw(app, [row('a', 'new')]);
    await soon();
    expect([app.textContent, made]).toEqual(['new', ['new']]);
  });

  test('gives way to content that is there at once, and comes back', async () => {
    const app = page();
    draw(app, [laterElement('p', {}, [1], () => 'later')]);
    draw(app, [element('p', {}, 'at once')]);
    await soon();
    expect(app.textContent).toBe('at once');
    draw(app, [laterElement('p', {}, [1], () => 'later')]);
    await soon();
    expect(app.textContent).toBe('later');
  });
});
