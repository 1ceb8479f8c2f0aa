/** What the preview of an order may look at for this person. */
export interface OrderRights {
  readonly maySimulate: boolean;
  readonly mayReadAudit: boolean;
}
