/** The part of V8's profile format that is read here. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    /** Whom it called. */
    readonly children?: readonly number[];
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
    };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

export interface SelfTime {
  /** The function and its place, or the place alone. */
  readonly name: string;
  readonly ms: number;
  /** Of the time that was not idle. */
  readonly share: number;
}

const IDLE = '(idle)';

/** Where a program spent its time, the most expensive function first. */
export function listSelfTimes(profile: CpuProfile): readonly SelfTime[] {
  return sum(profile, ({ functionName, url, lineNumber }) => {
    const place = placeOf(url);
    const name = functionName === '' ? '(anonymous)' : functionName;
    return place === '' ? name : `${name}  ${place}:${lineNumber + 1}`;
  });
}

/** The same by file. */
export function listFileTimes(profile: CpuProfile): readonly SelfTime[] {
  return sum(profile, ({ functionName, url }) => placeOf(url) || functionName);
}

/** The part of the busy time spent in files of this folder, and in whatever they called. */
export function shareOf(profile: CpuProfile, folder: string): number {
  const within = new Set<number>();
  for (const { id, children = [], callFrame } of profile.nodes) {
    // V8 lists callers before whom they call.
    if (placeOf(callFrame.url).includes(folder)) within.add(id);
    if (within.has(id)) for (const child of children) within.add(child);
  }
  const idle = new Set(
    profile.nodes.flatMap(({ id, callFrame }) => (callFrame.functionName === IDLE ? [id] : [])),
  );
  let [busy, inside] = [0, 0];
  for (const [index, id] of profile.samples.entries()) {
    const time = profile.timeDeltas[index] ?? 0;
    if (idle.has(id)) continue;
    busy += time;
    if (within.has(id)) inside += time;
  }
  return busy === 0 ? 0 : inside / busy;
}

type CallFrame = CpuProfile['nodes'][number]['callFrame'];

function sum(profile: CpuProfile, nameOf: (frame: CallFrame) => string): readonly SelfTime[] {
  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const msByName = new Map<string, number>();
  let busyMs = 0;
  for (const [index, id] of profile.samples.entries()) {
    const name = names.get(id) ?? '(unknown)';
    if (name === IDLE) continue;
    const ms = (profile.timeDeltas[index] ?? 0) / 1000;
    busyMs += ms;
    msByName.set(name, (msByName.get(name) ?? 0) + ms);
  }
  return [...msByName]
    .map(([name, ms]) => ({ name, ms, share: ms / busyMs }))
    .toSorted((left, right) => right.ms - left.ms);
}

/** A path from the repository or the package on; what stands before it differs by machine. */
function placeOf(url: string): string {
  const path = url.replace(/^file:\/\//, '');
  const [, inPackage] = /.*\/node_modules\/(.+)$/.exec(path) ?? [];
  const [, inRepository] = /.*\/((?:packages|apps|bench)\/.+)$/.exec(path) ?? [];
  return inPackage ?? inRepository ?? path;
}
