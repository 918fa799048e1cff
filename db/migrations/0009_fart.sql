-- The few contacts without an answer yet, of all that there have been: asked for on every first page.
CREATE INDEX `kontakter_obesvarade` ON `kontakter` (`registrerad_av`,`datum`) WHERE struken_tid IS NULL AND utfall IN ('annu_inte_avgjort', 'i_ko');
