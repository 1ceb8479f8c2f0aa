import "server-only";
import { listener } from "../db/listener";
import { processWide } from "../process-wide";
import { loadState, readVersion } from "./store";
import type { DecisionState } from "./types";

interface Slot {
  state: DecisionState | null;
  loading: Promise<DecisionState> | null;
  /** The newest version this process has heard of. */
  newest: number;
}

class StateCache {
  private readonly slots = new Map<string, Slot>();

  constructor() {
    listener().on("state", (payload: string) => {
      const [organizationId = "", version = "0"] = payload.split(" ");
      const slot = this.slots.get(organizationId);
      if (slot) slot.newest = Math.max(slot.newest, Number(version));
    });
    // What was announced while nobody listened is unknown: look again.
    listener().on("connected", () => {
      for (const slot of this.slots.values()) slot.newest = Number.POSITIVE_INFINITY;
    });
  }

  /** A state of at least this version. */
  async atLeast(organizationId: string, version: number): Promise<DecisionState> {
    const slot = this.slot(organizationId);
    while (slot.state === null || slot.state.version < version) await this.load(organizationId, slot);
    return slot.state;
  }

  /** The state as it stands now, as far as this process can know without asking; asks when it cannot know. */
  async current(organizationId: string): Promise<DecisionState> {
    const slot = this.slot(organizationId);
    if (listener().connected && slot.newest !== Number.POSITIVE_INFINITY) {
      return this.atLeast(organizationId, slot.newest);
    }
    return this.latest(organizationId);
  }

  /** The state as the database has it, whatever this process has heard. */
  async latest(organizationId: string): Promise<DecisionState> {
    const slot = this.slot(organizationId);
    const version = await readVersion(organizationId);
    if (listener().connected) slot.newest = version;
    return this.atLeast(organizationId, version);
  }

  private load(organizationId: string, slot: Slot): Promise<DecisionState> {
    slot.loading ??= loadState(organizationId, slot.state)
      .then((state) => {
        if (!slot.state || state.version > slot.state.version) slot.state = state;
        if (slot.newest !== Number.POSITIVE_INFINITY) slot.newest = Math.max(slot.newest, state.version);
        return state;
      })
      .finally(() => {
        slot.loading = null;
      });
    return slot.loading;
  }

  private slot(organizationId: string): Slot {
    let slot = this.slots.get(organizationId);
    if (!slot) {
      slot = { state: null, loading: null, newest: Number.POSITIVE_INFINITY };
      this.slots.set(organizationId, slot);
    }
    return slot;
  }
}

const cache = () => processWide("state-cache", () => new StateCache());

/**
 * The state of at least one version; a state once loaded is shared and never changed.
 *
 * @throws AppError not_found when there is no such organization.
 */
export function stateAtLeast(organizationId: string, version: number): Promise<DecisionState> {
  return cache().atLeast(organizationId, version);
}

/** The state as the database has it at this moment: one query more than currentState. */
export function latestState(organizationId: string): Promise<DecisionState> {
  return cache().latest(organizationId);
}

/** The newest state that this process knows of; read from the database when the notifier is cut off. */
export function currentState(organizationId: string): Promise<DecisionState> {
  return cache().current(organizationId);
}
