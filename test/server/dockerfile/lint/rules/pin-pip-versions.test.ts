import { pinPipVersions } from '../../../../../server/src/dockerfile/lint/rules/pin-pip-versions.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(pinPipVersions, {
  bad: {
    'the first of several': 'FROM a\nRUN pip install \\\n  six==1.17 django flask\n            ^^^^^^\n',
    'a pip of another name': 'FROM a\nRUN pip3.12 install -U pip\n                       ^^^\n',
    'a pip of an environment': 'FROM a\nRUN /venv/bin/pip install django\n                          ^^^^^^\n',
    'python -m pip':
      'FROM a\nRUN python3 -I -m pip --quiet install django\n                                      ^^^^^^\n',
    pipx: 'FROM a\nRUN pipx install --python 3.12 poetry\n                               ^^^^^^\n',
    'a repository without a commit':
      'FROM a\nRUN pip install git+https://a.b/c.git\n                ^^^^^^^^^^^^^^^^^^^^^\n',
    'exec form': 'FROM a\nRUN ["pip", "install", "django"]\n                       ^^^^^^^^\n',
    'a here-document': 'FROM a\nRUN <<EOF\npip install django\n            ^^^^^^\nEOF\n',
    'a trigger': 'FROM a\nONBUILD RUN pip install django\n                        ^^^^^^\n',
  },
  good: {
    conditions: `FROM a\nRUN pip install 'a>=1' "b<2" c~=1.2 d!=3 'e===1' "f==$VERSION"\n`,
    'a version in quotes of its own': 'FROM a\nARG V=1\nRUN pip install django=="$V"\n',
    'files and addresses': 'FROM a\nRUN pip install ./a b.whl https://c.d/e.zip "f @ https://g.h/i" .[dev]\n',
    'a file of requirements in every spelling':
      'FROM a\nRUN pip install -rreq.txt a\nRUN pip install --requirement=req.txt a\nRUN pip install -Ur req.txt a\n',
    'values of options': 'FROM a\nRUN pip install --target /x --find-links y -i https://z six==1.17\n',
    'what is not known': 'FROM a\nRUN pip install $PACKAGES "$(cat packages)"\n',
    'other commands':
      'FROM a\nRUN pip download django; python -m venv /venv; pipenv install black; python install.py\n',
  },
  unfixable: { 'what only an index knows': 'FROM a\nRUN pip install django\n' },
});
