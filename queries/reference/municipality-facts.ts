/** Plain facts about the 98 municipalities: region, population on 1 January (Danmarks Statistik, FOLK1A), visual centre. */
export interface MunicipalityFacts {
  readonly code: string;
  readonly name: string;
  /** Danmarks Statistik's area code of the region, `081`–`085`. */
  readonly region: string;
  readonly population2020: number;
  readonly population2021: number;
  /** Square kilometres on 1 January 2019; Danmarks Statistik, ARE207. */
  readonly area: number;
  readonly longitude: number;
  readonly latitude: number;
}

export const municipalityFacts: readonly MunicipalityFacts[] = [
  {
    code: "101",
    name: "København",
    region: "084",
    population2020: 632340,
    population2021: 638117,
    area: 86.7,
    longitude: 12.4939,
    latitude: 55.7041
  },
  {
    code: "147",
    name: "Frederiksberg",
    region: "084",
    population2020: 104305,
    population2021: 103677,
    area: 8.7,
    longitude: 12.5237,
    latitude: 55.6794
  },
  {
    code: "151",
    name: "Ballerup",
    region: "084",
    population2020: 48602,
    population2021: 49310,
    area: 33.9,
    longitude: 12.3684,
    latitude: 55.7278
  },
  {
    code: "153",
    name: "Brøndby",
    region: "084",
    population2020: 35090,
    population2021: 35232,
    area: 21.0,
    longitude: 12.4044,
    latitude: 55.645
  },
  {
    code: "155",
    name: "Dragør",
    region: "084",
    population2020: 14494,
    population2021: 14569,
    area: 18.3,
    longitude: 12.6502,
    latitude: 55.5938
  },
  {
    code: "157",
    name: "Gentofte",
    region: "084",
    population2020: 74830,
    population2021: 74550,
    area: 25.6,
    longitude: 12.5507,
    latitude: 55.751
  },
  {
    code: "159",
    name: "Gladsaxe",
    region: "084",
    population2020: 69262,
    population2021: 69200,
    area: 24.9,
    longitude: 12.4762,
    latitude: 55.7399
  },
  {
    code: "161",
    name: "Glostrup",
    region: "084",
    population2020: 23128,
    population2021: 23380,
    area: 13.3,
    longitude: 12.4092,
    latitude: 55.696
  },
  {
    code: "163",
    name: "Herlev",
    region: "084",
    population2020: 28953,
    population2021: 28913,
    area: 12.1,
    longitude: 12.4258,
    latitude: 55.7414
  },
  {
    code: "165",
    name: "Albertslund",
    region: "084",
    population2020: 27731,
    population2021: 27366,
    area: 23.4,
    longitude: 12.3523,
    latitude: 55.685
  },
  {
    code: "167",
    name: "Hvidovre",
    region: "084",
    population2020: 53527,
    population2021: 53451,
    area: 22.9,
    longitude: 12.4685,
    latitude: 55.6314
  },
  {
    code: "169",
    name: "Høje-Taastrup",
    region: "084",
    population2020: 50759,
    population2021: 51729,
    area: 78.2,
    longitude: 12.2578,
    latitude: 55.667
  },
  {
    code: "173",
    name: "Lyngby-Taarbæk",
    region: "084",
    population2020: 56214,
    population2021: 56614,
    area: 38.8,
    longitude: 12.5113,
    latitude: 55.7832
  },
  {
    code: "175",
    name: "Rødovre",
    region: "084",
    population2020: 40652,
    population2021: 41113,
    area: 12.2,
    longitude: 12.4487,
    latitude: 55.6818
  },
  {
    code: "183",
    name: "Ishøj",
    region: "084",
    population2020: 22989,
    population2021: 23131,
    area: 26.5,
    longitude: 12.3345,
    latitude: 55.6224
  },
  {
    code: "185",
    name: "Tårnby",
    region: "084",
    population2020: 42989,
    population2021: 42670,
    area: 66.1,
    longitude: 12.5513,
    latitude: 55.5951
  },
  {
    code: "187",
    name: "Vallensbæk",
    region: "084",
    population2020: 16633,
    population2021: 16515,
    area: 9.5,
    longitude: 12.3657,
    latitude: 55.6385
  },
  {
    code: "190",
    name: "Furesø",
    region: "084",
    population2020: 40965,
    population2021: 41001,
    area: 56.8,
    longitude: 12.3712,
    latitude: 55.7854
  },
  {
    code: "201",
    name: "Allerød",
    region: "084",
    population2020: 25633,
    population2021: 25893,
    area: 67.4,
    longitude: 12.3152,
    latitude: 55.8519
  },
  {
    code: "210",
    name: "Fredensborg",
    region: "084",
    population2020: 40865,
    population2021: 40998,
    area: 112.1,
    longitude: 12.4471,
    latitude: 55.9425
  },
  {
    code: "217",
    name: "Helsingør",
    region: "084",
    population2020: 62695,
    population2021: 63000,
    area: 118.9,
    longitude: 12.4817,
    latitude: 56.0491
  },
  {
    code: "219",
    name: "Hillerød",
    region: "084",
    population2020: 51183,
    population2021: 51528,
    area: 213.5,
    longitude: 12.2595,
    latitude: 55.9343
  },
  {
    code: "223",
    name: "Hørsholm",
    region: "084",
    population2020: 24864,
    population2021: 24917,
    area: 31.3,
    longitude: 12.5115,
    latitude: 55.8888
  },
  {
    code: "230",
    name: "Rudersdal",
    region: "084",
    population2020: 56728,
    population2021: 57024,
    area: 73.3,
    longitude: 12.4757,
    latitude: 55.8347
  },
  {
    code: "240",
    name: "Egedal",
    region: "084",
    population2020: 43354,
    population2021: 43696,
    area: 125.8,
    longitude: 12.2145,
    latitude: 55.7861
  },
  {
    code: "250",
    name: "Frederikssund",
    region: "084",
    population2020: 45223,
    population2021: 45439,
    area: 248.5,
    longitude: 11.9728,
    latitude: 55.7819
  },
  {
    code: "253",
    name: "Greve",
    region: "085",
    population2020: 50558,
    population2021: 50514,
    area: 60.4,
    longitude: 12.2457,
    latitude: 55.5855
  },
  {
    code: "259",
    name: "Køge",
    region: "085",
    population2020: 60979,
    population2021: 61475,
    area: 257.3,
    longitude: 12.0725,
    latitude: 55.4573
  },
  {
    code: "260",
    name: "Halsnæs",
    region: "084",
    population2020: 31384,
    population2021: 31420,
    area: 121.9,
    longitude: 12.0027,
    latitude: 55.9957
  },
  {
    code: "265",
    name: "Roskilde",
    region: "085",
    population2020: 87914,
    population2021: 88889,
    area: 211.8,
    longitude: 12.1073,
    latitude: 55.6224
  },
  {
    code: "269",
    name: "Solrød",
    region: "085",
    population2020: 23255,
    population2021: 23441,
    area: 40.1,
    longitude: 12.1791,
    latitude: 55.5327
  },
  {
    code: "270",
    name: "Gribskov",
    region: "084",
    population2020: 41048,
    population2021: 40971,
    area: 279.5,
    longitude: 12.2864,
    latitude: 56.0644
  },
  {
    code: "306",
    name: "Odsherred",
    region: "085",
    population2020: 32957,
    population2021: 32923,
    area: 354.1,
    longitude: 11.6007,
    latitude: 55.8513
  },
  {
    code: "316",
    name: "Holbæk",
    region: "085",
    population2020: 71541,
    population2021: 71913,
    area: 577.2,
    longitude: 11.5459,
    latitude: 55.6701
  },
  {
    code: "320",
    name: "Faxe",
    region: "085",
    population2020: 36576,
    population2021: 36713,
    area: 404.9,
    longitude: 12.0936,
    latitude: 55.2739
  },
  {
    code: "326",
    name: "Kalundborg",
    region: "085",
    population2020: 48436,
    population2021: 48487,
    area: 575.3,
    longitude: 11.229,
    latitude: 55.6599
  },
  {
    code: "329",
    name: "Ringsted",
    region: "085",
    population2020: 34852,
    population2021: 34847,
    area: 294.7,
    longitude: 11.8151,
    latitude: 55.4691
  },
  {
    code: "330",
    name: "Slagelse",
    region: "085",
    population2020: 79073,
    population2021: 79122,
    area: 568.3,
    longitude: 11.3451,
    latitude: 55.3661
  },
  {
    code: "336",
    name: "Stevns",
    region: "085",
    population2020: 22805,
    population2021: 23034,
    area: 250.1,
    longitude: 12.3442,
    latitude: 55.3252
  },
  {
    code: "340",
    name: "Sorø",
    region: "085",
    population2020: 29881,
    population2021: 29993,
    area: 308.5,
    longitude: 11.5593,
    latitude: 55.5248
  },
  {
    code: "350",
    name: "Lejre",
    region: "085",
    population2020: 27996,
    population2021: 28173,
    area: 238.9,
    longitude: 11.9168,
    latitude: 55.6054
  },
  {
    code: "360",
    name: "Lolland",
    region: "085",
    population2020: 41105,
    population2021: 40539,
    area: 886.1,
    longitude: 11.2989,
    latitude: 54.8003
  },
  {
    code: "370",
    name: "Næstved",
    region: "085",
    population2020: 83143,
    population2021: 83181,
    area: 676.8,
    longitude: 11.6827,
    latitude: 55.2953
  },
  {
    code: "376",
    name: "Guldborgsund",
    region: "085",
    population2020: 60722,
    population2021: 60328,
    area: 900.6,
    longitude: 11.9619,
    latitude: 54.8237
  },
  {
    code: "390",
    name: "Vordingborg",
    region: "085",
    population2020: 45566,
    population2021: 45268,
    area: 620.2,
    longitude: 11.9738,
    latitude: 55.0646
  },
  {
    code: "400",
    name: "Bornholm",
    region: "084",
    population2020: 39499,
    population2021: 39570,
    area: 588.4,
    longitude: 14.8837,
    latitude: 55.1279
  },
  {
    code: "410",
    name: "Middelfart",
    region: "083",
    population2020: 38853,
    population2021: 39116,
    area: 298.9,
    longitude: 9.9079,
    latitude: 55.4575
  },
  {
    code: "420",
    name: "Assens",
    region: "083",
    population2020: 40965,
    population2021: 40867,
    area: 511.5,
    longitude: 10.0412,
    latitude: 55.3009
  },
  {
    code: "430",
    name: "Faaborg-Midtfyn",
    region: "083",
    population2020: 51556,
    population2021: 51683,
    area: 633.6,
    longitude: 10.366,
    latitude: 55.2125
  },
  {
    code: "440",
    name: "Kerteminde",
    region: "083",
    population2020: 23812,
    population2021: 23847,
    area: 205.9,
    longitude: 10.5712,
    latitude: 55.3911
  },
  {
    code: "450",
    name: "Nyborg",
    region: "083",
    population2020: 32009,
    population2021: 31933,
    area: 276.8,
    longitude: 10.6782,
    latitude: 55.2768
  },
  {
    code: "461",
    name: "Odense",
    region: "083",
    population2020: 204895,
    population2021: 205509,
    area: 305.6,
    longitude: 10.2985,
    latitude: 55.3917
  },
  {
    code: "479",
    name: "Svendborg",
    region: "083",
    population2020: 58296,
    population2021: 58588,
    area: 415.4,
    longitude: 10.5233,
    latitude: 55.0962
  },
  {
    code: "480",
    name: "Nordfyns",
    region: "083",
    population2020: 29665,
    population2021: 29549,
    area: 452.3,
    longitude: 10.1678,
    latitude: 55.506
  },
  {
    code: "482",
    name: "Langeland",
    region: "083",
    population2020: 12491,
    population2021: 12367,
    area: 289.2,
    longitude: 10.7087,
    latitude: 54.8199
  },
  {
    code: "492",
    name: "Ærø",
    region: "083",
    population2020: 5964,
    population2021: 5960,
    area: 90.1,
    longitude: 10.3995,
    latitude: 54.8559
  },
  {
    code: "510",
    name: "Haderslev",
    region: "083",
    population2020: 55670,
    population2021: 55376,
    area: 816.8,
    longitude: 9.2976,
    latitude: 55.2446
  },
  {
    code: "530",
    name: "Billund",
    region: "083",
    population2020: 26608,
    population2021: 26551,
    area: 540.2,
    longitude: 9.0065,
    latitude: 55.6977
  },
  {
    code: "540",
    name: "Sønderborg",
    region: "083",
    population2020: 74220,
    population2021: 73831,
    area: 496.5,
    longitude: 9.9483,
    latitude: 54.9426
  },
  {
    code: "550",
    name: "Tønder",
    region: "083",
    population2020: 37366,
    population2021: 37050,
    area: 1283.9,
    longitude: 8.8568,
    latitude: 55.0444
  },
  {
    code: "561",
    name: "Esbjerg",
    region: "083",
    population2020: 115483,
    population2021: 115579,
    area: 795.2,
    longitude: 8.7209,
    latitude: 55.4618
  },
  {
    code: "563",
    name: "Fanø",
    region: "083",
    population2020: 3488,
    population2021: 3456,
    area: 57.6,
    longitude: 8.421,
    latitude: 55.4061
  },
  {
    code: "573",
    name: "Varde",
    region: "083",
    population2020: 49961,
    population2021: 49628,
    area: 1240.1,
    longitude: 8.6062,
    latitude: 55.6869
  },
  {
    code: "575",
    name: "Vejen",
    region: "083",
    population2020: 42742,
    population2021: 42790,
    area: 813.7,
    longitude: 9.0502,
    latitude: 55.4929
  },
  {
    code: "580",
    name: "Aabenraa",
    region: "083",
    population2020: 58761,
    population2021: 58526,
    area: 940.7,
    longitude: 9.2771,
    latitude: 54.9586
  },
  {
    code: "607",
    name: "Fredericia",
    region: "083",
    population2020: 51377,
    population2021: 51275,
    area: 133.6,
    longitude: 9.6552,
    latitude: 55.5644
  },
  {
    code: "615",
    name: "Horsens",
    region: "082",
    population2020: 90966,
    population2021: 92229,
    area: 519.4,
    longitude: 9.7992,
    latitude: 55.9069
  },
  {
    code: "621",
    name: "Kolding",
    region: "083",
    population2020: 93175,
    population2021: 93161,
    area: 604.4,
    longitude: 9.404,
    latitude: 55.4263
  },
  {
    code: "630",
    name: "Vejle",
    region: "083",
    population2020: 115748,
    population2021: 116992,
    area: 1058.5,
    longitude: 9.364,
    latitude: 55.6996
  },
  {
    code: "657",
    name: "Herning",
    region: "082",
    population2020: 89127,
    population2021: 89238,
    area: 1321.1,
    longitude: 8.8942,
    latitude: 56.2156
  },
  {
    code: "661",
    name: "Holstebro",
    region: "082",
    population2020: 58591,
    population2021: 58662,
    area: 793.0,
    longitude: 8.8285,
    latitude: 56.43
  },
  {
    code: "665",
    name: "Lemvig",
    region: "082",
    population2020: 19722,
    population2021: 19607,
    area: 508.8,
    longitude: 8.2887,
    latitude: 56.4724
  },
  {
    code: "671",
    name: "Struer",
    region: "082",
    population2020: 21036,
    population2021: 20808,
    area: 246.2,
    longitude: 8.5761,
    latitude: 56.4553
  },
  {
    code: "706",
    name: "Syddjurs",
    region: "082",
    population2020: 42962,
    population2021: 43168,
    area: 689.8,
    longitude: 10.5113,
    latitude: 56.3575
  },
  {
    code: "707",
    name: "Norddjurs",
    region: "082",
    population2020: 37089,
    population2021: 36943,
    area: 721.0,
    longitude: 10.7585,
    latitude: 56.4648
  },
  {
    code: "710",
    name: "Favrskov",
    region: "082",
    population2020: 48397,
    population2021: 48381,
    area: 540.3,
    longitude: 9.9178,
    latitude: 56.2937
  },
  {
    code: "727",
    name: "Odder",
    region: "082",
    population2020: 22844,
    population2021: 22979,
    area: 223.7,
    longitude: 10.146,
    latitude: 55.9412
  },
  {
    code: "730",
    name: "Randers",
    region: "082",
    population2020: 97805,
    population2021: 98190,
    area: 747.8,
    longitude: 10.0898,
    latitude: 56.5374
  },
  {
    code: "740",
    name: "Silkeborg",
    region: "082",
    population2020: 94026,
    population2021: 95488,
    area: 850.3,
    longitude: 9.5606,
    latitude: 56.209
  },
  {
    code: "741",
    name: "Samsø",
    region: "082",
    population2020: 3657,
    population2021: 3682,
    area: 113.6,
    longitude: 10.5861,
    latitude: 55.8031
  },
  {
    code: "746",
    name: "Skanderborg",
    region: "082",
    population2020: 62678,
    population2021: 63390,
    area: 416.9,
    longitude: 9.8491,
    latitude: 56.0871
  },
  {
    code: "751",
    name: "Aarhus",
    region: "082",
    population2020: 349983,
    population2021: 352751,
    area: 467.9,
    longitude: 10.1036,
    latitude: 56.1551
  },
  {
    code: "756",
    name: "Ikast-Brande",
    region: "082",
    population2020: 41369,
    population2021: 41473,
    area: 733.5,
    longitude: 9.2311,
    latitude: 56.1449
  },
  {
    code: "760",
    name: "Ringkøbing-Skjern",
    region: "082",
    population2020: 56594,
    population2021: 56182,
    area: 1470.6,
    longitude: 8.5407,
    latitude: 56.0224
  },
  {
    code: "766",
    name: "Hedensted",
    region: "082",
    population2020: 46722,
    population2021: 46773,
    area: 551.0,
    longitude: 9.8227,
    latitude: 55.7378
  },
  {
    code: "773",
    name: "Morsø",
    region: "081",
    population2020: 20247,
    population2021: 20066,
    area: 366.4,
    longitude: 8.7078,
    latitude: 56.7531
  },
  {
    code: "779",
    name: "Skive",
    region: "082",
    population2020: 45851,
    population2021: 45425,
    area: 683.4,
    longitude: 8.9133,
    latitude: 56.62
  },
  {
    code: "787",
    name: "Thisted",
    region: "081",
    population2020: 43423,
    population2021: 43160,
    area: 1074.0,
    longitude: 8.4729,
    latitude: 56.8937
  },
  {
    code: "791",
    name: "Viborg",
    region: "082",
    population2020: 96921,
    population2021: 96679,
    area: 1408.9,
    longitude: 9.5498,
    latitude: 56.4708
  },
  {
    code: "810",
    name: "Brønderslev",
    region: "081",
    population2020: 36304,
    population2021: 36177,
    area: 633.1,
    longitude: 10.2782,
    latitude: 57.1799
  },
  {
    code: "813",
    name: "Frederikshavn",
    region: "081",
    population2020: 59654,
    population2021: 59039,
    area: 652.5,
    longitude: 10.4137,
    latitude: 57.3232
  },
  {
    code: "820",
    name: "Vesthimmerlands",
    region: "081",
    population2020: 36727,
    population2021: 36362,
    area: 769.8,
    longitude: 9.3837,
    latitude: 56.8154
  },
  {
    code: "825",
    name: "Læsø",
    region: "081",
    population2020: 1786,
    population2021: 1764,
    area: 121.8,
    longitude: 11.008,
    latitude: 57.2661
  },
  {
    code: "840",
    name: "Rebild",
    region: "081",
    population2020: 30113,
    population2021: 30518,
    area: 621.3,
    longitude: 9.7604,
    latitude: 56.869
  },
  {
    code: "846",
    name: "Mariagerfjord",
    region: "081",
    population2020: 41800,
    population2021: 41536,
    area: 718.3,
    longitude: 9.9256,
    latitude: 56.7336
  },
  {
    code: "849",
    name: "Jammerbugt",
    region: "081",
    population2020: 38324,
    population2021: 38175,
    area: 864.1,
    longitude: 9.622,
    latitude: 57.1656
  },
  {
    code: "851",
    name: "Aalborg",
    region: "081",
    population2020: 217075,
    population2021: 219487,
    area: 1137.4,
    longitude: 9.9971,
    latitude: 56.9809
  },
  {
    code: "860",
    name: "Hjørring",
    region: "081",
    population2020: 64483,
    population2021: 64155,
    area: 926.8,
    longitude: 10.0779,
    latitude: 57.4684
  }
];
