-- 0013: the key of the duplicate check is changed when somebody who had it no longer should: a mark says which key it was made with.
ALTER TABLE `dubbletter` ADD `generation` integer DEFAULT 1 NOT NULL;
