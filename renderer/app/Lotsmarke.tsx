/** Lotsen's mark: the drop of a sea mark. */
export function Lotsmarke() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" aria-hidden>
      <path d="M12 22.5 5.4 16a8.6 8.6 0 1 1 13.2 0Z" />
    </svg>
  )
}
