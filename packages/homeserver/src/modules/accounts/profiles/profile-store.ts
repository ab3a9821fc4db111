import type { UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../../storage/index.ts';
import type { PublicProfile } from '../ports.ts';

export interface ProfileChanges {
  readonly name_changed_ms?: number;
  readonly photo_changed_ms?: number;
}

/** Owner of `profile_field`, and of the name and picture in `account`. */
export const profileStore = {
  /** The name and picture of those among these people who have a living account here. */
  async listPublic(db: Db, userIds: readonly UserId[]): Promise<Map<UserId, PublicProfile>> {
    if (userIds.length === 0) return new Map();
    const rows = await db
      .selectFrom('account')
      .select(['user_id', 'display_name', 'avatar_url'])
      .where('user_id', 'in', userIds)
      .where('deactivated_ms', 'is', null)
      .execute();
    return new Map(
      rows.map((row) => [
        // SAFETY: these are among the ids that were asked for.
        row.user_id as UserId,
        { displayName: row.display_name, avatarUrl: row.avatar_url },
      ]),
    );
  },

  /** `changed` is when a name or a picture took the place of another, as far as one did. */
  async setPublic(
    txn: Txn,
    userId: UserId,
    { profile, changed }: { profile: PublicProfile; changed: ProfileChanges },
  ): Promise<void> {
    await txn.db
      .updateTable('account')
      .set({ display_name: profile.displayName, avatar_url: profile.avatarUrl, ...changed })
      .where('user_id', '=', userId)
      .execute();
  },

  /** The other fields, each as the JSON text it was stored with. */
  async listFields(db: Db, userId: UserId): Promise<Map<string, string>> {
    const rows = await db
      .selectFrom('profile_field')
      .select(['name', 'value'])
      .where('user_id', '=', userId)
      .orderBy('name')
      .execute();
    return new Map(rows.map((row) => [row.name, row.value]));
  },

  async setField(txn: Txn, userId: UserId, field: { name: string; value: string }): Promise<void> {
    await txn.db
      .insertInto('profile_field')
      .values({ user_id: userId, name: field.name, value: field.value })
      .onConflict((conflict) =>
        conflict.columns(['user_id', 'name']).doUpdateSet({ value: field.value }),
      )
      .execute();
  },

  async deleteField(txn: Txn, userId: UserId, name: string): Promise<void> {
    await txn.db
      .deleteFrom('profile_field')
      .where('user_id', '=', userId)
      .where('name', '=', name)
      .execute();
  },

  async deleteFields(txn: Txn, userId: UserId): Promise<void> {
    await txn.db.deleteFrom('profile_field').where('user_id', '=', userId).execute();
  },
};
