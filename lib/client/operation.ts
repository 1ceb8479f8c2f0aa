import type * as z from "zod";
import type { Endpoint, Method } from "../contracts/endpoint";

declare const of: unique symbol;

/**
 * What the browser has to know of an endpoint in order to call it. The endpoint itself brings the schemas of all it sends and
 * answers, and with them a validation library, neither of which a page needs: the server checks what it is sent.
 */
export type Operation<E extends Endpoint = Endpoint> = {
  readonly method: E["method"];
  readonly path: E["path"];
  /** The type that it is made from; there is no such member. */
  readonly [of]?: E;
} & Flag<"sends", E extends { body: z.ZodType } ? true : false> &
  Flag<"answers", E extends { response: z.ZodType } ? true : false>;

/** An operation whatever it is of. */
export interface AnyOperation {
  readonly method: Method;
  readonly path: string;
  readonly sends?: true | undefined;
  readonly answers?: true | undefined;
}

/** Whether it has a body to send, or JSON to answer. */
type Flag<Name extends string, Is extends boolean> = Is extends true
  ? { readonly [N in Name]: true }
  : { readonly [N in Name]?: undefined };

/** Holds a list of operations against the endpoints that they are of: method, path and flags have to be theirs. */
export const operations =
  <Endpoints extends Readonly<Record<string, Endpoint>>>() =>
  <Name extends keyof Endpoints>(
    list: {
      readonly [N in Name]: Operation<Endpoints[N]>;
    },
  ): { readonly [N in Name]: Operation<Endpoints[N]> } =>
    list;
