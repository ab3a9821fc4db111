/** A program that can be measured: anything that speaks Matrix on a port of this machine. */
export interface ServerProgram {
  readonly name: 'sotto' | 'floor';
  /** How to start it, as arguments of this same Node.js. */
  args(place: ServerPlace): readonly string[];
  env(place: ServerPlace): Readonly<Record<string, string>>;
  /** Its database, inside the data folder. */
  readonly databaseFile: string;
}

export interface ServerPlace {
  readonly port: number;
  readonly dataDir: string;
}
