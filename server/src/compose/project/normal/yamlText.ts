import { resolvePlain } from '../../yaml/scalar.ts';
import { isPlainMapping, type Plain } from './plain.ts';

/** A value as YAML, in block style; every text reads as that text again. */
export function yamlText(value: Plain): string {
  return isEmpty(value) ? `${inline(value)}\n` : `${block(value, '')}\n`;
}

function block(value: Plain, indent: string): string {
  if (isPlainMapping(value))
    return Object.entries(value)
      .map(
        ([key, each]) =>
          `${indent}${key.includes('\n') ? JSON.stringify(key) : scalarText(key, indent)}:${after(each, `${indent}  `)}`,
      )
      .join('\n');
  if (Array.isArray(value))
    return (value as readonly Plain[])
      .map((each) => {
        if (typeof each !== 'object' || each === null || isEmpty(each))
          return `${indent}- ${inline(each, `${indent}  `)}`;
        return `${indent}- ${block(each, `${indent}  `).trimStart()}`;
      })
      .join('\n');
  return `${indent}${inline(value, indent)}`;
}

function after(value: Plain, indent: string): string {
  return typeof value !== 'object' || value === null || isEmpty(value)
    ? ` ${inline(value, indent)}`
    : `\n${block(value, indent)}`;
}

function isEmpty(value: Plain): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function inline(value: Plain, indent = ''): string {
  if (typeof value === 'string') return scalarText(value, indent);
  if (typeof value !== 'object' || value === null) return String(value);
  return Array.isArray(value) ? '[]' : '{}';
}

/** Plain where that reads as the same text, a block where there are several lines, else in double quotes. */
function scalarText(text: string, indent: string): string {
  if (
    /^[^\s\n][^\n\r]*\n(?:[^\r]*\n)?$/.test(text) &&
    !/[^\t\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD]/.test(text) &&
    !text.endsWith('\n\n')
  )
    return `|\n${text.trimEnd().replaceAll(/^(?=.)/gm, indent === '' ? '  ' : indent)}`;
  const plain =
    /^[A-Za-z0-9_./$(][^\n\r]*$/.test(text) &&
    !/: |:$| #|\p{Cc}|\uFEFF|\s$/u.test(text) &&
    !/^(?:y|n|yes|no|on|off)$/i.test(text) &&
    !/^[-+.\d]/.test(text) &&
    resolvePlain(text, { tag: undefined, quoted: false }) === text;
  const path =
    /^\.{0,2}\/[^\s:#]*$/.test(text) ||
    /^\d+\.\d+\.\d+[\w.-]*$/.test(text) ||
    /^\d+(?:\.\d+)?(?:[hms]|ms)[\w.]*$/.test(text);
  return plain || path ? text : JSON.stringify(text);
}
