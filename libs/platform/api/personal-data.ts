import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What one room keeps of a person: it can hand it over, and it can forget it. */
export interface PersonalDataRoom {
  /** Names the part in the download, such as `votes`. */
  readonly name: string;
  /** Everything that the room keeps of the account, as plain data in the words of the API. */
  collect(em: EntityManager, accountId: string): Promise<unknown>;
  /** Forgets the person within the transaction; what is counted stays counted. */
  erase(em: EntityManager, accountId: string, at: Date): Promise<void>;
}

/**
 * Where the rooms say what they keep of people. The accounts room downloads and erases through it, so that it need not
 * know the rooms that stand on it; a room joins in its module's `onModuleInit`.
 */
@Injectable()
export class PersonalData {
  private readonly joined: PersonalDataRoom[] = [];

  join(room: PersonalDataRoom): void {
    this.joined.push(room);
  }

  get rooms(): readonly PersonalDataRoom[] {
    return this.joined;
  }
}
