import { addInsteadOfTar } from '../../../../../server/src/dockerfile/lint/rules/add-instead-of-tar.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(addInsteadOfTar, {
  bad: {
    'the archive among the sources':
      'FROM a\nCOPY b.txt c.tar.xz /tmp/\n           ^^^^^^^^\nRUN cd /tmp && tar --extract --file c.tar.xz\n',
    'the name that it gets': 'FROM a\nCOPY b /tmp/c.tgz\n     ^\nRUN tar xf /tmp/c.tgz\n',
    'in JSON form': 'FROM a\nCOPY ["b.tar", "/tmp/"]\n      ^^^^^^^\nRUN tar -xf /tmp/b.tar\n',
    'an archive that is uncompressed first': 'FROM a\nCOPY b.tar.gz /\n     ^^^^^^^^\nRUN gunzip /b.tar.gz\n',
  },
  good: {
    'an archive that stays one': 'FROM a\nCOPY b.tar /\nRUN tar -tf /b.tar && tar -cf /x.tar /b.tar\n',
    'one from a stage': 'FROM a AS x\nFROM a\nCOPY --from=x b.tar /\nRUN tar -xf /b.tar\n',
    'another stage': 'FROM a\nCOPY b.tar /\nFROM a\nRUN tar -xf /b.tar\n',
    'another archive': 'FROM a\nCOPY b.tar /\nRUN tar -xf /c.tar\n',
    'what ADD would not unpack': 'FROM a\nCOPY dump.sql.gz c.zip /\nRUN gunzip /dump.sql.gz && unzip /c.zip\n',
    'unpacked before': 'FROM a\nRUN tar -xf /b.tar\nCOPY b.tar /\n',
  },
  fixes: {
    'where nothing else happens': [
      'FROM a\nCOPY b.tgz /tmp/\nRUN tar -xzf /tmp/b.tgz -C /srv\nCMD ["c"]\n',
      'FROM a\nADD b.tgz /srv/\nCMD ["c"]\n',
    ],
    'in the working folder': ['FROM a\nCOPY b.tgz /b.tgz\nRUN tar xf /b.tgz\n', 'FROM a\nADD b.tgz ./\n'],
  },
  unfixable: {
    'more than that': 'FROM a\nCOPY b.tgz /tmp/\nRUN tar -xf /tmp/b.tgz && rm /tmp/b.tgz\n',
    'options of its own': 'FROM a\nCOPY b.tgz /tmp/\nRUN tar -xf /tmp/b.tgz --strip-components=1\n',
    'a place that is not plain': 'FROM a\nCOPY b.tgz /tmp\nRUN tar -xf /tmp/b.tgz\n',
  },
});
