import "server-only";

export { getEntity, listEntities, putEntities, putEntity, removeEntity } from "./operations";
