-- 0010: earlier certificates, nyckelblad that replace one another, changes of the database key that wait, marks read from the log.
CREATE TABLE `intyg` (
	`anvandare_id` text NOT NULL,
	`rot` text NOT NULL,
	`generation` integer NOT NULL,
	`anvandarnamn` text NOT NULL,
	`namn` text NOT NULL,
	`roller` text NOT NULL,
	`age_mottagare` text NOT NULL,
	`signeringsnyckel` text NOT NULL,
	`certifikat` text NOT NULL,
	PRIMARY KEY(`anvandare_id`, `rot`, `generation`),
	FOREIGN KEY (`anvandare_id`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `nyckelblad` (
	`rot` text PRIMARY KEY NOT NULL,
	`mottagare` text NOT NULL,
	`forra_rot` text NOT NULL,
	`forra_mottagare` text NOT NULL,
	`tid` text NOT NULL,
	`av_id` text NOT NULL,
	`av_signatur` blob NOT NULL,
	`med_id` text NOT NULL,
	`med_signatur` blob NOT NULL,
	`rot_signatur` blob NOT NULL,
	`klart` text
);
CREATE TABLE `bladbekraftelser` (
	`anvandare_id` text NOT NULL,
	`rot` text NOT NULL,
	`tid` text NOT NULL,
	PRIMARY KEY(`anvandare_id`, `rot`),
	FOREIGN KEY (`anvandare_id`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `nyckelbyten` (
	`id` text PRIMARY KEY NOT NULL,
	`tid` text NOT NULL,
	`skal` text NOT NULL,
	`gjord` text
);
CREATE INDEX `logg_nyckel_begard` ON `logg` (`objekt`,`nr`) WHERE handling = 'arende.nyckel_begard';
