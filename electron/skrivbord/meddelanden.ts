/** What the desktop shell tells the office process. The page's port comes with 'start'. */
export type TillKontor =
  /** avbrott: the office or the window before this one stopped by itself */
  | { slag: 'start'; datamapp: string; avbrott: boolean }
  | { slag: 'svar'; nummer: number; varde: string | null }

/** What the office process asks of the desktop shell: only what needs the computer's own dialogs. */
export type FranKontor =
  | { slag: 'valjMapp'; nummer: number }
  /** Save the page on the screen as tagged PDF; `filnamn` is the proposal in the dialog. */
  | { slag: 'sparaPdf'; nummer: number; filnamn: string }
