import type { createTranslator, NamespaceKeys, NestedKeyOf } from "use-intl/core";
import type { Messages } from "./catalog";

/** A part of the messages: an area ("inbox") or a group within one ("inbox.deny"). */
export type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>;

/** What `useTranslations` and `getTranslations` give, for plain functions that make sentences and take it as an argument. */
export type Translator<N extends Namespace> = ReturnType<typeof createTranslator<Messages, N>>;
