-- 0011: loggkontroll: the recurring check of the log, what it asked about and how that was answered.
CREATE TABLE `loggkontroller` (
	`id` text PRIMARY KEY NOT NULL,
	`fran` text NOT NULL,
	`till` text NOT NULL,
	`borjad` text NOT NULL,
	`av_id` text NOT NULL,
	`huvud_nr` integer NOT NULL,
	`huvud_hash` blob NOT NULL,
	`rader` integer NOT NULL,
	`oppningar` integer NOT NULL,
	`klar` text,
	`ord` text DEFAULT '' NOT NULL,
	`undertecknare_id` text,
	`signatur` blob,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`av_id`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "loggkontroller_klar" CHECK((klar IS NULL) = (signatur IS NULL))
);
CREATE UNIQUE INDEX `loggkontroller_en_oppen` ON `loggkontroller` ("klar" IS NULL) WHERE klar IS NULL;
CREATE TABLE `loggkontrollrader` (
	`id` text PRIMARY KEY NOT NULL,
	`kontroll_id` text NOT NULL,
	`slag` text NOT NULL,
	`nr` integer NOT NULL,
	`tid` text NOT NULL,
	`anvandare` text NOT NULL,
	`objekt` text,
	`antal` integer NOT NULL,
	`bakom` text DEFAULT '[]' NOT NULL,
	`svar` text,
	`ord` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`kontroll_id`) REFERENCES `loggkontroller`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE INDEX `loggkontrollrader_kontroll` ON `loggkontrollrader` (`kontroll_id`,`nr`);
CREATE INDEX `logg_anvandare` ON `logg` (`anvandare`,`nr`);
-- A signed check stays as it was signed.
CREATE TRIGGER `loggkontroll_klar_andras_aldrig` BEFORE UPDATE ON `loggkontroller` WHEN old.klar IS NOT NULL BEGIN SELECT RAISE(ABORT, 'en undertecknad loggkontroll ändras aldrig'); END;
CREATE TRIGGER `loggkontroll_tas_aldrig_bort` BEFORE DELETE ON `loggkontroller` BEGIN SELECT RAISE(ABORT, 'en loggkontroll tas aldrig bort'); END;
CREATE TRIGGER `loggkontrollrad_klar_andras_aldrig` BEFORE UPDATE ON `loggkontrollrader` WHEN (SELECT klar FROM loggkontroller WHERE id = old.kontroll_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'en undertecknad loggkontroll ändras aldrig'); END;
CREATE TRIGGER `loggkontrollrad_tas_aldrig_bort` BEFORE DELETE ON `loggkontrollrader` BEGIN SELECT RAISE(ABORT, 'en loggkontroll tas aldrig bort'); END;
