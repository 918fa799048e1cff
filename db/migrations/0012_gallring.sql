-- 0012: gallring: the rules by the local decisions, what was destroyed by them, and who must not be.
CREATE TABLE `gallringsregler` (
	`slag` text PRIMARY KEY NOT NULL,
	`manader` integer NOT NULL,
	`referens` text NOT NULL,
	`beslutad` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
CREATE TABLE `gallringar` (
	`id` text PRIMARY KEY NOT NULL,
	`tid` text NOT NULL,
	`av_id` text NOT NULL,
	`regler` text DEFAULT '[]' NOT NULL,
	`rader` text DEFAULT '[]' NOT NULL,
	`arenden` text DEFAULT '[]' NOT NULL,
	`undantagna` integer NOT NULL,
	`vantar_svar` integer NOT NULL,
	`kopior` text DEFAULT '[]' NOT NULL,
	`borta` text,
	FOREIGN KEY (`av_id`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);
ALTER TABLE `arenden` ADD `aldersgrupp` text;
ALTER TABLE `arenden` ADD `gallrad` text;
ALTER TABLE `arenden` ADD `gallringsundantag` integer;
-- What a gallring destroyed and by which decision is not changed afterwards, but for the day the remnants were gone.
CREATE TRIGGER `gallring_andras_aldrig` BEFORE UPDATE ON `gallringar` WHEN old.borta IS NOT NULL OR new.arenden IS NOT old.arenden OR new.regler IS NOT old.regler OR new.rader IS NOT old.rader OR new.tid IS NOT old.tid BEGIN SELECT RAISE(ABORT, 'ett gallringsprotokoll ändras aldrig'); END;
CREATE TRIGGER `gallring_tas_aldrig_bort` BEFORE DELETE ON `gallringar` BEGIN SELECT RAISE(ABORT, 'ett gallringsprotokoll tas aldrig bort'); END;
