import { PRIORITIES, type Priority } from './priority.ts';

export interface Waiting {
  priority: Priority;
  /** Whoever shares a lane waits for each other; lanes take turns. */
  lane: string;
}

/** Who waits for the budget: the more urgent before the others, lanes in turn, and within a lane in order. */
export class WaitingLine<Entry extends Waiting> {
  readonly #lanes: Record<Priority, Map<string, Set<Entry>>> = { people: new Map(), bulk: new Map() };
  readonly #sizes: Record<Priority, number> = { people: 0, bulk: 0 };

  size(priority: Priority): number {
    return this.#sizes[priority];
  }

  laneSize(priority: Priority, lane: string): number {
    return this.#lanes[priority].get(lane)?.size ?? 0;
  }

  add(entry: Entry): void {
    const lanes = this.#lanes[entry.priority];
    const lane = lanes.get(entry.lane) ?? new Set();
    lanes.set(entry.lane, lane.add(entry));
    this.#sizes[entry.priority] += 1;
  }

  delete(entry: Entry): void {
    const lanes = this.#lanes[entry.priority];
    const lane = lanes.get(entry.lane);
    if (!lane?.delete(entry)) return;
    this.#sizes[entry.priority] -= 1;
    if (lane.size === 0) lanes.delete(entry.lane);
  }

  /** @returns the most urgent priority of which somebody waits and that `isOpen` */
  first(isOpen: (priority: Priority) => boolean): Priority | undefined {
    return PRIORITIES.find((priority) => this.#sizes[priority] > 0 && isOpen(priority));
  }

  /** Takes out whose turn it is; the lane goes to the end. */
  next(priority: Priority): Entry | undefined {
    const lanes = this.#lanes[priority];
    for (const [name, lane] of lanes) {
      for (const entry of lane) {
        this.delete(entry);
        if (lane.size > 0) {
          lanes.delete(name);
          lanes.set(name, lane);
        }
        return entry;
      }
    }
    return undefined;
  }
}
