import { expect, test } from 'vitest';
import { noPipCache } from '../../../../../server/src/dockerfile/lint/rules/no-pip-cache.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';
import { applyEdits } from '../../../../support/markedText.ts';

testRule(noPipCache, {
  bad: {
    'each installation': 'FROM a\nRUN pip install a && \\\n    ^^^^^^^^^^^\n  pip3 install b\n  ^^^^^^^^^^^^\n',
    'python -m pip': 'FROM a\nRUN python -m pip -q install a\n    ^^^^^^^^^^^^^^^^^^^^^^^^\n',
    'a mount of something else':
      'FROM a\nRUN --mount=type=cache,target=/x pip install a\n                                 ^^^^^^^^^^^\n',
    'a bind mount':
      'FROM a\nRUN --mount=type=bind,target=/root/.cache/pip pip install a\n                                              ^^^^^^^^^^^\n',
    'a variable that says no': 'FROM a\nENV PIP_NO_CACHE_DIR=off\nRUN pip install a\n    ^^^^^^^^^^^\n',
    'a variable that comes too late': 'FROM a\nRUN pip install a\n    ^^^^^^^^^^^\nENV PIP_NO_CACHE_DIR=1\n',
    'another stage': 'FROM a\nENV PIP_NO_CACHE_DIR=1\nFROM b\nRUN pip install a\n    ^^^^^^^^^^^\n',
    'a cache that was cleared before':
      'FROM a\nRUN rm -rf /root/.cache && pip install a\n                           ^^^^^^^^^^^\n',
    'a trigger': 'FROM a\nONBUILD RUN pip install a\n            ^^^^^^^^^^^\n',
  },
  good: {
    'the option anywhere': 'FROM a\nRUN pip --no-cache-dir install a && pip install a --no-cache-dir\n',
    'a variable of the command or the shell':
      'FROM a\nRUN PIP_NO_CACHE_DIR=1 pip install a\nRUN export PIP_NO_CACHE_DIR="yes"; pip install a\n',
    'a variable of an earlier stage': 'FROM a AS b\nENV PIP_NO_CACHE_DIR=on\nFROM b\nRUN pip install a\n',
    'an argument': 'FROM a\nARG PIP_NO_CACHE_DIR=1\nRUN pip install a\n',
    "mounts of a user's cache": 'FROM a\nRUN --mount=type=cache,target=/home/app/.cache pip install a\n',
    'a mount where the cache is':
      'FROM a\nENV PIP_CACHE_DIR=/cache\nRUN --mount=type=tmpfs,target=/cache pip install a\n',
    'a cache that is deleted': 'FROM a\nRUN pip install a && rm -rf ~/.cache\nRUN pip install a && pip cache purge\n',
    'other tools': 'FROM a\nRUN pipx install a; pipenv install a; python -m pipx install a; pip download a\n',
  },
  fixes: {
    'keeping the lines': [
      'FROM a\nRUN pip install \\\n    # the web\n    django\n',
      'FROM a\nRUN pip install --no-cache-dir \\\n    # the web\n    django\n',
    ],
    'exec form': ['FROM a\nRUN ["pip", "install", "a"]\n', 'FROM a\nRUN ["pip", "install", "--no-cache-dir", "a"]\n'],
    'a script in exec form': [
      'FROM a\nRUN ["sh", "-c", "pip install a"]\n',
      'FROM a\nRUN ["sh", "-c", "pip install --no-cache-dir a"]\n',
    ],
  },
});

test('offers a cache mount, too', () => {
  const before = 'FROM a\nONBUILD RUN --network=host pip install a\n';
  const [problem] = problemsOf(noPipCache, before);
  const [mount] = problem?.alternatives ?? [];
  expect(applyEdits(before, mount?.edits ?? [])).toBe(
    'FROM a\nONBUILD RUN --network=host --mount=type=cache,target=/root/.cache/pip pip install a\n',
  );
});
