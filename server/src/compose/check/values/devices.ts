import { type Fault, parts } from './fault.ts';

/** `SOURCE[:TARGET[:PERMISSIONS]]`, or the name of a CDI device (transform/device.go). */
export function* deviceFaults(text: string): Iterable<Fault> {
  const [source, , permissions, extra] = parts(text, ':');
  if (extra) {
    yield {
      at: { from: extra.from - 1, to: text.length },
      message: 'There are too many colons: a device is `source:target:permissions`.',
    };
    return;
  }
  if (source?.text === '') yield { at: { from: 0, to: 1 }, message: 'The path of the device is missing.' };
  if (permissions && !/^[rwm]{1,3}$/.test(permissions.text))
    yield {
      at: permissions,
      severity: 'warning',
      message: 'Permissions are made of `r` (read), `w` (write) and `m` (make nodes).',
    };
}

/** `TYPE MAJOR:MINOR PERMISSIONS`. */
export function* deviceRuleFaults(text: string): Iterable<Fault> {
  if (!/^[abc] (?:\d+|\*):(?:\d+|\*) [rwm]{1,3}$/.test(text))
    yield {
      severity: 'warning',
      message: 'A rule is a type (`a`, `b` or `c`), numbers and permissions, such as `c 1:3 mr` or `a 7:* rmw`.',
    };
}
