-- 0003: handover between ombud: offers, stand-ins, medombud, nödöppning.
CREATE TABLE `nodoppningar` (
	`id` text PRIMARY KEY NOT NULL,
	`tid` text NOT NULL,
	`av_id` text NOT NULL,
	`fran_id` text NOT NULL,
	`till_id` text NOT NULL,
	`skal` text NOT NULL,
	`sedd_fran` text,
	`sedd_till` text,
	FOREIGN KEY (`av_id`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fran_id`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`till_id`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE TABLE `overlamningar` (
	`id` text PRIMARY KEY NOT NULL,
	`arende_id` text NOT NULL,
	`fran_id` text NOT NULL,
	`till_id` text NOT NULL,
	`slag` text NOT NULL,
	`vikariat_till` text,
	`samtycke` integer DEFAULT false NOT NULL,
	`samtycke_datum` text,
	`anteckningar` text DEFAULT '[]' NOT NULL,
	`erbjuden_tid` text NOT NULL,
	`status` text NOT NULL,
	`avgjord_tid` text,
	`avslutad` text,
	`innehav_id` text,
	`nodoppning_id` text,
	`undertecknare_generation` integer NOT NULL,
	`signatur` blob NOT NULL,
	`forseglat` blob,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`arende_id`) REFERENCES `arenden`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fran_id`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`till_id`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`innehav_id`) REFERENCES `innehav`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`nodoppning_id`) REFERENCES `nodoppningar`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "overlamningar_vikariat" CHECK((slag = 'vikariat') = (vikariat_till IS NOT NULL)),
	CONSTRAINT "overlamningar_samtycke" CHECK(samtycke = (samtycke_datum IS NOT NULL))
);
CREATE INDEX `overlamningar_arende` ON `overlamningar` (`arende_id`,`erbjuden_tid`);
CREATE INDEX `overlamningar_till` ON `overlamningar` (`till_id`,`status`);
CREATE INDEX `overlamningar_fran` ON `overlamningar` (`fran_id`,`status`);
CREATE UNIQUE INDEX `overlamningar_ett_oppet` ON `overlamningar` (`arende_id`) WHERE status = 'erbjuden';
