import { Api } from './api.ts';
import { Database } from './database.ts';
import { peopleTown, type Town } from './town.ts';

export interface StageOptions {
  readonly root: string;
  readonly postgres?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Where the data of the database are to be. */
  readonly folder?: string;
}

/** Where a drill takes place: a durable database of its own and the built API on it. */
export class Stage {
  readonly root: string;
  readonly database: Database;
  /** The process that votes go to. */
  api: Api;
  private readonly env: Readonly<Record<string, string>>;

  private constructor(root: string, database: Database, env: Readonly<Record<string, string>>, api: Api) {
    this.root = root;
    this.database = database;
    this.env = env;
    this.api = api;
  }

  static async open({ root, postgres, env = {}, folder }: StageOptions): Promise<Stage> {
    const database = await Database.start(root, postgres, folder);
    try {
      return new Stage(root, database, env, await Api.start(root, database.url, env));
    } catch (error) {
      await database.end();
      throw error;
    }
  }

  people(residents: number, plans: number): Promise<Town> {
    return peopleTown(this.database, residents, plans);
  }

  /** Another process of the API on the same database; the drill ends it. */
  startApi(env: Readonly<Record<string, string>> = {}, nodeArgs: readonly string[] = []): Promise<Api> {
    return Api.start(this.root, this.database.url, { ...this.env, ...env }, nodeArgs);
  }

  /** The API again, with other settings than before. */
  async restartApi(
    env: Readonly<Record<string, string>> = {},
    nodeArgs: readonly string[] = [],
  ): Promise<void> {
    await this.api.end();
    this.api = await this.startApi(env, nodeArgs);
  }

  async close(): Promise<void> {
    await this.api.end();
    await this.database.end();
  }
}
