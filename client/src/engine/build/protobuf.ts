/**
 * The little of Protocol Buffers' wire format that BuildKit's messages need (https://protobuf.dev/programming-guides/encoding):
 * varints and length-delimited fields are read and written, fixed-width ones are skipped.
 */
export interface Field {
  readonly number: number;
  readonly value: bigint | Uint8Array;
}

/** The fields of a message in their order; repeated ones come several times. Throws `RangeError` on a truncated message. */
export function* readFields(message: Uint8Array): Generator<Field, void, undefined> {
  let position = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = message[position];
      if (byte === undefined) break;
      position += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw new RangeError('truncated protobuf message');
  };
  const bytes = (length: number): Uint8Array => {
    const end = position + length;
    if (end > message.length) throw new RangeError('truncated protobuf message');
    const value = message.subarray(position, end);
    position = end;
    return value;
  };
  while (position < message.length) {
    const key = Number(varint());
    const number = key >>> 3;
    switch (key & 7) {
      case 0:
        yield { number, value: varint() };
        break;
      case 1:
        bytes(8);
        break;
      case 2:
        yield { number, value: bytes(Number(varint())) };
        break;
      case 5:
        bytes(4);
        break;
      default:
        throw new RangeError(`unknown protobuf wire type ${key & 7}`);
    }
  }
}

/** A field as text; empty when it is a number. */
export function asText(value: Field['value']): string {
  return typeof value === 'bigint' ? '' : Buffer.from(value.buffer, value.byteOffset, value.length).toString('utf8');
}

/** A field as bytes; empty when it is a number. */
export function asBytes(value: Field['value']): Uint8Array {
  return typeof value === 'bigint' ? new Uint8Array() : value;
}

/** A field as a signed number; 0 when it is bytes. */
export function asNumber(value: Field['value']): number {
  return typeof value === 'bigint' ? Number(BigInt.asIntN(64, value)) : 0;
}

/** Writes a message field by field. Zero and empty values are left out, as proto3 does. */
export class MessageWriter {
  readonly #parts: Uint8Array[] = [];

  number(field: number, value: number | bigint): this {
    if (value !== 0 && value !== 0n) this.#parts.push(varint(BigInt(field) << 3n), varint(BigInt(value)));
    return this;
  }

  bytes(field: number, value: Uint8Array): this {
    if (value.length > 0) this.message(field, value);
    return this;
  }

  text(field: number, value: string): this {
    return this.bytes(field, Buffer.from(value, 'utf8'));
  }

  /** A nested message is written also when it is empty. */
  message(field: number, value: Uint8Array): this {
    this.#parts.push(varint((BigInt(field) << 3n) | 2n), varint(BigInt(value.length)), value);
    return this;
  }

  finish(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

function varint(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  while (rest >= 0x80n) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}
