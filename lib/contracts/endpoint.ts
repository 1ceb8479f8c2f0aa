import type * as z from "zod";
import type { Permission } from "../access";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** `public`: anybody. `authenticated`: any session or key. A list: any one of these permissions. */
export type Access = "public" | "authenticated" | Permission | readonly Permission[];

/**
 * One operation of the HTTP API, said once: the server's route, the typed client and the OpenAPI document are all made
 * from it. `{name}` in the path is a parameter.
 */
export interface Endpoint<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  operationId: string;
  method: Method;
  path: string;
  tag: string;
  summary: string;
  access: Access;
  params?: P;
  query?: Q;
  body?: B;
  /** Absent: a mebibyte. */
  maxBodyBytes?: number;
  /** Request headers that mean something to this operation, each with what it does. */
  headers?: Readonly<Record<string, string>>;
  /** Absent: the answer has no JSON body of its own (204, or a stream described by `produces`). */
  response?: R;
  status?: number;
  produces?: readonly string[];
  /** Absent: problem documents. `text`: a sentence in plain text, and 400 for content that is not valid (AuthZEN). */
  errors?: "text";
}

export type ParamsOf<E> = E extends { params: infer P extends z.ZodType } ? z.output<P> : undefined;
export type QueryOf<E> = E extends { query: infer Q extends z.ZodType } ? z.output<Q> : undefined;
export type BodyOf<E> = E extends { body: infer B extends z.ZodType } ? z.output<B> : undefined;
export type ResponseOf<E> = E extends { response: infer R extends z.ZodType } ? z.output<R> : undefined;
/** What a client sends: defaults may be left out. */
export type ParamsInputOf<E> = E extends { params: infer P extends z.ZodType } ? z.input<P> : undefined;
export type QueryInputOf<E> = E extends { query: infer Q extends z.ZodType } ? z.input<Q> : undefined;
export type BodyInputOf<E> = E extends { body: infer B extends z.ZodType } ? z.input<B> : undefined;

/** Keeps the literal types of a definition. */
export const endpoint = <const E extends Endpoint>(definition: E): E => definition;
