-- 0001: the office as first laid: unit, users, staffing, cases, uppdrag, contacts, log.
CREATE TABLE `enhet` (
	`id` integer PRIMARY KEY NOT NULL,
	`kontor` text NOT NULL,
	`namn` text NOT NULL,
	`vardkommun` text NOT NULL,
	`rot` text NOT NULL,
	`aterhamtning` text NOT NULL,
	`skapad` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
CREATE TABLE `installningar` (
	`nyckel` text PRIMARY KEY NOT NULL,
	`varde` text NOT NULL
);
CREATE TABLE `kodposter` (
	`lista` text NOT NULL,
	`kod` text NOT NULL,
	`etikett` text NOT NULL,
	`ordning` integer NOT NULL,
	`giltig_fran` text,
	`giltig_till` text,
	PRIMARY KEY(`lista`, `kod`)
);
CREATE TABLE `kommuner` (
	`id` text PRIMARY KEY NOT NULL,
	`kommun` text NOT NULL,
	`fran` text NOT NULL,
	`till` text,
	`personuppgiftsansvarig` text,
	`version` integer DEFAULT 1 NOT NULL
);
CREATE INDEX `kommuner_kommun` ON `kommuner` (`kommun`);
CREATE TABLE `anvandare` (
	`id` text PRIMARY KEY NOT NULL,
	`anvandarnamn` text NOT NULL,
	`namn` text NOT NULL,
	`roller` text NOT NULL,
	`age_mottagare` text NOT NULL,
	`signeringsnyckel` text NOT NULL,
	`generation` integer NOT NULL,
	`certifikat` text NOT NULL,
	`avstangd` text,
	`maste_byta_losenord` integer DEFAULT false NOT NULL,
	`skapad` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
CREATE UNIQUE INDEX `anvandare_anvandarnamn_unique` ON `anvandare` (`anvandarnamn`);
CREATE TABLE `anstallningar` (
	`id` text PRIMARY KEY NOT NULL,
	`anvandare_id` text NOT NULL,
	`kommun` text NOT NULL,
	`fran` text NOT NULL,
	`till` text,
	`procent` integer NOT NULL,
	`vikarie` integer DEFAULT false NOT NULL,
	`arbetsgivare` text,
	`driftsform` text DEFAULT 'uppgift_saknas' NOT NULL,
	`struken_tid` text,
	`struken_skal` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`anvandare_id`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE INDEX `anstallningar_anvandare` ON `anstallningar` (`anvandare_id`);
CREATE TABLE `franvaro` (
	`id` text PRIMARY KEY NOT NULL,
	`anstallning_id` text NOT NULL,
	`fran` text NOT NULL,
	`till` text,
	`procent` integer NOT NULL,
	`struken_tid` text,
	`struken_skal` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`anstallning_id`) REFERENCES `anstallningar`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE INDEX `franvaro_anstallning` ON `franvaro` (`anstallning_id`);
CREATE TABLE `arenden` (
	`id` text PRIMARY KEY NOT NULL,
	`nummer` text NOT NULL,
	`kon` text DEFAULT 'uppgift_saknas' NOT NULL,
	`fodelsear` integer,
	`ombud_id` text NOT NULL,
	`generation` integer DEFAULT 0 NOT NULL,
	`ny_nyckel` integer DEFAULT false NOT NULL,
	`forseglat` blob,
	`skapad` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`ombud_id`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE UNIQUE INDEX `arenden_nummer_unique` ON `arenden` (`nummer`);
CREATE INDEX `arenden_ombud` ON `arenden` (`ombud_id`);
CREATE TABLE `forstort` (
	`tabell` text NOT NULL,
	`rad` text NOT NULL,
	`tid` text NOT NULL,
	PRIMARY KEY(`tabell`, `rad`)
);
CREATE TABLE `innehav` (
	`id` text PRIMARY KEY NOT NULL,
	`arende_id` text NOT NULL,
	`anvandare_id` text NOT NULL,
	`slag` text NOT NULL,
	`fran` text NOT NULL,
	`till` text,
	FOREIGN KEY (`arende_id`) REFERENCES `arenden`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`anvandare_id`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE INDEX `innehav_arende` ON `innehav` (`arende_id`);
CREATE INDEX `innehav_anvandare` ON `innehav` (`anvandare_id`);
CREATE TABLE `sigill` (
	`arende_id` text NOT NULL,
	`generation` integer NOT NULL,
	`mottagare_id` text NOT NULL,
	`mottagare` text NOT NULL,
	`tillverkare_id` text NOT NULL,
	`tillverkare_generation` integer NOT NULL,
	`age` blob NOT NULL,
	`signatur` blob NOT NULL,
	PRIMARY KEY(`arende_id`, `mottagare_id`, `generation`),
	FOREIGN KEY (`arende_id`) REFERENCES `arenden`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE INDEX `sigill_mottagare` ON `sigill` (`mottagare_id`);
CREATE TABLE `forlangningar` (
	`id` text PRIMARY KEY NOT NULL,
	`uppdrag_id` text NOT NULL,
	`datum` text NOT NULL,
	`tidigare_slut` text,
	`nytt_slut` text NOT NULL,
	`forseglat` blob,
	`struken_tid` text,
	`struken_skal` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`uppdrag_id`) REFERENCES `uppdrag`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE INDEX `forlangningar_uppdrag` ON `forlangningar` (`uppdrag_id`);
CREATE TABLE `kommunbyten` (
	`id` text PRIMARY KEY NOT NULL,
	`uppdrag_id` text NOT NULL,
	`datum` text NOT NULL,
	`kommun` text NOT NULL,
	`struken_tid` text,
	`struken_skal` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`uppdrag_id`) REFERENCES `uppdrag`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE INDEX `kommunbyten_uppdrag` ON `kommunbyten` (`uppdrag_id`);
CREATE TABLE `uppdrag` (
	`id` text PRIMARY KEY NOT NULL,
	`arende_id` text NOT NULL,
	`kommun` text NOT NULL,
	`start` text NOT NULL,
	`planerat_slut` text,
	`slut` text,
	`avslutsorsak` text,
	`avslutad_tid` text,
	`avslutad_av` text,
	`orsaker` text DEFAULT '[]' NOT NULL,
	`livsomraden` text DEFAULT '[]' NOT NULL,
	`forseglat` blob,
	`struken_tid` text,
	`struken_skal` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`arende_id`) REFERENCES `arenden`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`avslutad_av`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "uppdrag_ordning" CHECK(slut IS NULL OR slut >= start),
	CONSTRAINT "uppdrag_avslut" CHECK((slut IS NULL) = (avslutsorsak IS NULL))
);
CREATE INDEX `uppdrag_arende` ON `uppdrag` (`arende_id`,`start`);
CREATE INDEX `uppdrag_slut` ON `uppdrag` (`slut`,`start`);
CREATE INDEX `uppdrag_start` ON `uppdrag` (`start`);
CREATE UNIQUE INDEX `uppdrag_ett_oppet` ON `uppdrag` (`arende_id`) WHERE slut IS NULL AND struken_tid IS NULL;
CREATE TABLE `kontakter` (
	`id` text PRIMARY KEY NOT NULL,
	`datum` text NOT NULL,
	`kommun` text NOT NULL,
	`kontaktvag` text DEFAULT 'uppgift_saknas' NOT NULL,
	`initiativtagare` text DEFAULT 'uppgift_saknas' NOT NULL,
	`utfall` text NOT NULL,
	`kodatum` text,
	`kolamnad` text,
	`ko_slut` text,
	`orsaker` text DEFAULT '[]' NOT NULL,
	`arende_id` text,
	`uppdrag_id` text,
	`registrerad_av` text NOT NULL,
	`struken_tid` text,
	`struken_skal` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`arende_id`) REFERENCES `arenden`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`uppdrag_id`) REFERENCES `uppdrag`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registrerad_av`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE INDEX `kontakter_datum` ON `kontakter` (`datum`);
CREATE INDEX `kontakter_uppdrag` ON `kontakter` (`uppdrag_id`);
CREATE INDEX `kontakter_ko` ON `kontakter` (`ko_slut`,`kodatum`) WHERE kodatum IS NOT NULL;
CREATE INDEX `kontakter_arende` ON `kontakter` (`arende_id`);
CREATE TABLE `logg` (
	`nr` integer PRIMARY KEY NOT NULL,
	`tid` text NOT NULL,
	`anvandare` text NOT NULL,
	`handling` text NOT NULL,
	`objekt` text,
	`orsak_id` text,
	`fore` blob NOT NULL,
	`hash` blob NOT NULL,
	`signatur` blob NOT NULL
);
CREATE INDEX `logg_objekt` ON `logg` (`objekt`);
CREATE INDEX `logg_tid` ON `logg` (`tid`);
CREATE TABLE `logg_orsaker` (
	`id` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL
);
-- The log is append-only: what was done stays done (DESIGN §5).
CREATE TRIGGER `logg_andras_aldrig` BEFORE UPDATE ON `logg` BEGIN SELECT RAISE(ABORT, 'loggen ändras aldrig'); END;
CREATE TRIGGER `logg_tas_aldrig_bort` BEFORE DELETE ON `logg` BEGIN SELECT RAISE(ABORT, 'loggen ändras aldrig'); END;
