import { withApplicationWithoutRole } from './no-scope.ts';
import { Replay } from './replay.ts';
import { scenarios, type Scenario, type Step } from './scenario.ts';
import type { Credentials, Target } from './target.ts';

export { TargetRefused } from './target.ts';

/** A step that was answered in another way than recorded. */
interface Different {
  /** From 1. */
  readonly place: number;
  readonly step: Step;
  /** One line for each difference. */
  readonly lines: readonly string[];
}

/** How one scenario went. */
export interface Played {
  readonly scenario: string;
  readonly steps: number;
  readonly different: readonly Different[];
}

export interface Whole extends Omit<Target, 'noScope'> {
  /** A machine-to-machine application without a role; without one, it is made and deleted again. */
  readonly noScope?: Credentials | undefined;
}

/**
 * Plays every recording against a Logto, which it leaves with the organizations, users and roles of the run
 * (their names carry `run`, a word of letters and digits that no other run has). Tells of each scenario as it ends. Throws
 * TargetRefused where nothing can be played at all.
 */
export async function replayAll(
  whole: Whole,
  run: string,
  tell: (played: Played) => void,
): Promise<Played[]> {
  const target = { ...whole, endpoint: whole.endpoint.replace(/\/+$/, '') };
  const playAll = async (noScope: Credentials) => {
    const all: Played[] = [];
    for (const scenario of scenarios()) {
      const word = `${run}${scenario.name.slice(0, 2)}`;
      const played = await playOne(scenario, new Replay({ ...target, noScope }, word));
      tell(played);
      all.push(played);
    }
    return all;
  };
  return whole.noScope
    ? playAll(whole.noScope)
    : withApplicationWithoutRole(target, `Replay ${run}, without a role`, playAll);
}

async function playOne({ name, steps }: Scenario, replay: Replay): Promise<Played> {
  const different: Different[] = [];
  for (const [at, step] of steps.entries()) {
    const lines = await replay.play(step).catch((error: unknown) => [`no answer: ${String(error)}`]);
    if (lines.length > 0) different.push({ place: at + 1, step, lines });
  }
  return { scenario: name, steps: steps.length, different };
}
