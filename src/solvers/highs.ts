import loadRuntime from 'highs';
import type { Highs } from 'highs';
import type { LinearProgramme, Solver } from '../planning';
import { openHighsSession } from './highs-session';
import { integerScale } from './integer-scale';
import { openScaledSession } from './scaled-session';

/** Where the WebAssembly of HiGHS comes from, when it does not stand beside its JavaScript. */
export interface HighsLoading {
  /** Returns the address of an asset, given its file name (`highs.wasm`). */
  readonly locateFile?: (file: string) => string;
  /** The bytes themselves, already fetched. */
  readonly wasmBinary?: ArrayBuffer | ArrayBufferView;
}

/** One instance per process or worker: its memory holds all models, and compiling takes 0.1–0.2 s. */
let loading: Promise<Highs> | null = null;

function forgetRuntime(): void {
  loading = null;
}

/**
 * HiGHS 1.15 (https://highs.dev, MIT; Huangfu & Hall, Math. Prog. Comp. 10, 2018) in WebAssembly: LPs with duals and warm
 * re-solves, and integers. The first call loads and compiles it; `options` of later calls have no effect.
 * A bundle for the browser finds `highs.wasm` by itself; it must declare `node:module`, which only Node reaches, as external.
 */
export async function loadHighs(options: HighsLoading = {}): Promise<Solver> {
  loading ??= loadRuntime({ ...options });
  let highs: Highs;
  try {
    highs = await loading;
  } catch (error) {
    forgetRuntime();
    throw error;
  }
  const open = (lp: LinearProgramme) => openHighsSession(highs, lp, forgetRuntime);
  return {
    name: 'HiGHS',
    version: highs.version.string,
    solvesIntegers: true,
    givesDuals: true,
    open(lp) {
      const scale = integerScale(lp);
      return scale ? openScaledSession(open, lp, scale) : open(lp);
    },
  };
}
