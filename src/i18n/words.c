/* The words in which people write times; see formats.h. */
#include "i18n/formats.h"

const struct time_words time_words[TIME_LANGUAGES] = {
	{
		.tag = "en",
		.months = {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                   "november", "december"},
		.seasons = {"spring", "summer", "autumn fall", "winter"},
		.quarter = "q quarter",
		.ordinals = {"first", "second", "third", "fourth"},
		.about = "about around approximately approx circa c",
		.fillers = "in of the year st nd rd th",
	},
	{
		.tag = "sv",
		.months = {"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
                   "november", "december"},
		.seasons = {"vår våren", "sommar sommaren", "höst hösten", "vinter vintern"},
		.quarter = "q kvartal kvartalet",
		.ordinals = {"första", "andra", "tredje", "fjärde"},
		.about = "cirka ca omkring ungefär kring",
		.fillers = "i år den",
	},
	{
		.tag = "nb",
		.months = {"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
                   "november", "desember"},
		.seasons = {"vår våren", "sommer sommeren", "høst høsten", "vinter vinteren"},
		.quarter = "q kvartal kvartalet",
		.ordinals = {"første", "andre", "tredje", "fjerde"},
		.about = "ca cirka omkring omtrent rundt",
		.fillers = "i år den",
	},
	{
		.tag = "fi",
		.months = {"tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu", "heinäkuu", "elokuu",
                   "syyskuu", "lokakuu", "marraskuu", "joulukuu"},
		.inflected = true,
		.seasons = {"kevät kevään keväällä", "kesä kesän kesällä", "syksy syksyn syksyllä", "talvi talven talvella"},
		.quarter = "q neljännes vuosineljännes kvartaali",
		.ordinals = {"ensimmäinen", "toinen", "kolmas", "neljäs"},
		.about = "noin n suunnilleen",
		.fillers = "vuosi vuoden vuonna",
	},
};
