export { Button, type ButtonProps } from './actions/button.tsx';
export {
  buttonClasses,
  type ButtonLook,
  type ButtonSize,
  type ButtonVariant,
} from './actions/button-classes.ts';
export { IconButton, type IconButtonProps } from './actions/icon-button.tsx';
export { Kbd } from './actions/kbd.tsx';
export { shortcutText } from './actions/shortcut-text.ts';
export { Banner, type BannerProps } from './feedback/banner.tsx';
export { EmptyState, type EmptyStateProps } from './feedback/empty-state.tsx';
export { FailedLine, type FailedLineProps } from './feedback/failed-line.tsx';
export { FailedState, type FailedStateProps } from './feedback/failed-state.tsx';
export { Skeleton } from './feedback/skeleton.tsx';
export { Spinner, type SpinnerProps } from './feedback/spinner.tsx';
export { ToastProvider, useToast } from './feedback/toast.tsx';
export type { Toaster, ToastMessage } from './feedback/toast-message.ts';
export { Checkbox, type CheckboxProps } from './forms/checkbox.tsx';
export { PasswordField } from './forms/password-field.tsx';
export { PhotoField, type PhotoFieldProps } from './forms/photo-field.tsx';
export { RadioList, type RadioChoice, type RadioListProps } from './forms/radio-list.tsx';
export { SearchField, type SearchFieldProps } from './forms/search-field.tsx';
export { Segmented, type SegmentedOption, type SegmentedProps } from './forms/segmented.tsx';
export { Select, type SelectOption, type SelectProps } from './forms/select.tsx';
export { Slider, type SliderProps } from './forms/slider.tsx';
export { Switch, type SwitchProps } from './forms/switch.tsx';
export { TextArea, type TextAreaProps } from './forms/text-area.tsx';
export { TextField, type TextFieldProps } from './forms/text-field.tsx';
export { classes } from './hooks/classes.ts';
export { useLoaded, type Loaded } from './hooks/use-loaded.ts';
export { useMediaQuery, usePointerIsCoarse } from './hooks/use-media-query.ts';
export { useObservable, type ObservableLike } from './hooks/use-observable.ts';
export { ConfirmDialog, type ConfirmDialogProps } from './overlays/confirm-dialog.tsx';
export { ContextMenu, type ContextMenuProps } from './overlays/context-menu.tsx';
export { Dialog, type DialogProps } from './overlays/dialog.tsx';
export { FormDialog, type FormDialogProps } from './overlays/form-dialog.tsx';
export { Menu, type MenuProps } from './overlays/menu.tsx';
export type { MenuItem } from './overlays/menu-items.tsx';
export { OnceWanted, type OnceWantedProps } from './overlays/once-wanted.tsx';
export { Overlay, type OverlayProps } from './overlays/overlay.tsx';
export { Popover, type PopoverProps } from './overlays/popover.tsx';
export { Tooltip, type TooltipProps } from './overlays/tooltip.tsx';
export { UiProvider } from './overlays/ui-provider.tsx';
export { Avatar, type AvatarProps } from './people/avatar.tsx';
export { initials } from './people/initials.ts';
export { personColour, type PersonColour } from './people/person-colour.ts';
