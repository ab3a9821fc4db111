import { Search, X } from 'lucide-react';
import type { ComponentProps } from 'react';
import { IconButton } from '../actions/icon-button.tsx';
import { classes } from '../hooks/classes.ts';

export interface SearchFieldProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange'> {
  readonly label: string;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  /** After the text is cleared by its button or by Escape. */
  readonly onClear?: () => void;
}

/** Narrows what is listed below it. Escape clears first, and only then means "back". */
export function SearchField({
  label,
  value,
  onValueChange,
  onClear,
  className,
  onKeyDown,
  ...rest
}: SearchFieldProps) {
  function clear(): void {
    onValueChange('');
    onClear?.();
  }
  return (
    <div
      className={classes(
        'flex min-h-10 items-center gap-2 rounded-full bg-sunken ps-3 pe-1 text-quiet pointer-coarse:min-h-11',
        'inset-ring inset-ring-line focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-accent',
        className,
      )}
    >
      <Search className="size-4.5" />
      <input
        placeholder={label}
        {...rest}
        type="search"
        aria-label={label}
        autoComplete="off"
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.preventDefault();
            event.stopPropagation();
            clear();
          }
          onKeyDown?.(event);
        }}
        className="min-w-0 flex-1 self-stretch bg-transparent text-field text-text outline-none [&::-webkit-search-cancel-button]:hidden"
      />
      {value !== '' && (
        <IconButton
          label="Clear search"
          icon={<X className="size-4" />}
          size="small"
          tooltip={false}
          onClick={clear}
        />
      )}
    </div>
  );
}
