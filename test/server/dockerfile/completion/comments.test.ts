import { describe, expect, test } from 'vitest';
import { checks } from '../../../../server/src/dockerfile/reference/checks.ts';
import { dockerfileRules } from '../../../../server/src/dockerfile/lint/rules/index.ts';
import { shellCheckCodes } from '../../../../server/src/dockerfile/reference/shellCheckCodes.data.ts';
import { choose, labelsAt } from './at.ts';

describe('directives at the head', () => {
  test('their names, not those that are there', async () => {
    expect((await labelsAt('# |\nFROM a\n')).slice(0, 3)).toEqual(['syntax=', 'escape=', 'check=']);
    const labels = await labelsAt('# syntax=docker/dockerfile:1\n# |\nFROM a\n');
    expect(labels).not.toContain('syntax=');
    expect(labels).toContain('escape=');
    expect(await choose('#s|\nFROM a\n', 'syntax=')).toBe('# syntax=\nFROM a\n');
  });

  test('their values', async () => {
    expect(await labelsAt('# syntax=|\nFROM a\n')).toEqual(['docker/dockerfile:1', 'docker/dockerfile:1-labs']);
    expect(await choose('# escape=|\nFROM a\n', '`')).toBe('# escape=`\nFROM a\n');
    expect(await choose('# syntax = docker/d|x\nFROM a\n', 'docker/dockerfile:1')).toBe(
      '# syntax = docker/dockerfile:1\nFROM a\n',
    );
  });

  test('none behind another comment, an empty line or an instruction', async () => {
    for (const text of ['# a comment\n# |\n', '\n# |\n', 'FROM a\n# |\n'])
      expect(await labelsAt(text), text).not.toContain('syntax=');
  });
});

describe('checks', () => {
  test('names of all checks, none twice', async () => {
    const names = checks.map(({ name }) => name);
    expect(await labelsAt('# check=skip=|\nFROM a\n')).toEqual([...names, 'all']);
    expect(await labelsAt('# check=skip=StageNameCasing,|\nFROM a\n')).not.toContain('StageNameCasing');
    expect(await choose('# check=skip=Stage|Foo,UndefinedVar\nFROM a\n', 'StageNameCasing')).toBe(
      '# check=skip=StageNameCasing,UndefinedVar\nFROM a\n',
    );
  });

  test('the parts of the directive', async () => {
    expect(await labelsAt('# check=|\nFROM a\n')).toEqual(['skip=', 'error=true', 'experimental=']);
    expect(await labelsAt('# check=skip=all;|\nFROM a\n')).toEqual(['error=true', 'experimental=']);
    expect(await labelsAt('# check=experimental=|\nFROM a\n')).toEqual(['InvalidDefinitionDescription', 'all']);
    expect(await labelsAt('FROM a\n# check=|\nRUN x\n')).toEqual(['skip=']);
  });
});

describe('ignore comments', () => {
  test('codes for hadolint, rules and codes for our own', async () => {
    const codes = dockerfileRules.flatMap((rule) => rule.codes).filter((code) => code.startsWith('DL'));
    expect(await labelsAt('FROM a\n# hadolint ignore=|\nRUN x\n')).toEqual([
      ...new Set(codes),
      ...Object.keys(shellCheckCodes),
    ]);
    expect(await labelsAt('FROM a\n# gantry ignore=|\nRUN x\n')).toEqual(
      expect.arrayContaining(['pipefail', 'DL4006']),
    );
    expect(await choose('# hadolint global ignore=DL4006, DL3|\nFROM a\n', 'DL3008')).toBe(
      '# hadolint global ignore=DL4006, DL3008\nFROM a\n',
    );
  });

  test('codes of ShellCheck, none twice; its own comments in here-documents only', async () => {
    expect(await choose('FROM a\n# gantry ignore=pipefail,SC|\nRUN x\n', 'SC2086')).toBe(
      'FROM a\n# gantry ignore=pipefail,SC2086\nRUN x\n',
    );
    expect(await labelsAt('FROM a\n# hadolint ignore=SC2086,|\nRUN x\n')).not.toContain('SC2086');
    expect(await choose('FROM a\nRUN <<EOF\n# shellcheck disable=SC2086,SC20|\nx\nEOF\n', 'SC2046')).toBe(
      'FROM a\nRUN <<EOF\n# shellcheck disable=SC2086,SC2046\nx\nEOF\n',
    );
    expect(await labelsAt('FROM a\nRUN <<EOF\n# |\nx\nEOF\n')).toEqual([]);
  });

  test('their beginnings, where one has begun or asks', async () => {
    expect(await labelsAt('FROM a\n# hado|\n')).toContain('hadolint ignore=');
    expect(await choose('FROM a\n# gan|\n', 'gantry ignore=')).toBe('FROM a\n# gantry ignore=\n');
    expect(await labelsAt('FROM a\n# |\n')).toContain('hadolint ignore=');
  });

  test('prose is left alone', async () => {
    expect(await labelsAt('FROM a\n# |\n', { trigger: ' ' })).toEqual([]);
    expect(await labelsAt('FROM a\n# This is |\n', { trigger: ' ' })).toEqual([]);
    expect(await labelsAt('FROM a\n# Install t|\n')).toEqual([]);
  });

  test('shells', async () => {
    expect(await labelsAt('FROM a\n# hadolint shell=|\n')).toContain('pwsh');
  });

  test('in a continued instruction', async () => {
    expect(await labelsAt('FROM a\nRUN a \\\n # hadolint ig|\n b\n')).toContain('hadolint ignore=');
  });
});
