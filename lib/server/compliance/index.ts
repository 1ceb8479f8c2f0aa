import "server-only";

export { exportCompliance } from "./export-compliance";
export { getCompliance } from "./get-compliance";
