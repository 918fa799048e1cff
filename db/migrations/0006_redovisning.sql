-- 0006: årets redovisning and ansökan: forms as data, what is filled in, corrections, what was fixed and handed in.
CREATE TABLE `blanketter` (
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`slag` text NOT NULL,
	`namn` text NOT NULL,
	`innehall` text NOT NULL,
	`tid` text NOT NULL,
	`av` text NOT NULL,
	PRIMARY KEY(`id`, `version`),
	FOREIGN KEY (`av`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `handlingar` (
	`id` text PRIMARY KEY NOT NULL,
	`slag` text NOT NULL,
	`ar` integer NOT NULL,
	`sokande` text NOT NULL,
	`kommuner` text DEFAULT '[]' NOT NULL,
	`blankett_id` text NOT NULL,
	`blankett_version` integer NOT NULL,
	`status` text DEFAULT 'utkast' NOT NULL,
	`kedja` text NOT NULL,
	`nr` integer DEFAULT 1 NOT NULL,
	`skal` text,
	`maskera` integer NOT NULL,
	`kon_och_alder` integer NOT NULL,
	`skapad` text NOT NULL,
	`skapad_av` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`skapad_av`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "handlingar_status" CHECK(status IN ('utkast', 'faststalld', 'inlamnad'))
);

CREATE INDEX `handlingar_ar` ON `handlingar` (`slag`,`ar`);
CREATE UNIQUE INDEX `handlingar_nr` ON `handlingar` (`kedja`,`nr`);
CREATE UNIQUE INDEX `handlingar_ett_utkast` ON `handlingar` (`kedja`) WHERE status = 'utkast';
CREATE TABLE `faltvarden` (
	`handling_id` text NOT NULL,
	`falt` text NOT NULL,
	`varde` text,
	`forifyllt` integer DEFAULT false NOT NULL,
	`tid` text NOT NULL,
	`av` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`handling_id`, `falt`),
	FOREIGN KEY (`handling_id`) REFERENCES `handlingar`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`av`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `rattelser` (
	`id` text PRIMARY KEY NOT NULL,
	`handling_id` text NOT NULL,
	`figur` text NOT NULL,
	`raknat` text,
	`rattat` text NOT NULL,
	`skal` text NOT NULL,
	`tid` text NOT NULL,
	`av` text NOT NULL,
	`angrad_tid` text,
	`angrad_av` text,
	FOREIGN KEY (`handling_id`) REFERENCES `handlingar`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`av`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`angrad_av`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE INDEX `rattelser_handling` ON `rattelser` (`handling_id`);
CREATE UNIQUE INDEX `rattelser_en` ON `rattelser` (`handling_id`,`figur`) WHERE angrad_tid IS NULL;
CREATE TABLE `faltbockar` (
	`handling_id` text NOT NULL,
	`falt` text NOT NULL,
	`tid` text NOT NULL,
	`av` text NOT NULL,
	PRIMARY KEY(`handling_id`, `falt`),
	FOREIGN KEY (`handling_id`) REFERENCES `handlingar`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`av`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `faststallda` (
	`handling_id` text PRIMARY KEY NOT NULL,
	`innehall` text NOT NULL,
	`hash` text NOT NULL,
	`tid` text NOT NULL,
	`av` text NOT NULL,
	FOREIGN KEY (`handling_id`) REFERENCES `handlingar`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`av`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `faststallda_bakom` (
	`handling_id` text PRIMARY KEY NOT NULL,
	`innehall` text NOT NULL,
	FOREIGN KEY (`handling_id`) REFERENCES `faststallda`(`handling_id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `inlamningar` (
	`id` text PRIMARY KEY NOT NULL,
	`handling_id` text NOT NULL,
	`nr` integer NOT NULL,
	`datum` text NOT NULL,
	`av` text NOT NULL,
	`diarienummer` text DEFAULT '' NOT NULL,
	`kvittens` text DEFAULT '' NOT NULL,
	`skal` text,
	`tid` text NOT NULL,
	`noterad_av` text NOT NULL,
	FOREIGN KEY (`handling_id`) REFERENCES `handlingar`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`noterad_av`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);

CREATE UNIQUE INDEX `inlamningar_nr` ON `inlamningar` (`handling_id`,`nr`);
CREATE TABLE `kontrollpaminnelser` (
	`handling_id` text NOT NULL,
	`kod` text NOT NULL,
	`ombud_id` text NOT NULL,
	`tid` text NOT NULL,
	`av` text NOT NULL,
	PRIMARY KEY(`handling_id`, `kod`, `ombud_id`),
	FOREIGN KEY (`handling_id`) REFERENCES `handlingar`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ombud_id`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`av`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);
-- A form that has been saved is never changed: a change is the next version.
CREATE TRIGGER `blanketter_andras_inte` BEFORE UPDATE ON `blanketter` BEGIN SELECT RAISE(ABORT, 'blanketter is append-only'); END;
CREATE TRIGGER `blanketter_tas_inte_bort` BEFORE DELETE ON `blanketter` BEGIN SELECT RAISE(ABORT, 'blanketter is append-only'); END;
-- What has been fixed stays as it was: only faststalld becomes inlamnad, and the row's own version counts on.
CREATE TRIGGER `handlingar_fast` BEFORE UPDATE ON `handlingar`
WHEN OLD.status <> 'utkast' AND (
	NEW.id IS NOT OLD.id OR NEW.slag IS NOT OLD.slag OR NEW.ar IS NOT OLD.ar OR NEW.sokande IS NOT OLD.sokande OR NEW.kommuner IS NOT OLD.kommuner
	OR NEW.blankett_id IS NOT OLD.blankett_id OR NEW.blankett_version IS NOT OLD.blankett_version OR NEW.kedja IS NOT OLD.kedja OR NEW.nr IS NOT OLD.nr
	OR NEW.skal IS NOT OLD.skal OR NEW.maskera IS NOT OLD.maskera OR NEW.kon_och_alder IS NOT OLD.kon_och_alder OR NEW.skapad IS NOT OLD.skapad
	OR NEW.skapad_av IS NOT OLD.skapad_av OR (NEW.status <> OLD.status AND NOT (OLD.status = 'faststalld' AND NEW.status = 'inlamnad'))
)
BEGIN SELECT RAISE(ABORT, 'the handling is fixed'); END;
CREATE TRIGGER `handlingar_fast_bort` BEFORE DELETE ON `handlingar` WHEN OLD.status <> 'utkast' BEGIN SELECT RAISE(ABORT, 'the handling is fixed'); END;
CREATE TRIGGER `faltvarden_fast_nytt` BEFORE INSERT ON `faltvarden` WHEN (SELECT status FROM handlingar WHERE id = NEW.handling_id) IS NOT 'utkast' BEGIN SELECT RAISE(ABORT, 'the handling is fixed'); END;
CREATE TRIGGER `faltvarden_fast_andrat` BEFORE UPDATE ON `faltvarden` WHEN (SELECT status FROM handlingar WHERE id = OLD.handling_id) IS NOT 'utkast' OR (SELECT status FROM handlingar WHERE id = NEW.handling_id) IS NOT 'utkast' BEGIN SELECT RAISE(ABORT, 'the handling is fixed'); END;
CREATE TRIGGER `faltvarden_fast_bort` BEFORE DELETE ON `faltvarden` WHEN (SELECT status FROM handlingar WHERE id = OLD.handling_id) IS NOT 'utkast' BEGIN SELECT RAISE(ABORT, 'the handling is fixed'); END;
CREATE TRIGGER `rattelser_fast_nytt` BEFORE INSERT ON `rattelser` WHEN (SELECT status FROM handlingar WHERE id = NEW.handling_id) IS NOT 'utkast' BEGIN SELECT RAISE(ABORT, 'the handling is fixed'); END;
CREATE TRIGGER `rattelser_fast_andrat` BEFORE UPDATE ON `rattelser` WHEN (SELECT status FROM handlingar WHERE id = OLD.handling_id) IS NOT 'utkast' OR (SELECT status FROM handlingar WHERE id = NEW.handling_id) IS NOT 'utkast' BEGIN SELECT RAISE(ABORT, 'the handling is fixed'); END;
CREATE TRIGGER `rattelser_fast_bort` BEFORE DELETE ON `rattelser` WHEN (SELECT status FROM handlingar WHERE id = OLD.handling_id) IS NOT 'utkast' BEGIN SELECT RAISE(ABORT, 'the handling is fixed'); END;
CREATE TRIGGER `faststallda_andras_inte` BEFORE UPDATE ON `faststallda` BEGIN SELECT RAISE(ABORT, 'the handling is fixed'); END;
CREATE TRIGGER `faststallda_tas_inte_bort` BEFORE DELETE ON `faststallda` BEGIN SELECT RAISE(ABORT, 'the handling is fixed'); END;
-- The numbers behind may be taken away by gallring, never exchanged: their hash is part of what was fixed.
CREATE TRIGGER `faststallda_bakom_andras_inte` BEFORE UPDATE ON `faststallda_bakom` BEGIN SELECT RAISE(ABORT, 'the handling is fixed'); END;
CREATE TRIGGER `inlamningar_andras_inte` BEFORE UPDATE ON `inlamningar` BEGIN SELECT RAISE(ABORT, 'inlamningar is append-only'); END;
CREATE TRIGGER `inlamningar_tas_inte_bort` BEFORE DELETE ON `inlamningar` BEGIN SELECT RAISE(ABORT, 'inlamningar is append-only'); END;
