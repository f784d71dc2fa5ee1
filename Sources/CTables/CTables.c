#include "CTables.h"

// Each table is embedded as it lies in the folders beside Sources; a test compares the bytes.

static const unsigned char admin_tsv[] = {
#embed "../../Gazetteer/admin.tsv"
};
static const unsigned char aliases_tsv[] = {
#embed "../../Gazetteer/aliases.tsv"
};
static const unsigned char areas_tsv[] = {
#embed "../../Gazetteer/areas.tsv"
};
static const unsigned char parts_tsv[] = {
#embed "../../Gazetteer/parts.tsv"
};
static const unsigned char places_tsv[] = {
#embed "../../Gazetteer/places.tsv"
};
static const unsigned char redirects_tsv[] = {
#embed "../../Gazetteer/redirects.tsv"
};
static const unsigned char roads_tsv[] = {
#embed "../../Gazetteer/roads.tsv"
};
static const unsigned char lexicon_actors_tsv[] = {
#embed "../../Gazetteer/Lexicon/actors.tsv"
};
static const unsigned char lexicon_attributions_tsv[] = {
#embed "../../Gazetteer/Lexicon/attributions.tsv"
};
static const unsigned char lexicon_casualties_tsv[] = {
#embed "../../Gazetteer/Lexicon/casualties.tsv"
};
static const unsigned char lexicon_confidence_tsv[] = {
#embed "../../Gazetteer/Lexicon/confidence.tsv"
};
static const unsigned char lexicon_connectives_tsv[] = {
#embed "../../Gazetteer/Lexicon/connectives.tsv"
};
static const unsigned char lexicon_dates_tsv[] = {
#embed "../../Gazetteer/Lexicon/dates.tsv"
};
static const unsigned char lexicon_discards_tsv[] = {
#embed "../../Gazetteer/Lexicon/discards.tsv"
};
static const unsigned char lexicon_hijri_tsv[] = {
#embed "../../Gazetteer/Lexicon/hijri.tsv"
};
static const unsigned char lexicon_holders_tsv[] = {
#embed "../../Gazetteer/Lexicon/holders.tsv"
};
static const unsigned char lexicon_months_tsv[] = {
#embed "../../Gazetteer/Lexicon/months.tsv"
};
static const unsigned char lexicon_numerals_tsv[] = {
#embed "../../Gazetteer/Lexicon/numerals.tsv"
};
static const unsigned char lexicon_people_tsv[] = {
#embed "../../Gazetteer/Lexicon/people.tsv"
};
static const unsigned char lexicon_quantities_tsv[] = {
#embed "../../Gazetteer/Lexicon/quantities.tsv"
};
static const unsigned char lexicon_roles_tsv[] = {
#embed "../../Gazetteer/Lexicon/roles.tsv"
};
static const unsigned char lexicon_spatial_tsv[] = {
#embed "../../Gazetteer/Lexicon/spatial.tsv"
};
static const unsigned char lexicon_triggers_tsv[] = {
#embed "../../Gazetteer/Lexicon/triggers.tsv"
};
static const unsigned char lexicon_units_tsv[] = {
#embed "../../Gazetteer/Lexicon/units.tsv"
};
static const unsigned char lexicon_weekdays_tsv[] = {
#embed "../../Gazetteer/Lexicon/weekdays.tsv"
};
static const unsigned char regions_areas_geojson[] = {
#embed "../../GeoJSON/Regions/areas.geojson"
};
static const unsigned char regions_districts_geojson[] = {
#embed "../../GeoJSON/Regions/districts.geojson"
};
static const unsigned char regions_governorates_geojson[] = {
#embed "../../GeoJSON/Regions/governorates.geojson"
};
static const unsigned char regions_lines_geojson[] = {
#embed "../../GeoJSON/Regions/lines.geojson"
};

static const struct rasid_table tables[] = {
    {"admin.tsv", admin_tsv, sizeof admin_tsv},
    {"aliases.tsv", aliases_tsv, sizeof aliases_tsv},
    {"areas.tsv", areas_tsv, sizeof areas_tsv},
    {"parts.tsv", parts_tsv, sizeof parts_tsv},
    {"places.tsv", places_tsv, sizeof places_tsv},
    {"redirects.tsv", redirects_tsv, sizeof redirects_tsv},
    {"roads.tsv", roads_tsv, sizeof roads_tsv},
    {"Lexicon/actors.tsv", lexicon_actors_tsv, sizeof lexicon_actors_tsv},
    {"Lexicon/attributions.tsv", lexicon_attributions_tsv, sizeof lexicon_attributions_tsv},
    {"Lexicon/casualties.tsv", lexicon_casualties_tsv, sizeof lexicon_casualties_tsv},
    {"Lexicon/confidence.tsv", lexicon_confidence_tsv, sizeof lexicon_confidence_tsv},
    {"Lexicon/connectives.tsv", lexicon_connectives_tsv, sizeof lexicon_connectives_tsv},
    {"Lexicon/dates.tsv", lexicon_dates_tsv, sizeof lexicon_dates_tsv},
    {"Lexicon/discards.tsv", lexicon_discards_tsv, sizeof lexicon_discards_tsv},
    {"Lexicon/hijri.tsv", lexicon_hijri_tsv, sizeof lexicon_hijri_tsv},
    {"Lexicon/holders.tsv", lexicon_holders_tsv, sizeof lexicon_holders_tsv},
    {"Lexicon/months.tsv", lexicon_months_tsv, sizeof lexicon_months_tsv},
    {"Lexicon/numerals.tsv", lexicon_numerals_tsv, sizeof lexicon_numerals_tsv},
    {"Lexicon/people.tsv", lexicon_people_tsv, sizeof lexicon_people_tsv},
    {"Lexicon/quantities.tsv", lexicon_quantities_tsv, sizeof lexicon_quantities_tsv},
    {"Lexicon/roles.tsv", lexicon_roles_tsv, sizeof lexicon_roles_tsv},
    {"Lexicon/spatial.tsv", lexicon_spatial_tsv, sizeof lexicon_spatial_tsv},
    {"Lexicon/triggers.tsv", lexicon_triggers_tsv, sizeof lexicon_triggers_tsv},
    {"Lexicon/units.tsv", lexicon_units_tsv, sizeof lexicon_units_tsv},
    {"Lexicon/weekdays.tsv", lexicon_weekdays_tsv, sizeof lexicon_weekdays_tsv},
    {"Regions/areas.geojson", regions_areas_geojson, sizeof regions_areas_geojson},
    {"Regions/districts.geojson", regions_districts_geojson, sizeof regions_districts_geojson},
    {"Regions/governorates.geojson", regions_governorates_geojson, sizeof regions_governorates_geojson},
    {"Regions/lines.geojson", regions_lines_geojson, sizeof regions_lines_geojson},
};

size_t rasid_table_count(void) { return sizeof tables / sizeof tables[0]; }

struct rasid_table rasid_table_at(size_t index) {
  size_t last = rasid_table_count() - 1;
  return tables[index < last ? index : last];
}
