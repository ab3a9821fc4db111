import { refusalsOf } from '@sotto/kit';

/** Why the program does not start or a command is not carried out. */
export type ServerRefusal =
  | 'config_invalid'
  | 'command_unknown'
  | 'name_missing'
  | 'word_missing'
  | 'data_dir_unusable'
  | 'data_dir_in_use'
  | 'server_name_changed'
  | 'secret_exposed'
  | 'secret_malformed'
  | 'signing_key_weak'
  | 'database_unusable'
  | 'address_in_use'
  | 'address_unusable'
  | 'password_unreadable';

export const refuse = refusalsOf<ServerRefusal>();
