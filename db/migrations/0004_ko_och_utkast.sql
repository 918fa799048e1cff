-- 0004: who stands in the queue, the duplicate check, drafts of half-filled forms.
CREATE TABLE `kopersoner` (
	`id` text PRIMARY KEY NOT NULL,
	`kontakt_id` text NOT NULL,
	`generation` integer NOT NULL,
	`forseglat` blob NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`kontakt_id`) REFERENCES `kontakter`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE UNIQUE INDEX `kopersoner_kontakt_id_unique` ON `kopersoner` (`kontakt_id`);
CREATE TABLE `kosigill` (
	`koperson_id` text NOT NULL,
	`generation` integer NOT NULL,
	`mottagare_id` text NOT NULL,
	`mottagare` text NOT NULL,
	`tillverkare_id` text NOT NULL,
	`tillverkare_generation` integer NOT NULL,
	`age` blob NOT NULL,
	`signatur` blob NOT NULL,
	PRIMARY KEY(`koperson_id`, `mottagare_id`, `generation`),
	FOREIGN KEY (`koperson_id`) REFERENCES `kopersoner`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `dubblettsigill` (
	`generation` integer NOT NULL,
	`mottagare_id` text NOT NULL,
	`mottagare` text NOT NULL,
	`tillverkare_id` text NOT NULL,
	`tillverkare_generation` integer NOT NULL,
	`age` blob NOT NULL,
	`signatur` blob NOT NULL,
	PRIMARY KEY(`mottagare_id`, `generation`)
);
CREATE TABLE `dubbletter` (
	`arende_id` text PRIMARY KEY NOT NULL,
	`avtryck` blob NOT NULL,
	FOREIGN KEY (`arende_id`) REFERENCES `arenden`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE INDEX `dubbletter_avtryck` ON `dubbletter` (`avtryck`);
CREATE TABLE `utkast` (
	`id` text PRIMARY KEY NOT NULL,
	`anvandare_id` text NOT NULL,
	`plats` text NOT NULL,
	`tid` text NOT NULL,
	`mottagare` text NOT NULL,
	`tillverkare_generation` integer NOT NULL,
	`age` blob NOT NULL,
	`signatur` blob NOT NULL,
	`forseglat` blob NOT NULL,
	FOREIGN KEY (`anvandare_id`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE UNIQUE INDEX `utkast_plats` ON `utkast` (`anvandare_id`,`plats`);
