-- 0007: brister with their observations and history; the ledningsgrupp with seats, members and meetings.
CREATE TABLE `brister` (
	`id` text PRIMARY KEY NOT NULL,
	`kategori` text NOT NULL,
	`niva` text NOT NULL,
	`aktor` text NOT NULL,
	`kommun` text,
	`vad` text NOT NULL,
	`foljd` text DEFAULT '' NOT NULL,
	`forslag` text DEFAULT '' NOT NULL,
	`inte_namn` text DEFAULT '[]' NOT NULL,
	`registrerad_av` text NOT NULL,
	`registrerad_tid` text NOT NULL,
	`struken_tid` text,
	`struken_skal` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`registrerad_av`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `iakttagelser` (
	`id` text PRIMARY KEY NOT NULL,
	`brist_id` text NOT NULL,
	`datum` text NOT NULL,
	`kommun` text,
	`av_id` text NOT NULL,
	`registrerad_tid` text NOT NULL,
	`struken_tid` text,
	`struken_skal` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`brist_id`) REFERENCES `brister`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`av_id`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE INDEX `iakttagelser_datum` ON `iakttagelser` (`datum`);
CREATE INDEX `iakttagelser_brist` ON `iakttagelser` (`brist_id`,`datum`);
CREATE TABLE `ledningsgrupper` (
	`id` text PRIMARY KEY NOT NULL,
	`namn` text NOT NULL,
	`form` text NOT NULL,
	`enheter` text DEFAULT '' NOT NULL,
	`fran` text NOT NULL,
	`till` text,
	`version` integer DEFAULT 1 NOT NULL
);
CREATE TABLE `ledningsgruppsplatser` (
	`id` text PRIMARY KEY NOT NULL,
	`grupp_id` text NOT NULL,
	`slag` text NOT NULL,
	`kommun` text,
	`organisation` text DEFAULT '' NOT NULL,
	`erbjuden` text,
	`svar` text,
	`svar_datum` text,
	`fran` text NOT NULL,
	`till` text,
	`struken_tid` text,
	`struken_skal` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`grupp_id`) REFERENCES `ledningsgrupper`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE INDEX `ledningsgruppsplatser_grupp` ON `ledningsgruppsplatser` (`grupp_id`);
CREATE TABLE `ledamoter` (
	`id` text PRIMARY KEY NOT NULL,
	`plats_id` text NOT NULL,
	`namn` text NOT NULL,
	`roll` text DEFAULT '' NOT NULL,
	`ersattare` integer DEFAULT false NOT NULL,
	`fran` text NOT NULL,
	`till` text,
	`struken_tid` text,
	`struken_skal` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`plats_id`) REFERENCES `ledningsgruppsplatser`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE INDEX `ledamoter_plats` ON `ledamoter` (`plats_id`);
CREATE TABLE `ledningsgruppsmoten` (
	`id` text PRIMARY KEY NOT NULL,
	`grupp_id` text NOT NULL,
	`datum` text NOT NULL,
	`klockslag` text DEFAULT '' NOT NULL,
	`plats` text DEFAULT '' NOT NULL,
	`dagordning` text DEFAULT '' NOT NULL,
	`anteckningar` text DEFAULT '' NOT NULL,
	`struken_tid` text,
	`struken_skal` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`grupp_id`) REFERENCES `ledningsgrupper`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE INDEX `ledningsgruppsmoten_datum` ON `ledningsgruppsmoten` (`datum`);
CREATE TABLE `motesbrister` (
	`mote_id` text NOT NULL,
	`brist_id` text NOT NULL,
	`status` text,
	`beslut` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`mote_id`, `brist_id`),
	FOREIGN KEY (`mote_id`) REFERENCES `ledningsgruppsmoten`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`brist_id`) REFERENCES `brister`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE INDEX `motesbrister_brist` ON `motesbrister` (`brist_id`);
CREATE TABLE `bristhandelser` (
	`id` text PRIMARY KEY NOT NULL,
	`brist_id` text NOT NULL,
	`datum` text NOT NULL,
	`tid` text NOT NULL,
	`status` text NOT NULL,
	`notering` text DEFAULT '' NOT NULL,
	`mote_id` text,
	`av_id` text NOT NULL,
	FOREIGN KEY (`brist_id`) REFERENCES `brister`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mote_id`) REFERENCES `ledningsgruppsmoten`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`av_id`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE INDEX `bristhandelser_brist` ON `bristhandelser` (`brist_id`,`datum`,`tid`);
CREATE TABLE `bristlasare` (
	`brist_id` text NOT NULL,
	`anvandare_id` text NOT NULL,
	`sedd_tid` text NOT NULL,
	PRIMARY KEY(`anvandare_id`, `brist_id`),
	FOREIGN KEY (`brist_id`) REFERENCES `brister`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`anvandare_id`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);
