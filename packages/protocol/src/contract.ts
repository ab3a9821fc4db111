import type { Static, TSchema } from 'typebox';

/** Who may call an operation: anyone, a signed-in device, or either (the handler decides). */
export type Access = 'public' | 'user' | 'optional';

/**
 * One HTTP operation, exactly as the specification names it. `path` uses `:name` for parameters.
 * Schemas describe the wire; unknown extra fields are allowed and ignored unless a schema says otherwise.
 */
export interface Contract {
  readonly operationId: string;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  /** A second path for the same operation, with fewer parameters. */
  readonly alsoAt?: string;
  readonly access: Access;
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  /** `bytes`: the body is handed over as an unread stream (uploads). Default `json`. */
  readonly bodyKind?: 'json' | 'bytes';
  /** `bytes`: the handler streams the reply itself (downloads). Default `json`. */
  readonly replyKind?: 'json' | 'bytes';
  readonly reply: TSchema;
  /** Largest request body, in bytes. Default 65,536 × 4. */
  readonly bodyBytesMax?: number;
  /** Names the rate-limit bucket. Default `default`. */
  readonly limit?:
    'default' | 'create' | 'login' | 'registration' | 'send' | 'sync' | 'media' | 'none';
}

type SchemaOf<C extends Contract, Key extends keyof Contract> = C[Key] extends TSchema
  ? Static<C[Key]>
  : Record<string, never>;

export type ParamsOf<C extends Contract> = SchemaOf<C, 'params'>;
export type QueryOf<C extends Contract> = SchemaOf<C, 'query'>;
export type BodyOf<C extends Contract> = SchemaOf<C, 'body'>;
export type ReplyOf<C extends Contract> = SchemaOf<C, 'reply'>;
