/** One of the machines that an image is for. */
export interface ImagePlatform {
  /** `linux/arm64/v8`. */
  readonly platform: string;
  /** `sha256:…` of its manifest or image, where the engine tells. */
  readonly digest?: string;
  /** Bytes on this engine; absent where it does not tell. */
  readonly size?: number;
  /** Its layers are on the engine: it can be run there without a pull. */
  readonly available: boolean;
}

/** What a registry has under a name. */
export interface RemoteImage {
  /** `sha256:…` of the manifest, or of the list of manifests. */
  readonly digest: string;
  /** `linux/arm64/v8`. */
  readonly platforms: readonly string[];
}
