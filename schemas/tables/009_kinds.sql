-- What an organization of the catalogue does and where it sits, so that figures can be counted by trade and by country.
ALTER TABLE entities ADD COLUMN kind VARCHAR;
ALTER TABLE entities ADD COLUMN country VARCHAR;
ALTER TABLE entities ADD COLUMN city VARCHAR;
ALTER TABLE entities ADD COLUMN stage VARCHAR;
COMMENT ON COLUMN entities.kind IS 'What the press first calls an organization: lab, chips, cloud, power, fund, regulator …; null of all else';
COMMENT ON COLUMN entities.country IS 'Country of its seat, ISO 3166 in small letters; eu of the bodies of the European Union';
COMMENT ON COLUMN entities.city IS 'City of its seat, as the English press writes it';
COMMENT ON COLUMN entities.stage IS 'startup or established, where the press would agree';
