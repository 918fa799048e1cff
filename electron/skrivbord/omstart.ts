/** So many stops in so short a time (ms) are no longer locks or bad luck, but a program that cannot run. */
const FOR_MANGA = 3
const FOR_TATT = 5000

/** Counts what has ended by itself. @returns whether it is worth starting over once more */
export function omstartsvakt(): (nu: number) => boolean {
  const slut: number[] = []
  return (nu) => {
    slut.push(nu)
    const nyss = slut.slice(-FOR_MANGA)
    return !(nyss.length === FOR_MANGA && nu - (nyss[0] ?? 0) < FOR_TATT)
  }
}

/** What is said when it is not. */
export const KAN_INTE_KORAS = 'Lotsen kunde inte starta. Starta om datorn och försök igen. Om det inte hjälper: installera Lotsen på nytt. Uppgifterna finns kvar, också det som skrivits och inte sparats.'
