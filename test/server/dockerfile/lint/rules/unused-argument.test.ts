import { unusedArgument } from '../../../../../server/src/dockerfile/lint/rules/unused-argument.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(unusedArgument, {
  bad: {
    'a global one': 'ARG A=1 B=2\n    ^\nFROM a:$B\n',
    'one that is used before only': 'FROM a\nARG A\nRUN echo $A\nARG A=2\n    ^\nCMD x\n',
    'one of another stage': 'FROM a\nARG A\n    ^\nUSER 1\nFROM b\nRUN echo $A\n',
  },
  good: {
    'FROM, its platform and other arguments': 'ARG A=1\nARG B=$A\nARG C\nFROM --platform=$C a:$B\n',
    'a stage that declares it': 'ARG A=1\nFROM a\nARG A\nRUN echo $A\n',
    'a stage that continues it': 'FROM a AS one\nARG A\nFROM one\nRUN echo "${A}"\n',
    'what the build expands': 'FROM a\nARG A\nARG B\nENV X=$A\nCOPY x $B\n',
    'names in text': 'FROM a\nARG A\nRUN sh -c "echo \\$A"\n',
    'programs that may read it': 'FROM a\nARG A\nRUN make\n',
    'scripts in here-documents': 'FROM a\nARG A\nRUN <<EOF\n./x\nEOF\n',
    'programs that read these names': 'FROM a\nARG DEBIAN_FRONTEND=noninteractive\nRUN apt-get update\n',
    'names that break the cache': 'FROM a\nARG CACHEBUST=1\nRUN apt-get update\n',
    'predefined ones': 'ARG BUILDKIT_SBOM_SCAN_STAGE=true\nARG HTTPS_PROXY\nFROM a\nARG http_proxy\n',
    'a stage that is being written': 'FROM a\nRUN x\nARG A\nARG B\n',
    triggers: 'FROM a\nONBUILD ARG A\nARG B\nONBUILD RUN echo $B\n',
  },
  fixes: { 'the instruction': ['ARG A=1\nFROM a\n', 'FROM a\n'] },
  unfixable: { 'one of several': 'ARG A=1 B=2\nFROM a:$B\n' },
});
