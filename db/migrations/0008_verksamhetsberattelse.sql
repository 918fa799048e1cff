-- 0008: the unit's own story of a year.
CREATE TABLE `verksamhetsberattelser` (
	`ar` integer PRIMARY KEY NOT NULL,
	`kapitel` text NOT NULL,
	`tid` text NOT NULL,
	`av_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`av_id`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);
