import { create } from 'zustand'

interface Ui {
  /** Names are shown as ärendenummer until someone says otherwise. */
  readonly namnDolda: boolean
  readonly paletten: boolean
  readonly tangenthjalp: boolean
  readonly doljNamn: (dolda: boolean) => void
  readonly visaPaletten: (oppen: boolean) => void
  readonly visaTangenter: (oppen: boolean) => void
}

/** What the window itself remembers, nothing of the office. Emptied on lock with the page. */
export const useUi = create<Ui>((set) => ({
  namnDolda: false,
  paletten: false,
  tangenthjalp: false,
  doljNamn: (namnDolda) => set({ namnDolda }),
  visaPaletten: (paletten) => set({ paletten }),
  visaTangenter: (tangenthjalp) => set({ tangenthjalp }),
}))
