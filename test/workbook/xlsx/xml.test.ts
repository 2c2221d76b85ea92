import { attribute, child, parseXml, textOf } from '../../../src/workbook/xlsx/xml';
import {
  appendChildren,
  applySplices,
  insertInOrder,
  removeElement,
  setAttribute,
} from '../../../src/workbook/xlsx/splice';

describe('The XML reader', () => {
  test('knows names, namespaces, attributes and texts, and where they stand', () => {
    const text =
      '<?xml version="1.0"?><!-- a --><p:a xmlns:p="urn:p" x = "1 &gt; 0"\n y=\'"\'><b xmlns="urn:b">t<!--c-->u<c/>v<![CDATA[<]]></b ></p:a >';
    const root = parseXml(text);
    expect(root).toMatchObject({ name: 'p:a', local: 'a', uri: 'urn:p' });
    expect([attribute(root, 'x'), attribute(root, 'y'), attribute(root, 'z')]).toEqual(['1 > 0', '"', null]);
    const [inner] = root.children;
    expect(inner.uri).toBe('urn:b');
    expect(textOf(text, inner)).toBe('tuv<');
    expect(text.slice(inner.start, inner.openEnd)).toBe('<b xmlns="urn:b">');
    expect(text.slice(inner.closeStart, inner.end)).toBe('</b >');
    expect(child(root, 'b')).toBeNull();
  });

  test.each([
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a x=1/>',
    '<a x="<"/>',
    '<a x="1" y/>',
    '<a',
    '<!DOCTYPE a><a/>',
    '<a><!-- </a>',
    '',
    '< a/>',
  ])('refuses %s', (text) => {
    expect(() => parseXml(text)).toThrow(/not well-formed/);
  });

  test('refuses nesting without end', () => {
    expect(() => parseXml('<a>'.repeat(10000))).toThrow(/not well-formed/);
  });
});

describe('Splices', () => {
  const text = '<r a="1"><b/><d>x</d></r>';
  const root = parseXml(text);

  test('set attributes, insert in order, append and remove without touching the rest', () => {
    const [b, d] = root.children;
    expect(applySplices(text, [setAttribute(text, root, 'a', '<2>'), setAttribute(text, b, 'n', '3')])).toBe(
      '<r a="&lt;2&gt;"><b n="3"/><d>x</d></r>',
    );
    expect(applySplices(text, [insertInOrder(text, root, ['b', 'c', 'd'], 'c', '<c/>')])).toBe(
      '<r a="1"><b/><c/><d>x</d></r>',
    );
    expect(applySplices(text, [appendChildren(text, b, '<e/>'), removeElement(d)])).toBe('<r a="1"><b><e/></b></r>');
  });

  test('that overlap are a mistake', () => {
    const [, d] = root.children;
    expect(() => applySplices(text, [removeElement(d), appendChildren(text, d, 'y')])).toThrow(/overlap/);
  });
});
