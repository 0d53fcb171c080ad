import { pinDnfVersions } from '../../../../../server/src/dockerfile/lint/rules/pin-dnf-versions.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(pinDnfVersions, {
  bad: {
    'a dash or a number that is no version':
      'FROM a\nRUN dnf install rpm-sign java-17-openjdk python3.11\n                ^^^^^^^^\nRUN dnf install java-17-openjdk-devel\n                ^^^^^^^^^^^^^^^^^^^^^\n',
    'a version in a variable that nobody sets':
      'FROM a AS one\nENV V=1\nFROM b\nRUN dnf install git-$V\n                ^^^^^^\n',
  },
  good: {
    versions:
      'FROM a\nRUN microdnf install gcc-c++-1.1.1 openssl-1:1.1.1k java-17-openjdk-17.0.1 kernel-6.1-2.fc40 "x >= 1"\n',
    'a version in a variable of the file':
      'FROM a AS one\nENV V=1\nARG W=1\nFROM one\nRUN dnf install git-core-${V} x-$W-1\nFROM b\nRUN dnf install x-$W\n',
    'a version in a variable of the RUN':
      'FROM a\nRUN V=$(cat version); dnf install git-$V; for W in 1 2; do dnf install x-${W}; done\n',
    'files, addresses, groups, variables':
      'FROM a\nRUN dnf install ./x.rpm /usr/bin/y https://example.com/z.rpm @tools $PACKAGES && dnf group install "Some Tools"\n',
  },
});
