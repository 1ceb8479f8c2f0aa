import "server-only";

export { type Bootstrap, bootstrapOrganization, ensureBootstrap } from "./bootstrap";
