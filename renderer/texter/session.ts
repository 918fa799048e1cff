/** Texts of the login and of what stands in its place. */
export const session = {
  loggaIn: 'Logga in',
  titel: 'Logga in',
  anvandarnamn: 'Användarnamn',
  losenord: 'Lösenord',
  skrivAnvandarnamn: 'Skriv ditt användarnamn.',
  skrivLosenord: 'Skriv ditt lösenord.',
  aterstall: 'Återställ säkerhetskopia',

  bytLosenord: 'Välj ett eget lösenord',
  bytLosenordText: 'Lösenordet du loggade in med är satt av någon annan. Välj ett som bara du känner till, med minst 12 tecken.',
  nuvarande: 'Nuvarande lösenord',
  nytt: 'Nytt lösenord',
  nyttIgen: 'Nytt lösenord igen',
  olika: 'Skriv samma nya lösenord två gånger.',
  spara: 'Spara lösenordet',
  kortLosenord: 'Lösenordet behöver minst 12 tecken.',

  utanSession: 'Sidan är stängd',
  utanSessionText: 'Öppna den adress som Lotsen senast skrev ut. Adressen gäller en gång och bara på den här datorn.',
  avbrott: 'Lotsen stannade och har startat om. Det du skrev och inte hann spara kommer tillbaka när du har loggat in.',
  bruten: 'Lotsen svarar inte',
  brutenText: 'Stäng Lotsen och starta igen. Det du hade sparat finns kvar.',
} as const
