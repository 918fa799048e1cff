-- 0002: the client's path: follow-ups, commitments, notes, consents, a dignified end.
CREATE TABLE `anteckningar` (
	`id` text PRIMARY KEY NOT NULL,
	`arende_id` text NOT NULL,
	`uppdrag_id` text NOT NULL,
	`tid` text NOT NULL,
	`forseglat` blob,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`arende_id`) REFERENCES `arenden`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`uppdrag_id`) REFERENCES `uppdrag`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE INDEX `anteckningar_arende` ON `anteckningar` (`arende_id`);
CREATE TABLE `ataganden` (
	`id` text PRIMARY KEY NOT NULL,
	`arende_id` text NOT NULL,
	`uppdrag_id` text NOT NULL,
	`vem` text NOT NULL,
	`aktor` text,
	`senast` text,
	`status` text DEFAULT 'oppet' NOT NULL,
	`status_datum` text,
	`forseglat` blob,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`arende_id`) REFERENCES `arenden`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`uppdrag_id`) REFERENCES `uppdrag`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE INDEX `ataganden_arende` ON `ataganden` (`arende_id`);
CREATE TABLE `orosguider` (
	`id` text PRIMARY KEY NOT NULL,
	`arende_id` text NOT NULL,
	`datum` text NOT NULL,
	`anvandare_id` text NOT NULL,
	FOREIGN KEY (`arende_id`) REFERENCES `arenden`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`anvandare_id`) REFERENCES `anvandare`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE INDEX `orosguider_arende` ON `orosguider` (`arende_id`);
CREATE TABLE `uppfoljningar` (
	`id` text PRIMARY KEY NOT NULL,
	`uppdrag_id` text NOT NULL,
	`planerad` text NOT NULL,
	`gjord` text,
	`resultat` text,
	`forseglat` blob,
	`struken_tid` text,
	`struken_skal` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`uppdrag_id`) REFERENCES `uppdrag`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE INDEX `uppfoljningar_uppdrag` ON `uppfoljningar` (`uppdrag_id`);
CREATE TABLE `samtycken` (
	`id` text PRIMARY KEY NOT NULL,
	`arende_id` text NOT NULL,
	`aktor` text NOT NULL,
	`fran` text NOT NULL,
	`till` text,
	`aterkallat` text,
	`forseglat` blob,
	`struken_tid` text,
	`struken_skal` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`arende_id`) REFERENCES `arenden`(`id`) ON UPDATE no action ON DELETE no action
);
CREATE INDEX `samtycken_arende` ON `samtycken` (`arende_id`);
ALTER TABLE `uppdrag` ADD `prioritet` text;
ALTER TABLE `uppdrag` ADD `realistiskt` integer;
ALTER TABLE `uppdrag` ADD `aktorer` text DEFAULT '[]' NOT NULL;
ALTER TABLE `uppdrag` ADD `lotsad_till` text;
ALTER TABLE `uppdrag` ADD `malutfall` text DEFAULT '[]' NOT NULL;
ALTER TABLE `uppdrag` ADD `anteckningarna` text;
ALTER TABLE `kontakter` ADD `hanvisad_till` text;
ALTER TABLE `kontakter` ADD `hanvisning_uppfoljd` text;
ALTER TABLE `kontakter` ADD `ko_paminnelse` text;INSERT INTO `kodposter` (`lista`, `kod`, `etikett`, `ordning`) SELECT 'prioritet', kod, etikett, ordning FROM (
	SELECT 'fortur' AS kod, 'Förtur' AS etikett, 0 AS ordning
	UNION ALL SELECT 'ordinarie', 'Ordinarie', 1
	UNION ALL SELECT 'kan_vanta', 'Kan vänta', 2
	UNION ALL SELECT 'uppgift_saknas', 'Uppgift saknas', 3
) WHERE EXISTS (SELECT 1 FROM `enhet`);
