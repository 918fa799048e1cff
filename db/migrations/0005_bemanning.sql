-- 0005: education and handledning of the ombud; the statsbidrag of a year per kommun, and how its costs are shared.
CREATE TABLE `utbildningar` (
	`id` text PRIMARY KEY NOT NULL,
	`slag` text NOT NULL,
	`titel` text NOT NULL,
	`fran` text NOT NULL,
	`till` text NOT NULL,
	`dagar` real,
	`timmar` real,
	`struken_tid` text,
	`struken_skal` text,
	`version` integer DEFAULT 1 NOT NULL
);
CREATE INDEX `utbildningar_till` ON `utbildningar` (`till`);
CREATE TABLE `utbildningsdeltagare` (
	`utbildning_id` text NOT NULL,
	`anvandare_id` text NOT NULL,
	PRIMARY KEY(`utbildning_id`, `anvandare_id`),
	FOREIGN KEY (`utbildning_id`) REFERENCES `utbildningar`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`anvandare_id`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `handledningar` (
	`id` text PRIMARY KEY NOT NULL,
	`form` text NOT NULL,
	`fran` text NOT NULL,
	`till` text NOT NULL,
	`tillfallen` integer NOT NULL,
	`timmar` real,
	`handledare` text,
	`struken_tid` text,
	`struken_skal` text,
	`version` integer DEFAULT 1 NOT NULL
);
CREATE INDEX `handledningar_fran` ON `handledningar` (`fran`);
CREATE TABLE `handledningsdeltagare` (
	`handledning_id` text NOT NULL,
	`anvandare_id` text NOT NULL,
	PRIMARY KEY(`handledning_id`, `anvandare_id`),
	FOREIGN KEY (`handledning_id`) REFERENCES `handledningar`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`anvandare_id`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `bidragsar` (
	`ar` integer PRIMARY KEY NOT NULL,
	`belopp` integer,
	`version` integer DEFAULT 1 NOT NULL
);
CREATE TABLE `bidrag` (
	`id` text PRIMARY KEY NOT NULL,
	`ar` integer NOT NULL,
	`sokande` text NOT NULL,
	`kommun` text NOT NULL,
	`hundradelar` integer,
	`beviljat` integer,
	`utbetalt` integer,
	`anvant` integer,
	`befolkning` integer,
	`andel` integer,
	`version` integer DEFAULT 1 NOT NULL
);
CREATE UNIQUE INDEX `bidrag_kommun` ON `bidrag` (`ar`,`kommun`);
CREATE TABLE `bidragsbeslut` (
	`id` text PRIMARY KEY NOT NULL,
	`ar` integer NOT NULL,
	`sokande` text NOT NULL,
	`datum` text NOT NULL,
	`diarienummer` text,
	`anteckning` text,
	`struken_tid` text,
	`struken_skal` text,
	`version` integer DEFAULT 1 NOT NULL
);
CREATE INDEX `bidragsbeslut_ar` ON `bidragsbeslut` (`ar`);
CREATE TABLE `kostnader` (
	`id` text PRIMARY KEY NOT NULL,
	`ar` integer NOT NULL,
	`sokande` text NOT NULL,
	`slag` text NOT NULL,
	`text` text,
	`kronor` integer NOT NULL,
	`struken_tid` text,
	`struken_skal` text,
	`version` integer DEFAULT 1 NOT NULL
);
CREATE INDEX `kostnader_ar` ON `kostnader` (`ar`);
CREATE TABLE `fordelningar` (
	`ar` integer NOT NULL,
	`sokande` text NOT NULL,
	`nyckel` text NOT NULL,
	`vikta_dagar` integer DEFAULT false NOT NULL,
	`avdrag` text NOT NULL,
	`gemensamt` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`ar`, `sokande`)
);
-- The three new lists of DOMAIN §5, for an office that has its lists already; a new one gets all of them when it is made.
INSERT INTO `kodposter` (`lista`, `kod`, `etikett`, `ordning`)
SELECT ny.* FROM (
	SELECT 'utbildningsslag' AS lista, 'introduktionsutbildning' AS kod, 'Introduktionsutbildning' AS etikett, 0 AS ordning
	UNION ALL SELECT 'utbildningsslag', 'natverkstraff', 'Nätverksträff', 1
	UNION ALL SELECT 'utbildningsslag', 'annan', 'Annan utbildning', 2
	UNION ALL SELECT 'utbildningsslag', 'uppgift_saknas', 'Uppgift saknas', 3
	UNION ALL SELECT 'handledningsform', 'grupp', 'Handledning i grupp', 0
	UNION ALL SELECT 'handledningsform', 'enskild', 'Enskild handledning', 1
	UNION ALL SELECT 'handledningsform', 'extern', 'Extern handledning', 2
	UNION ALL SELECT 'handledningsform', 'uppgift_saknas', 'Uppgift saknas', 3
	UNION ALL SELECT 'kostnadsslag', 'lon', 'Lön och sociala avgifter', 0
	UNION ALL SELECT 'kostnadsslag', 'lokal', 'Lokal', 1
	UNION ALL SELECT 'kostnadsslag', 'resor', 'Resor och bilar', 2
	UNION ALL SELECT 'kostnadsslag', 'utbildning', 'Utbildning och handledning', 3
	UNION ALL SELECT 'kostnadsslag', 'ovrigt', 'Övrigt', 4
	UNION ALL SELECT 'kostnadsslag', 'uppgift_saknas', 'Uppgift saknas', 5
) AS ny
WHERE EXISTS (SELECT 1 FROM `kodposter`);
