/** An IP address as a number with its version; `undefined` for what is none. */
export function address(text: string): { readonly value: bigint; readonly version: 4 | 6 } | undefined {
  if (text.includes(':')) {
    const value = version6(text.replace(/[\d.]+$/, (tail) => (tail.includes('.') ? asGroups(tail) : tail)));
    return value === undefined ? undefined : { value, version: 6 };
  }
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255))
    return undefined;
  return { value: parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n), version: 4 };
}

/** The last four bytes of an IPv6 address may be written as an IPv4 one. */
function asGroups(tail: string): string {
  const value = address(tail)?.value ?? 0n;
  return address(tail) ? `${(value >> 16n).toString(16)}:${(value & 65_535n).toString(16)}` : tail;
}

function version6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array<string>(halves.length === 2 ? missing : 0).fill('0'), ...tail];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}

/** Whether an address is in a subnet like `172.28.0.0/16`; `undefined` when one of them cannot be read. */
export function inSubnet(text: string, subnet: string): boolean | undefined {
  const [base = '', length = ''] = subnet.split('/');
  const [one, other] = [address(text), address(base)];
  if (!one || !other || !/^\d{1,3}$/.test(length)) return undefined;
  if (one.version !== other.version) return false;
  const rest = BigInt((one.version === 4 ? 32 : 128) - Number(length));
  return rest < 0n ? undefined : one.value >> rest === other.value >> rest;
}
