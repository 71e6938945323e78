import type { SyntaxNode } from '@lezer/common';
import type { Reading } from './reading.ts';
import { literalParts, unescaped } from './strings.ts';
import type { Expression, Replacement } from './syntax.ts';
import { children, refusal } from './tree.ts';

/** A text, of one or several literals, with what stands in for its replacements. */
export function stringOf(reader: Reading, node: SyntaxNode): Expression {
  const written = node.name === 'ContinuedString' ? children(node) : [node];
  const parts = written.flatMap((piece) => pieces(reader, piece));
  const place = { from: node.from, to: node.to };
  if (parts.every((part) => typeof part === 'string')) {
    return { ...place, type: 'constant', value: parts.join('') };
  }
  return { ...place, type: 'format', parts };
}

function pieces(reader: Reading, node: SyntaxNode): (string | Replacement)[] {
  const literal = reader.text(node);
  const { prefix, start, end } = literalParts(literal);
  const raw = prefix.includes('r');
  const plain = (text: string) => (raw ? text : unescaped(text));
  if (!prefix.includes('f')) return [plain(literal.slice(start, end))];
  const unbraced = (text: string) => plain(text).replaceAll('{{', '{').replaceAll('}}', '}');
  return around(reader, node, node.from + start, node.from + end, unbraced);
}

/** The replacements among a node's children, and the text around them. */
function around(
  reader: Reading,
  node: SyntaxNode,
  from: number,
  to: number,
  plain: (text: string) => string,
) {
  const parts: (string | Replacement)[] = [];
  let at = from;
  for (const child of children(node)) {
    if (child.name !== 'FormatReplacement') continue;
    if (child.from > at) parts.push(plain(reader.code.slice(at, child.from)));
    parts.push(replacement(reader, child));
    at = child.to;
  }
  if (at < to) parts.push(plain(reader.code.slice(at, to)));
  return parts;
}

function replacement(reader: Reading, node: SyntaxNode): Replacement {
  const parts = children(node);
  const value = parts.slice(1).find(({ name }) => !name.startsWith('Format') && name !== '}');
  if (!value) throw refusal(reader.code, node);
  const spec = parts.find(({ name }) => name === 'FormatSpec');
  const conversion = parts.find(({ name }) => name === 'FormatConversion');
  const label = parts.find(({ name }) => name === 'FormatSelfDoc');
  return {
    value: reader.expression(value),
    conversion: conversion ? reader.text(conversion).slice(1) : '',
    spec: spec ? around(reader, spec, spec.from + 1, spec.to, (text) => text) : [],
    label: label ? reader.code.slice(node.from + 1, label.to) : '',
  };
}
