/** Users without privileges that well-known images have already. Image names without registry and tag. */
export const imageUsers: readonly { readonly image: RegExp; readonly user: string; readonly doc: string }[] = [
  { image: /^node$/, user: 'node', doc: 'uid 1000, in the image' },
  { image: /^nginx$/, user: 'nginx', doc: 'uid 101, in the image' },
  { image: /^postgres$/, user: 'postgres', doc: 'in the image' },
  { image: /^redis$/, user: 'redis', doc: 'in the image' },
  { image: /^mysql$/, user: 'mysql', doc: 'in the image' },
  { image: /^(httpd|php|wordpress)$/, user: 'www-data', doc: 'uid 33, in the image' },
  { image: /(^|\/)distroless\//, user: 'nonroot', doc: 'uid 65532, in the image' },
  { image: /(^|\/)dotnet\//, user: 'app', doc: 'in the image' },
  { image: /(^|\/)bun$/, user: 'bun', doc: 'uid 1000, in the image' },
  { image: /(^|\/)deno$/, user: 'deno', doc: 'in the image' },
  { image: /^(debian|ubuntu|alpine)$/, user: 'nobody', doc: 'uid 65534, in the image' },
];
