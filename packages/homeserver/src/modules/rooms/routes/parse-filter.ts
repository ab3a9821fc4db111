import { refuse } from '../errors.ts';
import type { EventFilter } from '../event-filter.ts';

/** The filter a query carries as JSON text. */
export function parseFilter(text: string | undefined): EventFilter {
  if (text === undefined) return {};
  let filter: unknown;
  try {
    filter = JSON.parse(text);
  } catch {
    throw refuse('filter_invalid', 'The filter is not valid JSON.');
  }
  if (!isEventFilter(filter))
    throw refuse('filter_invalid', 'The filter is not in the expected form.');
  return filter;
}

const LISTS = ['types', 'not_types', 'senders', 'not_senders'];
const FLAGS = ['contains_url', 'lazy_load_members', 'include_redundant_members'];
const LIST_MAX = 200;

function isEventFilter(value: unknown): value is EventFilter {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return (
    LISTS.every((name) => isTexts(fields.get(name))) &&
    FLAGS.every((name) => isFlag(fields.get(name)))
  );
}

function isTexts(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return (
    Array.isArray(value) &&
    value.length <= LIST_MAX &&
    value.every((entry) => typeof entry === 'string')
  );
}

function isFlag(value: unknown): boolean {
  return value === undefined || typeof value === 'boolean';
}
